import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { systemRandom } from '../../../../subgraphs/runtime/random/systemRandom.ts'

test('a seed gives the same values each time, another seed others', () => {
  const values = (seed: string) => {
    const random = createSeededRandom(seed)
    return [random.id(), random.id(), Buffer.from(random.bytes(40)).toString('hex')]
  }
  expect(values('a')).toEqual(values('a'))
  expect(values('a')).not.toEqual(values('b'))
  expect(values('a')[0]).toBe('sOjejU5rEgfzhpp9hzjyUQ')
})

test('how bytes are asked for does not change the stream', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(70), { maxLength: 12 }), (lengths) => {
      const pieces = createSeededRandom('seed')
      const total = lengths.reduce((sum, length) => sum + length, 0)
      const apart = Buffer.concat(lengths.map((length) => pieces.bytes(length)))
      expect(apart).toEqual(Buffer.from(createSeededRandom('seed').bytes(total)))
    }),
  )
})

test.each([
  ['system', systemRandom],
  ['seeded', createSeededRandom('x')],
])('ids of the %s randomness are 22 characters of base64url and differ', (_name, random) => {
  const ids = Array.from({ length: 1000 }, () => random.id())
  expect(new Set(ids).size).toBe(1000)
  expect(ids.every((id) => /^[A-Za-z0-9_-]{22}$/.test(id))).toBe(true)
  expect(random.bytes(7)).toHaveLength(7)
})
