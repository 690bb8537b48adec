import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRecent } from '../../../../subgraphs/runtime/recent/recent.ts'

test('what was used lately is remembered, what was not is forgotten', () => {
  const recent = createRecent<number>(2)
  for (const [value, key] of ['a', 'b', 'c', 'a', 'd'].entries())
    if (recent.get(key) === undefined) recent.set(key, value)
  expect(['a', 'b', 'c', 'd'].map((key) => recent.get(key))).toEqual([0, undefined, 2, 4])
})

test('the last `size` keys are there, and never more than twice as many', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(15).map(String), { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (keys, size) => {
      const recent = createRecent<string>(size)
      for (const key of keys) if (recent.get(key) === undefined) recent.set(key, key)
      const last = [...new Set(keys.toReversed())].slice(0, size)
      expect(last.every((key) => recent.get(key) === key)).toBe(true)
    }),
  )
  const recent = createRecent<number>(3)
  for (let n = 0; n < 100; n++) recent.set(`${n}`, n)
  const kept = Array.from({ length: 100 }, (_, n) => recent.get(`${n}`)).filter((value) => value !== undefined)
  expect(kept.length).toBeLessThanOrEqual(6)
})
