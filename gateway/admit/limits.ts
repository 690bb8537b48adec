import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import type { Limits } from '../options.ts'
import type { Measures } from './measure.ts'
import { tooManyAliases } from './scan.ts'

/** Throws the fault of the first limit that the document exceeds. */
export function checkLimits(measures: Measures, limits: Limits): void {
  for (const [name, refuse] of Object.entries(REFUSALS) as [keyof Measures, Refuse][]) {
    if (measures[name] > limits[name]) throw refuse(limits[name], measures[name])
  }
}

type Refuse = (limit: number, got: number) => Error

const REFUSALS: Readonly<Record<keyof Measures, Refuse>> = {
  depth: (limit, got) =>
    fault('OPERATION_TOO_DEEP', {
      message: `Fields may nest at most ${limit} deep, but these nest ${got} deep. Ask in several steps.`,
    }),
  aliases: (limit, got) => tooManyAliases(limit, String(got)),
  rootFields: (limit, got) =>
    fault('OPERATION_TOO_MANY_ROOT_FIELDS', {
      message: `An operation may have at most ${limit} fields at its root, but this has ${got}. Send several operations.`,
    }),
  fields: (limit, got) =>
    fault('OPERATION_TOO_MANY_FIELDS', {
      message: `An operation may select at most ${limit} fields, fragments spread out, but this selects ${got}.`,
    }),
  directives: (limit, got) =>
    fault('OPERATION_TOO_MANY_DIRECTIVES', {
      message: `An operation may have at most ${limit} directives, but this has ${got}. Ask in several steps.`,
    }),
}
