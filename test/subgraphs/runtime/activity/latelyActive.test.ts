import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  actedOn,
  COUNTED_DAYS,
  countedOn,
  type LatelyActive,
} from '../../../../subgraphs/runtime/activity/latelyActive.ts'
import { seed } from '../../../support/long.ts'

const days = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 })
const known = (acts: readonly number[]) => acts.reduce<LatelyActive | null>(actedOn, null)

test('what is kept is the last day and whether there was another in the 30 before it, in whatever order days come', () => {
  const holds = fc.property(days, (acts) => {
    const day = Math.max(...acts)
    const alsoBefore = acts.some((act) => act < day && act >= day - COUNTED_DAYS)
    expect(known(acts)).toEqual({ day, alsoBefore })
    expect(known(acts.toReversed())).toEqual({ day, alsoBefore })
  })
  fc.assert(holds, { seed })
})

test('the figure of the day before the last act counts who acted in its 30 days, once', () => {
  const holds = fc.property(days, fc.integer({ min: 0, max: 1 }), (acts, later) => {
    const today = Math.max(...acts) + later
    const { day, alsoBefore } = known(acts)!
    const found = countedOn(today - 1).filter((counted) => counted.day === day && counted.alsoBefore === alsoBefore)
    const isActive = acts.some((act) => act < today && act >= today - COUNTED_DAYS)
    expect(found).toHaveLength(isActive ? 1 : 0)
  })
  fc.assert(holds, { seed })
})
