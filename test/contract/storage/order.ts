import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scalar } from '../../../subgraphs/storage/port.ts'
import { cases, seed } from '../../support/long.ts'
import type { NewPost, StorageAdapter } from './setting.ts'
import { idsOf, insertAll, useStore, walk } from './setting.ts'

/** The order of scalars, and equality of them, for values that are hard on an encoding. */
export function orderContract(adapter: StorageAdapter): void {
  describe('order', () => {
    const setting = useStore(adapter)
    const scalars = scalarsFor(adapter)
    const orders = fc.array(scalars, { maxLength: 25 })
    let run = 0

    test('is null, numbers, strings, booleans', async () => {
      const posts = setting().collection([{ name: 'sorted', eq: [], order: 'at' }])
      const sorted = [
        null,
        -1e300,
        -2,
        -0.5,
        0,
        5e-324,
        1,
        1.5,
        2,
        1e300,
        '',
        '0',
        'a',
        'a\0',
        'a\0b',
        'a b',
        'b',
        false,
        true,
      ]
      const documents = sorted.map((at, n) => ({ _id: `p${String(n).padStart(2, '0')}`, at }))
      await insertAll(posts, documents.toReversed())
      expect((await posts.page('sorted', {}, { limit: 99 })).items.map(({ at }) => at)).toEqual(sorted)
    })

    test('of strings is that of their UTF-8 bytes', async ({ skip }) => {
      skip(adapter.ordersStringsBy !== undefined, `${adapter.name} orders strings by ${adapter.ordersStringsBy}`)
      const posts = setting().collection([{ name: 'sorted', eq: [], order: 'at', dir: 'desc' }])
      // By UTF-16 the emoji (a surrogate pair) would come before U+FF5E.
      const sorted = ['👋', '\uFF5E', '日', 'é', 'z', 'A']
      await insertAll(
        posts,
        sorted.map((at, n) => ({ _id: `p${n}`, at })),
      )
      expect((await posts.page('sorted', {}, { limit: 99 })).items.map(({ at }) => at)).toEqual(sorted)
    })

    test('and ties hold for any scalars, in both directions, page by page', async () => {
      const property = fc.asyncProperty(
        orders,
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        async (values, down, limit) => {
          const dir = down ? 'desc' : 'asc'
          const posts = setting().collection([{ name: 'sorted', eq: ['kind'], order: 'at', dir }], {
            name: `order${++run}`,
          })
          const documents = values.map((at, n) => ({ _id: `p${n}`, kind: 'x', at }))
          await insertAll(posts, documents)
          const wanted = documents.toSorted(byOrder).map(({ _id }) => _id)
          const found = await walk(posts, 'sorted', { kind: 'x' }, { order: 'at', limit })
          expect(found).toEqual(down ? wanted.toReversed() : wanted)
        },
      )
      await fc.assert(property, { numRuns: Math.min(cases(20), 500), seed })
    })

    test('bounds find what lies within them and is of their type', async () => {
      const property = fc.asyncProperty(orders, scalars, bounds, fc.boolean(), async (values, bound, kind, down) => {
        const dir = down ? 'desc' : 'asc'
        const posts = setting().collection([{ name: 'sorted', eq: [], order: 'at', dir }], { name: `range${++run}` })
        const documents = [...values, bound].map((at, n) => ({ _id: `p${n}`, at }))
        await insertAll(posts, documents)
        const wanted = documents.filter(({ at }) => isWithin(at, kind, bound)).toSorted(byOrder)
        const found = await walk(posts, 'sorted', {}, { order: 'at', limit: 5, range: { [kind]: bound } })
        expect(found).toEqual((down ? wanted.toReversed() : wanted).map(({ _id }) => _id))
      })
      await fc.assert(property, { numRuns: Math.min(cases(20), 500), seed })
    })
  })

  describe('equality', () => {
    const setting = useStore(adapter)
    let run = 0

    test('is exact for any two scalars in up to six fields, long strings too', async () => {
      const fields = ['a', 'b', 'c', 'd', 'e', 'f']
      const tuples = fc.array(fc.tuple(...fields.map(() => values)), { minLength: 1, maxLength: 12 })
      const property = fc.asyncProperty(tuples, async (given) => {
        const posts = setting().collection([{ name: 'byAll', eq: fields }], { name: `equal${++run}` })
        const eqs = given.map((tuple) => Object.fromEntries(fields.map((field, at) => [field, tuple[at]!])))
        await insertAll(
          posts,
          eqs.map((eq, n) => ({ ...eq, _id: `p${n}` })),
        )
        const counts = await posts.countMany('byAll', eqs, 99)
        const same = (left: object) => eqs.filter((eq) => JSON.stringify(eq) === JSON.stringify(left)).length
        expect(counts).toEqual(eqs.map(same))
      })
      await fc.assert(property, { numRuns: Math.min(cases(20), 500), seed })
    })

    test('of values of 10,000 bytes is exact', async () => {
      const posts = setting().collection([{ name: 'byText', eq: ['text'] }])
      const text = 'long '.repeat(2_000)
      await insertAll(posts, [
        { _id: 'a', text },
        { _id: 'b', text: `${text}.` },
      ])
      expect(idsOf(await posts.page('byText', { text }, { limit: 5 }))).toEqual(['a'])
      expect(idsOf(await posts.page('byText', { text: [text, `${text}.`] }, { limit: 5 }))).toEqual(['a', 'b'])
    })

    test('holds with the longest values that are allowed everywhere at once', async () => {
      const fields = ['a', 'b', 'c', 'd', 'e', 'f']
      const posts = setting().collection([{ name: 'full', eq: fields, order: 'at', dir: 'desc' }])
      const eq = Object.fromEntries(fields.map((field) => [field, `${field}${'é'.repeat(900)}`]))
      const ids = ['x', 'y'].map((last) => 'é'.repeat(255) + last)
      await insertAll(
        posts,
        ids.map((_id) => ({ ...eq, _id, at: '\0'.repeat(512) })),
      )
      expect(await walk(posts, 'full', eq, { order: 'at', limit: 1 })).toEqual(ids.toReversed())
    })
  })
}

const CHARACTERS = ['\0', '\u0001', 'a', 'b', '\uFFFD', 'é']
const numbers = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.double({ noNaN: true, noDefaultInfinity: true }))

function scalarsFor({ ordersStringsBy }: StorageAdapter): fc.Arbitrary<Scalar> {
  const characters = ordersStringsBy === undefined ? [...CHARACTERS, '👋'] : CHARACTERS
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom(...characters), maxLength: 4 }),
    fc.constantFrom('a'.repeat(64), 'a'.repeat(65), 'é'.repeat(32), 'é'.repeat(33)),
  )
  return fc.oneof(texts, numbers, fc.boolean(), fc.constant(null)).map((value) => (Object.is(value, -0) ? 0 : value))
}

// Few enough values that equal tuples are met.
const values: fc.Arbitrary<Scalar> = fc.constantFrom(
  null,
  0,
  '',
  '0',
  false,
  'x'.repeat(64),
  'x'.repeat(65),
  'y'.repeat(500),
)
const bounds = fc.constantFrom('gt', 'gte', 'lt', 'lte')

const TYPES = ['object', 'number', 'string', 'boolean']

function compare(left: Scalar, right: Scalar): number {
  if (typeof left !== typeof right) return TYPES.indexOf(typeof left) - TYPES.indexOf(typeof right)
  if (typeof left === 'string') return Buffer.compare(Buffer.from(left), Buffer.from(right as string))
  return Number(left) - Number(right) || 0
}

function byOrder(left: NewPost, right: NewPost): number {
  return compare(left['at'] as Scalar, right['at'] as Scalar) || compare(left._id, right._id)
}

function isWithin(value: Scalar, kind: string, bound: Scalar): boolean {
  if (typeof value !== typeof bound) return false
  const side = compare(value, bound) * (kind.startsWith('g') ? 1 : -1)
  return side > 0 || (side === 0 && kind.endsWith('e'))
}
