import { describe, expect, test } from 'vitest'
import type { Guard, PatchOperations } from '../../../subgraphs/storage/port.ts'
import type { Setting, StorageAdapter } from './setting.ts'
import { idsOf, one, post, useStore } from './setting.ts'

export function patchContract(adapter: StorageAdapter): void {
  describe('patch', () => {
    const setting = useStore(adapter)

    test.each(operators)('$what', async ({ before, operations, after }) => {
      expect(await patched(setting(), before, operations)).toEqual(after)
    })

    test('applies all operations together, answers the document after them, and counts up rev', async () => {
      const { posts } = setting()
      await posts.insert(post('a', { n: 1, tags: ['x'] }))
      const answer = await posts.patch('a', {}, { set: { text: 'hi' }, inc: { n: 2 }, push: { tags: ['y'] } })
      expect(answer).toEqual({ ...post('a', { n: 3, tags: ['x', 'y'], text: 'hi' }), rev: 2 })
      expect(await one(posts, 'a')).toEqual(answer)
    })

    test('without operations counts up rev', async () => {
      expect(await patched(setting(), { x: 1 }, {})).toEqual({ x: 1 })
    })

    test('of a document that is missing answers null', async () => {
      const { posts } = setting()
      expect(await posts.patch('nobody', {}, { set: { text: 'hi' } })).toBeNull()
      expect(await posts.patch('', {}, {})).toBeNull()
      expect(await one(posts, 'nobody')).toBeNull()
    })

    test('moves the document in the indexes whose fields it changes', async () => {
      const { posts } = setting()
      await posts.insert(post('a', { tags: ['x'] }))
      await posts.patch('a', {}, { set: { author: 'bo', at: 5, tags: ['y'] } })
      expect(await posts.countMany('byTag', [{ tags: 'x' }], 9)).toEqual([0])
      expect(idsOf(await posts.page('byTag', { tags: 'y' }, { limit: 5, range: { gte: 5 } }))).toEqual(['a'])
      expect(await posts.countMany('byAuthor', [{ author: 'ana' }, { author: 'bo' }], 9)).toEqual([0, 1])
    })

    test('keeps what it is given apart from what is stored', async () => {
      const { posts } = setting()
      await posts.insert(post('a'))
      const settings = { list: ['one'] }
      const answer = (await posts.patch('a', {}, { set: { settings } }))!
      settings.list.push('two')
      ;(answer['settings'] as typeof settings).list.push('three')
      expect((await one(posts, 'a'))?.['settings']).toEqual({ list: ['one'] })
    })
  })

  describe('the guard of a patch', () => {
    const setting = useStore(adapter)
    const document = { state: 'free', n: 1, ok: false, none: null, settings: { level: 3 }, list: { of: 'x' } }

    test.each(guards)('$what', async ({ guard, holds }) => {
      const { posts } = setting()
      await posts.insert(post('a', document))
      const answer = await posts.patch('a', guard, { set: { changed: true } })
      expect(answer !== null).toBe(holds)
      expect((await one(posts, 'a'))?.['changed'] ?? false).toBe(holds)
      expect((await one(posts, 'a'))?.rev).toBe(holds ? 2 : 1)
    })
  })
}

const guards: { what: string; guard: Guard; holds: boolean }[] = [
  { what: 'holds when it is empty', guard: {}, holds: true },
  { what: 'holds for an equal string', guard: { state: 'free' }, holds: true },
  { what: 'fails for another string', guard: { state: 'taken' }, holds: false },
  { what: 'tells 1 from "1"', guard: { n: '1' }, holds: false },
  { what: 'tells false from null', guard: { ok: null }, holds: false },
  { what: 'tells null from false', guard: { none: false }, holds: false },
  { what: 'takes null for a null', guard: { none: null }, holds: true },
  { what: 'takes null for an absent field', guard: { absent: null, 'also.absent': null }, holds: true },
  { what: 'follows dotted paths', guard: { 'settings.level': 3 }, holds: true },
  { what: 'finds nothing below a scalar', guard: { 'state.inner': null }, holds: true },
  { what: 'holds for the rev', guard: { rev: 1 }, holds: true },
  { what: 'fails when one of several fails', guard: { state: 'free', n: 2 }, holds: false },
  { what: 'takes an object for no scalar', guard: { settings: null }, holds: false },
  {
    what: 'takes what an object inherits for absent',
    guard: { constructor: null, 'settings.toString': null },
    holds: true,
  },
]

/** The fields of the document after the patch, without those that every document has. */
async function patched(
  { posts }: Setting,
  before: Record<string, unknown>,
  operations: PatchOperations,
): Promise<Record<string, unknown>> {
  await posts.insert({ _id: 'a', ...before })
  const answer = await posts.patch('a', {}, operations)
  const { _id, rev, ...fields } = (await one(posts, 'a'))!
  expect(answer).toEqual({ _id, rev, ...fields })
  expect(rev).toBe(2)
  return fields
}

const operators: { what: string; before: Record<string, unknown>; operations: PatchOperations; after: object }[] = [
  { what: 'sets a field', before: { x: 1 }, operations: { set: { x: { y: [1] } } }, after: { x: { y: [1] } } },
  {
    what: 'sets below a path',
    before: { s: { a: 1 } },
    operations: { set: { 's.b': 2 } },
    after: { s: { a: 1, b: 2 } },
  },
  {
    what: 'makes the way to a path',
    before: {},
    operations: { set: { 'a.b.c': null } },
    after: { a: { b: { c: null } } },
  },
  { what: 'unsets', before: { x: 1, s: { a: 1, b: 2 } }, operations: { unset: ['x', 's.a'] }, after: { s: { b: 2 } } },
  { what: 'leaves what is absent', before: { x: 1 }, operations: { unset: ['y', 'z.a', 'x.a'] }, after: { x: 1 } },
  { what: 'increments', before: { n: 1 }, operations: { inc: { n: -2.5 } }, after: { n: -1.5 } },
  { what: 'increments from 0', before: {}, operations: { inc: { n: 2, 's.m': 1 } }, after: { n: 2, s: { m: 1 } } },
  {
    what: 'pushes in order',
    before: { l: [1] },
    operations: { push: { l: [1, { a: 2 }] } },
    after: { l: [1, 1, { a: 2 }] },
  },
  { what: 'pushes to a new array', before: {}, operations: { push: { 's.l': ['x'] } }, after: { s: { l: ['x'] } } },
  {
    what: 'adds to a set what is not in it, once, and tells types apart',
    before: { l: ['a', 1] },
    operations: { addToSet: { l: ['a', 'b', 'b', '1', 1, null, true] } },
    after: { l: ['a', 1, 'b', '1', null, true] },
  },
  { what: 'adds to a new set', before: {}, operations: { addToSet: { l: ['a'] } }, after: { l: ['a'] } },
  {
    what: 'pulls every equal element',
    before: { l: ['a', 'b', 'a', 1, null, { a: 1 }] },
    operations: { pull: { l: ['a', null, '1'] } },
    after: { l: ['b', 1, { a: 1 }] },
  },
  { what: 'pulls from nothing', before: { x: 1 }, operations: { pull: { l: ['a'], 's.l': ['b'] } }, after: { x: 1 } },
  {
    what: 'takes names of inherited things as they are',
    before: {},
    operations: { set: { toString: 1 } },
    after: { toString: 1 },
  },
]
