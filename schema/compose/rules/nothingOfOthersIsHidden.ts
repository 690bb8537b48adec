import { directivesNamed } from '../../documents.ts'
import { directiveNames, FEDERATION } from '../../links.ts'
import { patchOf, without } from '../edits.ts'
import { grouped } from '../model/build.ts'
import { coordinatesIn, type CoordinateIn } from '../model/coordinates.ts'
import { GRANT, isCopy, ranked, type Model } from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { ModelRule } from './rule.ts'
import type { SubgraphFile } from '../subgraphFile.ts'

/** One @inaccessible is enough to take a type or a field out of everybody's API. */
export const nothingOfOthersIsHidden: ModelRule = {
  stage: 'model',
  number: 'R8',
  // The supergraph no longer knows who hides.
  again: false,
  sentence: 'A subgraph hides nothing that others show.',
  check: (model) => {
    const all = model.files.flatMap((file) => coordinatesOf(file))
    return [...grouped(all, ({ coordinate }) => coordinate).values()].flatMap((same) => hidden(same, model))
  },
}

interface Shown extends CoordinateIn {
  readonly file: SubgraphFile
  /** The directive that hides it. */
  readonly hiding: ReturnType<typeof directivesNamed>[number] | undefined
}

function coordinatesOf(file: SubgraphFile): readonly Shown[] {
  const name = directiveNames(file.document, FEDERATION, ['inaccessible']).get('inaccessible') ?? ''
  return coordinatesIn(file.document).map((each) => ({ ...each, file, hiding: directivesNamed(each.node, name)[0] }))
}

function hidden(same: readonly Shown[], model: Model): readonly Finding[] {
  const [first] = same
  // Consented types and grants are hidden by everybody: R1.
  if (first === undefined || first.coordinate === GRANT || model.consented.has(first.coordinate)) return []
  const hiders = same.filter(({ hiding }) => hiding !== undefined)
  const showing = ranked(
    same.filter(
      ({ file, coordinate }) => !isCopy(model, coordinate, file) && hiders.every((each) => each.file !== file),
    ),
    ({ file }) => file,
  )
  const [owner] = showing
  if (owner === undefined) return []
  return hiders
    .filter(({ file }) => ranked([owner.file, file], (each) => each)[0] === owner.file)
    .map(({ coordinate, file, hiding, node }) => ({
      code: 'HIDES_OTHERS',
      message: `A subgraph must not hide what others show, but ${file.name} makes ${coordinate} of ${owner.file.name} @inaccessible for everybody.`,
      hint: 'Remove @inaccessible here, or leave the copy out.',
      ...patchOf(hiding === undefined ? [] : without(hiding)),
      at: placeOf(hiding ?? node),
      related: [placeOf(owner.node)],
      subject: coordinate.replace(/\(.*/, ''),
      cause: `hides ${coordinate}`,
    }))
}
