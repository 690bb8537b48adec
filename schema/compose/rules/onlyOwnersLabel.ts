import { patchOf, without } from '../edits.ts'
import { ownerOfField, type LabelsAt, type Model } from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { SubgraphFile } from '../subgraphFile.ts'
import type { ModelRule } from './rule.ts'

/** Composition lets the alphabetically first label win, so nobody else may write one. */
export const onlyOwnersLabel: ModelRule = {
  stage: 'model',
  number: 'R7',
  // The supergraph no longer knows whose label it is.
  again: false,
  sentence: 'Only the owner of a type or field labels it, and on interfaces nobody does.',
  check: (model) =>
    [...model.types.values()]
      .flat()
      .flatMap((type) => [
        ...labelled(type.name, type.labels, type.file, model.owners.get(type.name)?.file),
        ...type.fields.flatMap(({ coordinate, labels, external }) =>
          type.kind === 'interface'
            ? onInterface(coordinate, labels)
            : labelled(coordinate, labels, type.file, external ? undefined : ownerFile(coordinate, model)),
        ),
      ]),
}

function ownerFile(coordinate: string, model: Model): SubgraphFile | undefined {
  return ownerOfField(model, coordinate)?.parent.file
}

function labelled(
  coordinate: string,
  labels: LabelsAt,
  file: SubgraphFile,
  owner: SubgraphFile | undefined,
): readonly Finding[] {
  if (owner === file) return []
  return [...labels].map(([label, { node }]) => ({
    code: 'LABEL_NOT_OWNER',
    message: `Only the owner may label a type or a field, but ${file.name} writes @${label} on ${coordinate}${owner === undefined ? ', a copy' : ` of ${owner.name}`}.`,
    hint: `Remove @${label} from ${file.name}.`,
    ...patchOf(without(node)),
    at: placeOf(node),
    subject: coordinate,
    cause: `${file.name} labels ${coordinate} @${label}`,
  }))
}

/** Asked by the types that implement it, the field would be without its label. */
function onInterface(coordinate: string, labels: LabelsAt): readonly Finding[] {
  return [...labels].map(([label, { node }]) => ({
    code: 'LABEL_ON_INTERFACE',
    message: `Labels must stand on fields of objects, but @${label} stands on ${coordinate}, of an interface.`,
    hint: 'Move it to the field of each type that implements the interface.',
    ...patchOf(without(node)),
    at: placeOf(node),
    subject: coordinate,
  }))
}
