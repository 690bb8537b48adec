import {
  answeredBy,
  everySelected,
  isKeeper,
  isOpenField,
  ownerOfField,
  type Model,
  type Selected,
  type UsedSet,
} from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** What is required, and what is in a resolvable key, is sent to who requires it, for every row, unseen by clients. */
export const requiresOnlyWhatIsOpen: ModelRule = {
  stage: 'model',
  number: 'R5',
  again: true,
  sentence: "A subgraph requires, and takes into a key, another owner's fields only where they are @open.",
  check: (model) =>
    model.sets
      .filter(({ kind, resolvable, on }) => kind !== 'provides' && resolvable && !isKeeper(on.file))
      .flatMap((set) => checkSet(set, model)),
}

function checkSet(set: UsedSet, model: Model): readonly Finding[] {
  const { on, field, node } = set
  const closed = everySelected(model, set.selections).filter((selected) => !mayRead(selected, set, model))
  return closed.slice(0, 1).map((first) => {
    const names = [...new Set(closed.map(({ coordinate }) => coordinate))]
    const owner = ownerOfField(model, first.coordinate)?.parent.file.name ?? 'another owner'
    const where = field?.coordinate ?? `the key of ${on.name}`
    return {
      code: 'FIELD_NOT_OPEN',
      message: `A subgraph must require only its own fields and what others mark @open, but ${where} in ${on.file.name} asks ${owner} for ${names.join(', ')}.`,
      hint: `Remove ${names.length === 1 ? 'it' : 'them'} from the selection, or ask ${owner} to mark what you need @open; fields of a person are never open.`,
      at: placeOf(node),
      subject: field?.coordinate ?? on.name,
      follows: [
        `${on.file.name} builds on ${on.name}`,
        ...names.map((name) => `${field?.coordinate ?? on.name} ${on.file.name} ${name}`),
      ],
    }
  })
}

function mayRead({ name, coordinate, parent }: Selected, { on, kind }: UsedSet, model: Model): boolean {
  // Roads and what is behind them are for R1 to R4.
  if (name === '__typename' || model.roads.has(coordinate) || model.consented.has(parent)) return true
  const answering = answeredBy(model, coordinate)
  const owner = ownerOfField(model, coordinate)
  if (owner === undefined || owner.parent.file === on.file || owner.parent.kind === 'interface') return true
  const own = answering.some(({ parent: type }) => type.file === on.file)
  // A shared value type that both answer: what leads to it is judged by itself.
  if (own && !model.entities.has(parent)) return true
  if (own && kind === 'key' && parent === on.name && isOwnersKey(coordinate, model)) return true
  return isOpenField(model, coordinate)
}

/** Whoever may resolve the type gets its key; whether they may is the rule about stubs. */
function isOwnersKey(coordinate: string, model: Model): boolean {
  const [type = '', field] = coordinate.split('.')
  const owner = model.entities.get(type)
  return model.sets.some(
    ({ kind, on, selections }) => kind === 'key' && on === owner && selections.some(({ name }) => name === field),
  )
}
