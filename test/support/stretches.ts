import * as fc from 'fast-check'

/**
 * Choices for `race`: who goes on at each turn, 0 is who waits longest, 1 who went last. In stretches, since being
 * overtaken for long is where the danger is.
 */
export const stretches: fc.Arbitrary<number[]> = fc
  .array(fc.tuple(fc.nat({ max: 1 }), fc.integer({ min: 1, max: 9 })), { minLength: 8, maxLength: 8 })
  .map((each) => each.flatMap(([who, turns]) => Array.from({ length: turns }, () => who)))
