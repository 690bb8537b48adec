import { expect, test } from 'vitest'
import { backoffMs, shuffled } from '../../../../subgraphs/runtime/outbox/chance.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'

test.each([
  [1, 1_000],
  [2, 2_000],
  [5, 16_000],
  [9, 256_000],
  [10, 300_000],
  [1_100, 300_000],
])('after %i tries the next one comes at any time within %i ms', (tries, bound) => {
  const random = createSeededRandom('waits')
  const waits = Array.from({ length: 500 }, () => backoffMs(tries, random))
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(1)
  expect(Math.min(...waits)).toBeLessThan(bound * 0.05)
  expect(Math.max(...waits)).toBeLessThanOrEqual(bound)
  expect(Math.max(...waits)).toBeGreaterThan(bound * 0.95)
})

test('an order of chance has everything once, and each place for each', () => {
  const random = createSeededRandom('order')
  const orders = Array.from({ length: 200 }, () => shuffled(['a', 'b', 'c'], random).join(''))
  expect(new Set(orders)).toEqual(new Set(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']))
})
