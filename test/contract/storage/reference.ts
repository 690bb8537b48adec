import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copyPlain } from '../../../subgraphs/storage/document/plain.ts'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import { type Guard, type PatchOperations, type Scalar, StorageError } from '../../../subgraphs/storage/port.ts'
import { cases, seed } from '../../support/long.ts'
import { loose, type NewPost, type Posts, type StorageAdapter, useStore } from './setting.ts'

/** What an adapter compiles for its database is what the adapter in memory does, which reads like the contract. */
export function referenceContract(adapter: StorageAdapter): void {
  describe('the adapter in memory', () => {
    const setting = useStore(adapter)
    const indexes = [{ name: 'byPair', eq: ['a', 'b'], order: 'c' }]
    let run = 0

    test('patches any document by any patch alike, and refuses the same', async () => {
      const posts = setting().collection(indexes)
      const reference = loose(createMemoryStorage(), { name: 'reference', version: 1, indexes })
      const property = fc.asyncProperty(documents, guards, operations, async (fields, guard, patch) => {
        const document = { ...fields, _id: `p${++run}` }
        expect(await outcome(() => posts.insert(document))).toEqual(await outcome(() => reference.insert(document)))
        const act = (on: Posts) => outcome(() => on.patch(document._id, guard, patch))
        expect(await act(posts)).toEqual(await act(reference))
        expect(await posts.getMany([document._id])).toEqual(await reference.getMany([document._id]))
      })
      await fc.assert(property, { numRuns: Math.min(cases(300), 20_000), seed })
    })

    test('keeps any JSON, its order of fields too, and adds numbers alike', async () => {
      const posts = setting().collection([])
      const json = fc.jsonValue({ maxDepth: 5 }).filter(isStorable)
      const number = fc.oneof(
        fc.integer(),
        fc.maxSafeInteger(),
        fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e200, min: -1e200 }),
      )
      const property = fc.asyncProperty(json, number, number, async (value, n, by) => {
        const id = `j${++run}`
        await posts.insert({ _id: id, value, n })
        const [stored] = await posts.getMany([id])
        expect(JSON.stringify(stored?.['value'])).toBe(JSON.stringify(value))
        expect((await posts.patch(id, { n: n + 0 }, { inc: { n: by } }))?.['n']).toBe(n + by + 0)
      })
      await fc.assert(property, { numRuns: Math.min(cases(100), 10_000), seed })
    })
  })
}

/** Whether the contract allows these names of fields. */
function isStorable(value: unknown): boolean {
  try {
    copyPlain(value, '')
    return true
  } catch {
    return false
  }
}

/** The answer, or the code of the refusal. */
async function outcome(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof StorageError) return error.code
    throw error
  }
}

// Few names and values, so that paths meet: numbers as names would lead into arrays.
const name = fc.constantFrom('a', 'b', 'c', '0')
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('.'))
const scalar: fc.Arbitrary<Scalar> = fc.constantFrom(null, 0, 1, 'x', 'y', true)
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(name, tie('any'), { maxKeys: 3 }),
  ),
})).any
const documents = fc.dictionary(name, value, { maxKeys: 4 }) as fc.Arbitrary<Omit<NewPost, '_id'>>
const guards: fc.Arbitrary<Guard> = fc.dictionary(path, scalar, { maxKeys: 1 })
const scalars = fc.array(scalar, { maxLength: 3 })
const operations: fc.Arbitrary<PatchOperations> = fc.record(
  {
    set: fc.dictionary(path, value, { minKeys: 1, maxKeys: 2 }),
    unset: fc.array(path, { maxLength: 2 }),
    inc: fc.dictionary(path, fc.constantFrom(1, -1, 0.5, 1.7e308), { maxKeys: 1 }),
    push: fc.dictionary(path, fc.array(value, { maxLength: 2 }), { maxKeys: 1 }),
    addToSet: fc.dictionary(path, scalars, { maxKeys: 1 }),
    pull: fc.dictionary(path, scalars, { maxKeys: 1 }),
  },
  { requiredKeys: [] },
)
