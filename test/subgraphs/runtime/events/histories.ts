import * as fc from 'fast-check'
import type { Step } from './world.ts'

const nat = fc.nat({ max: 7 })
const is = <const T extends string>(name: T) => fc.constant(name)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: is('go'), call: nat }) },
  { weight: 7, arbitrary: fc.record({ do: is('append'), process: nat, topic: fc.constantFrom(0, 0, 0, 1) }) },
  { weight: 5, arbitrary: fc.record({ do: is('take'), follower: nat }) },
  { weight: 2, arbitrary: fc.record({ do: is('follow'), process: nat, topic: fc.constantFrom(0, 0, 0, 1) }) },
  { weight: 2, arbitrary: fc.record({ do: is('resume'), process: nat, follower: nat }) },
  { weight: 2, arbitrary: fc.record({ do: is('advance'), ms: fc.constantFrom(100, 500, 500, 2_000_000, 8_000_000) }) },
  { weight: 1, arbitrary: fc.record({ do: is('dieBeforeItHears'), call: nat }) },
  { weight: 1, arbitrary: fc.record({ do: is('kill'), process: nat }) },
  { weight: 1, arbitrary: fc.record({ do: is('leave'), follower: nat }) },
  { weight: 1, arbitrary: fc.record({ do: is('sweep') }) },
)

/** Histories of three processes that append to two topics and follow them. */
export const histories: fc.Arbitrary<readonly Step[]> = fc.array(step, { minLength: 30, maxLength: 90, size: 'max' })
