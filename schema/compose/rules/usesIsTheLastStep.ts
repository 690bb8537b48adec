import { everySelected, type Model, type UsedSet } from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** A second hop would carry on what the label of the first one promised to keep. */
export const usesIsTheLastStep: ModelRule = {
  stage: 'model',
  number: 'R4',
  again: true,
  sentence: 'What is computed from consented data is required by no other subgraph.',
  check: (model) => model.sets.filter(({ kind }) => kind === 'requires').flatMap((set) => checkSet(set, model)),
}

function checkSet(set: UsedSet, model: Model): readonly Finding[] {
  const used = everySelected(model, set.selections).filter(({ coordinate }) => model.uses.has(coordinate))
  return used.slice(0, 1).map(({ coordinate }) => ({
    code: 'USES_REQUIRED',
    message: `A field that is @uses must be required by nobody, but ${set.field?.coordinate} of ${set.on.file.name} requires ${coordinate}.`,
    hint: `Remove ${coordinate} from this @requires; what it says about a person is for that person alone.`,
    at: placeOf(set.node),
    subject: set.field?.coordinate ?? set.on.name,
    cause: `${set.field?.coordinate} ${set.on.file.name} ${coordinate}`,
  }))
}
