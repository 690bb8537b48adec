import { grouped } from '../model/build.ts'
import { coordinatesIn, type CoordinateIn } from '../model/coordinates.ts'
import { isCopy, isOfRank, ranked, type Model } from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { SupergraphRule } from './rule.ts'
import type { SubgraphFile } from '../subgraphFile.ts'

/**
 * Composition takes of several copies what fits all: an argument that one lacks is gone, a type that one weakens is weak,
 * and of several prices the highest holds.
 */
export const nothingOfOthersChanges: SupergraphRule = {
  stage: 'supergraph',
  number: 'R8',
  sentence: 'In the composed graph every part is as its owner wrote it.',
  check: (written, supergraph) => {
    const composed = new Map(coordinatesIn(supergraph).map((each) => [each.coordinate, each.signature]))
    const all = written.files.flatMap((file) => coordinatesIn(file.document).map((each) => ({ ...each, file })))
    const byCoordinate = grouped(all, ({ coordinate }) => coordinate)
    return [...byCoordinate.values()].flatMap((same) => changed(same, composed, byCoordinate, written))
  },
}

interface Written extends CoordinateIn {
  readonly file: SubgraphFile
}

function changed(
  same: readonly Written[],
  composed: ReadonlyMap<string, string>,
  all: ReadonlyMap<string, readonly Written[]>,
  model: Model,
): readonly Finding[] {
  const owner = ownersOf(same, model).find(({ coordinate, signature }) => composed.get(coordinate) !== signature)
  if (owner === undefined) return []
  const now = composed.get(owner.coordinate)
  const other = same.find(({ file, signature }) => file !== owner.file && signature !== owner.signature)
  const culprit = other ?? lacking(owner, all) ?? owner
  return [
    {
      code: 'CHANGES_OTHERS',
      message: `What ${owner.file.name} offers must stay as it is, ${owner.coordinate}: ${owner.signature}, but with ${culprit.file.name} it is ${now ?? 'gone'}.`,
      hint: `Write the copy in ${culprit.file.name} as ${owner.file.name} does, or give it another name.`,
      at: placeOf(culprit.node),
      ...(culprit === owner ? {} : { related: [placeOf(owner.node)] }),
      subject: owner.coordinate.replace(/\(.*/, ''),
      follows: [`hides ${owner.coordinate}`],
    },
  ]
}

/**
 * The type's owner where it has the coordinate, else who comes first, and its equals: among apps nobody gives way to who
 * was registered earlier. Copies that others answer own nothing.
 */
function ownersOf(same: readonly Written[], model: Model): readonly Written[] {
  const answering = same.filter(({ coordinate, file }) => !isCopy(model, coordinate, file))
  const [type = ''] = answering[0]?.coordinate.split('.') ?? []
  const owner = model.owners.get(type)?.file
  const first = answering.find(({ file }) => file === owner) ?? ranked(answering, ({ file }) => file)[0]
  if (first === undefined) return []
  return [first, ...answering.filter((each) => each !== first && isOfRank(each.file, first.file))]
}

/** Who has the field but not the argument, or the type but not the value. */
function lacking({ coordinate, file }: Written, all: ReadonlyMap<string, readonly Written[]>): Written | undefined {
  const whole = coordinate.includes('(') ? coordinate.replace(/\(.*/, '') : coordinate.replace(/\..*/, '')
  const having = new Set((all.get(coordinate) ?? []).map((each) => each.file))
  return (all.get(whole) ?? []).find((each) => each.file !== file && !having.has(each.file))
}
