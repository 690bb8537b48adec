import { everySelected, ownerOfField, type Model, type UsedSet } from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** No server reads it; a copy elsewhere would be one more place that keeps it. */
export const sealedStaysWithItsOwner: ModelRule = {
  stage: 'model',
  number: 'R6',
  again: true,
  sentence: 'What is @sealed is defined, required, provided and copied by nobody but its owner, and is in no key.',
  check: (model) => [
    ...[...model.sealed].flatMap((name) => copies(name, model)),
    ...model.sets.flatMap((set) => checkSet(set, model)),
  ],
}

function copies(name: string, model: Model): readonly Finding[] {
  const owner = ownerOf(name, model)
  const things = name.includes('.')
    ? (model.fields.get(name) ?? []).map(({ parent, node }) => ({ file: parent.file, node }))
    : (model.types.get(name) ?? [])
  return things
    .filter(({ file }) => file !== owner)
    .map(({ file, node }) => ({
      code: 'SEALED_SHARED',
      message: `What is @sealed must stay with its owner, but ${file.name} has ${name} of ${owner?.name ?? 'another owner'}.`,
      hint: `Remove it from ${file.name}: it is for no other recipient and no purpose.`,
      at: placeOf(node),
      subject: name,
      cause: `${file.name} seals ${name}`,
    }))
}

function ownerOf(name: string, model: Model) {
  return name.includes('.') ? ownerOfField(model, name)?.parent.file : model.owners.get(name)?.file
}

function checkSet(set: UsedSet, model: Model): readonly Finding[] {
  const { on, kind, field, node } = set
  const sealed = everySelected(model, set.selections).find(
    ({ coordinate }) => model.sealed.has(coordinate) && (kind === 'key' || ownerOf(coordinate, model) !== on.file),
  )
  if (sealed === undefined) return []
  const where = field?.coordinate ?? on.name
  return [
    {
      code: 'SEALED_REQUIRED',
      message: `What is @sealed must be in no @${kind} of others and in no key, but @${kind} of ${where} in ${on.file.name} has ${sealed.coordinate}.`,
      hint: `Remove ${sealed.coordinate} from it.`,
      at: placeOf(node),
      subject: where,
      follows: [`${on.file.name} seals ${sealed.coordinate}`],
      cause: `${where} ${on.file.name} ${sealed.coordinate}`,
    },
  ]
}
