import { everySelected, type Model, type UsedSet } from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** A key goes to every subgraph that is asked by it; what is provided is answered by another than its owner. */
export const consentedDataIsNoKey: ModelRule = {
  stage: 'model',
  number: 'R4',
  again: true,
  sentence: 'Roads, consented data and what is computed from it are in no @key and no @provides.',
  check: (model) => model.sets.filter(({ kind }) => kind !== 'requires').flatMap((set) => checkSet(set, model)),
}

function checkSet(set: UsedSet, model: Model): readonly Finding[] {
  const { kind, on, node, field } = set
  const wrong = everySelected(model, set.selections).find(({ coordinate, parent, name }) => {
    const ownKey = kind === 'key' && parent === on.name && name === 'grant' && model.consented.has(parent)
    return !ownKey && (model.roads.has(coordinate) || model.uses.has(coordinate) || model.consented.has(parent))
  })
  if (wrong === undefined) return []
  const what = kind === 'key' ? '@key' : '@provides'
  const type = model.roads.get(wrong.coordinate) ?? wrong.parent
  return [
    {
      code: kind === 'key' ? 'CONSENTED_IN_KEY' : 'CONSENTED_PROVIDED',
      message: `Consented data, and what is computed from it, must be in no ${what}, but ${field?.coordinate ?? on.name} of ${on.file.name} has ${wrong.coordinate} there.`,
      hint: kind === 'key' ? 'Make another field the key, for example id.' : 'Remove this @provides.',
      at: placeOf(node),
      subject: field?.coordinate ?? on.name,
      cause: `${field?.coordinate ?? on.name} ${on.file.name} ${wrong.coordinate}`,
      follows: [`${on.file.name} ${type}`],
    },
  ]
}
