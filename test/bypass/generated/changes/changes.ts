import { Dice } from '../../../gateway/differential/random.ts'
import type { Family } from '../model.ts'
import { rightFamily } from '../rightFamily.ts'
import { API_CHANGES, HARMLESS_CHANGES } from './api.ts'
import type { Change } from './change.ts'
import { CONSENTED_CHANGES } from './consented.ts'
import { ENTITY_CHANGES } from './entities.ts'
import { RESULT_CHANGES } from './results.ts'
import { ROAD_CHANGES } from './roads.ts'

/** What breaks a rule, or bends it. */
export const BENDING_CHANGES: readonly Change[] = [
  ...ENTITY_CHANGES,
  ...CONSENTED_CHANGES,
  ...ROAD_CHANGES,
  ...RESULT_CHANGES,
  ...API_CHANGES,
]

/** One change, with a dice of its own: it does the same whatever else is left out. */
export interface Step {
  readonly change: Change
  readonly seed: string
}

/** One to four things that somebody does to a family; nearly half of all families are meant well. */
export function stepsOf(seed: string): readonly Step[] {
  const dice = new Dice(`${seed} steps`)
  const meant = dice.chance(0.4)
  return Array.from({ length: 1 + dice.below(4) }, (_, index) => {
    const harmless = meant || (index > 0 && dice.chance(0.6))
    return { change: dice.pick(harmless ? HARMLESS_CHANGES : BENDING_CHANGES), seed: `${seed} step ${index}` }
  })
}

/** The right family of a seed, and what was done to it. */
export function familyOf(seed: string, steps: readonly Step[] = stepsOf(seed)): Family {
  const family = rightFamily(new Dice(seed))
  for (const { change, seed: own } of steps) {
    const did = change.apply(family, new Dice(own))
    if (did !== undefined) family.story.push(did)
  }
  return family
}

/** As few steps as possible that still make a family of which this holds. */
export async function fewestSteps(seed: string, holds: (family: Family) => Promise<boolean>): Promise<readonly Step[]> {
  let steps = stepsOf(seed)
  for (const step of stepsOf(seed)) {
    const fewer = steps.filter((one) => one.seed !== step.seed)
    if (await holds(familyOf(seed, fewer))) steps = fewer
  }
  return steps
}
