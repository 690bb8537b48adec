import { answeredBy, isKeeper, isOpenField, ranked, type FieldIn, type Model } from '../model/model.ts'
import { placeOf, type Finding } from '../problem.ts'
import type { ModelRule } from './rule.ts'

/** An override takes a field away from who answers it; composition asks nobody. */
export const overridesOnlyWhatIsOpen: ModelRule = {
  stage: 'model',
  number: 'R5',
  // Composition leaves only the new owner.
  again: false,
  sentence: 'Only what its owner marks @open may be overridden.',
  check: (model) =>
    [...model.fields.values()]
      .flat()
      .filter(({ override, parent }) => override !== undefined && !isKeeper(parent.file))
      .flatMap((field) => checkField(field, model)),
}

function checkField(field: FieldIn, model: Model): readonly Finding[] {
  const { coordinate, parent, override, node, typeName } = field
  const others = answeredBy(model, coordinate).filter((each) => each.parent.file !== parent.file)
  const [owner] = ranked(others, (each) => each.parent.file)
  if (owner === undefined || isOpenField(model, coordinate)) return []
  const type = model.roads.has(coordinate) ? typeName : parent.name
  return [
    {
      code: 'OVERRIDE_NOT_OPEN',
      message: `A field must be overridden only where its owner marks it @open, but ${parent.file.name} overrides ${coordinate} of ${owner.parent.file.name}.`,
      hint: `Remove the field from ${parent.file.name}, or ask ${owner.parent.file.name} to mark it @open.`,
      at: placeOf(override?.node ?? node),
      subject: coordinate,
      follows: [`${parent.file.name} ${type}`, `${parent.file.name} builds on ${parent.name}`],
    },
  ]
}
