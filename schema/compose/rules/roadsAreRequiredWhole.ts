import { asDirective, patchOf, withArgument } from '../edits.ts'
import { everySelected, type Model, type Selected, type UsedSet } from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { ModelRule } from './rule.ts'

const VALID_UNTIL = 'validUntil'

/** What a recipient gets of a person who consented: these values, until when, and nothing to know them again by. */
export const roadsAreRequiredWhole: ModelRule = {
  stage: 'model',
  number: 'R3',
  again: true,
  sentence:
    'A road is required only as `road { leaves validUntil }`, directly on its person, with roads of the one purpose.',
  check: (model) => model.sets.filter(({ kind }) => kind === 'requires').flatMap((set) => checkSet(set, model)),
}

function checkSet(set: UsedSet, model: Model): readonly Finding[] {
  const all = everySelected(model, set.selections).filter(({ coordinate }) => model.roads.has(coordinate))
  if (all.length === 0) return []
  const direct = set.selections.filter(
    ({ parent, coordinate }) => parent === set.on.name && model.roads.has(coordinate),
  )
  const nested = all.find((selected) => !direct.includes(selected))
  const follows = followsOf(set, all, model)
  return [
    ...(nested === undefined ? [] : [{ ...nestedRoad(set, nested), follows }]),
    ...direct.flatMap((road) => wrongSelection(set, road, model)).map((finding) => ({ ...finding, follows })),
    ...mixed(set, direct, model).map((finding) => ({ ...finding, follows })),
  ]
}

/** Where the subgraph may not even name the data, or the road is none, that is told alone. */
export function followsOf(set: UsedSet, roads: readonly Selected[], model: Model): readonly string[] {
  const types = roads.map(({ coordinate }) => `${set.on.file.name} ${model.roads.get(coordinate)}`)
  return [...types, ...roads.map(({ coordinate }) => `road ${coordinate}`)]
}

function nestedRoad(set: UsedSet, { coordinate }: Selected): Finding {
  return {
    code: 'ROAD_NESTED',
    message: `A road must be required directly on its person, but ${set.field?.coordinate} reaches ${coordinate} through another field.`,
    hint: "Require the road in a field of the person itself; the person's own answer is for nobody else.",
    at: placeOf(set.node),
    subject: set.field?.coordinate ?? set.on.name,
  }
}

function wrongSelection(set: UsedSet, { name, coordinate, selections }: Selected, model: Model): readonly Finding[] {
  const names = selections.map((each) => each.name)
  const type = model.roads.get(coordinate) ?? ''
  const forbidden = names.filter((each) => each === 'grant' || each === '__typename')
  const deeper = selections.filter((each) => each.selections.length > 0 || each.parent !== type)
  const but =
    (forbidden.length > 0 && `has ${forbidden.join(' and ')}`) ||
    (deeper.length > 0 && `goes deeper into ${deeper.map((each) => each.name).join(' and ')}`) ||
    (!names.includes(VALID_UNTIL) && `lacks ${VALID_UNTIL}`)
  if (but === false) return []
  const leaves = names.filter((each) => ![...forbidden, VALID_UNTIL].includes(each))
  return [
    {
      code: 'ROAD_SELECTION',
      message: `A road must be required as ${name} { leaves ${VALID_UNTIL} }, but the selection in ${set.field?.coordinate} ${but}.`,
      hint: `Write ${name} { ${[...leaves, VALID_UNTIL].join(' ')} }.`,
      ...(deeper.length > 0 ? {} : patchOf(rewritten(set, model))),
      at: placeOf(set.node),
      subject: set.field?.coordinate ?? set.on.name,
    },
  ]
}

/** The whole argument anew: each selection set of a road as it must be. */
function rewritten({ node, selections }: UsedSet, model: Model) {
  const directive = asDirective(node)
  const text = selections.map(({ name, coordinate, selections: leaves }) => {
    if (!model.roads.has(coordinate)) return name
    const names = leaves.map((each) => each.name).filter((each) => !['grant', '__typename', VALID_UNTIL].includes(each))
    return `${name} { ${[...names, VALID_UNTIL].join(' ')} }`
  })
  return directive === undefined ? [] : withArgument(directive, 'fields', `"${text.join(' ')}"`)
}

function mixed(set: UsedSet, direct: readonly Selected[], model: Model): readonly Finding[] {
  const others = set.selections.filter((selected) => !direct.includes(selected)).map(({ name }) => name)
  const purposes = new Set(
    direct.map(({ coordinate }) => model.consented.get(model.roads.get(coordinate) ?? '')?.purpose),
  )
  if (direct.length === 0 || (others.length === 0 && purposes.size === 1)) return []
  const but = others.length > 0 ? `${others.join(' and ')} too` : `roads for ${[...purposes].join(' and ')}`
  return [
    {
      code: 'ROADS_MIXED',
      message: `With a road, only roads for the same purpose must be required, but ${set.field?.coordinate} requires ${but}.`,
      hint: 'Make it several fields, one for each purpose; what is no road is required by a field of its own.',
      at: placeOf(set.node),
      subject: set.field?.coordinate ?? set.on.name,
    },
  ]
}
