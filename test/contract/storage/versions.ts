import { describe, expect, test } from 'vitest'
import type { CollectionDefinition } from '../../../subgraphs/storage/port.ts'
import type { Post, StorageAdapter } from './setting.ts'
import { expectRefusal, idsOf, insertAll, loose, one, post, slugIndex, useStore } from './setting.ts'

const indexes = [{ name: 'byName', eq: ['name'] }]
const v1: CollectionDefinition<Post> = { name: 'people', version: 1, indexes }
const v2: CollectionDefinition<Post> = {
  ...v1,
  version: 2,
  upgrades: { 1: ({ name, ...rest }) => ({ ...rest, name, names: String(name).split(' ') }) },
}
const v3: CollectionDefinition<Post> = {
  ...v2,
  version: 3,
  upgrades: { ...v2.upgrades, 2: ({ names, ...rest }) => ({ ...rest, first: (names as string[])[0] }) },
}

export function versionContract(adapter: StorageAdapter): void {
  describe('versions', () => {
    const setting = useStore(adapter)
    const people = (definition: CollectionDefinition<Post>) => loose(setting().storage, definition)

    test('of stored documents are upgraded on every way of reading, step by step', async () => {
      await people(v1).insert({ _id: 'a', name: 'Ana Ruiz' })
      const upgraded = { _id: 'a', rev: 1, name: 'Ana Ruiz', first: 'Ana' }
      expect(await one(people(v3), 'a')).toEqual(upgraded)
      expect((await people(v3).page('byName', { name: 'Ana Ruiz' }, { limit: 1 })).items).toEqual([upgraded])
      expect(await people(v3).patch('a', { first: 'Ana' }, {})).toEqual({ ...upgraded, rev: 2 })
    })

    test('reading stores nothing: old and new releases run side by side until one writes', async () => {
      await people(v1).insert({ _id: 'a', name: 'Ana Ruiz' })
      await one(people(v2), 'a')
      expect(await one(people(v1), 'a')).toEqual({ _id: 'a', rev: 1, name: 'Ana Ruiz' })
      await people(v2).patch('a', {}, { set: { age: 30 } })
      expect(await one(people(v2), 'a')).toMatchObject({ names: ['Ana', 'Ruiz'], age: 30 })
    })

    test('newer than the definition are refused, and not written over', async () => {
      await people(v2).insert({ _id: 'a', name: 'Ana', names: ['Ana'] })
      const old = people(v1)
      await expectRefusal(old.getMany(['a']), 'STORE_TOO_NEW', /"people" is known up to version 1, but .* version 2/)
      await expectRefusal(old.page('byName', { name: 'Ana' }, { limit: 1 }), 'STORE_TOO_NEW')
      await expectRefusal(old.patch('a', {}, { set: { x: 1 } }), 'STORE_TOO_NEW')
      await expectRefusal(old.replace({ _id: 'a', name: 'Bo' }, 1), 'STORE_TOO_NEW')
      expect(await one(people(v2), 'a')).toEqual({ _id: 'a', rev: 1, name: 'Ana', names: ['Ana'] })
      expect(await old.delete('a')).toBe(true)
    })

    test('keep _id and rev, whatever a step says of them; an error of a step is told as it is', async () => {
      await people(v1).insert({ _id: 'a', name: 'Ana' })
      const renaming = people({ ...v2, upgrades: { 1: () => ({ _id: 'b', rev: 9, name: 'Bo' }) } })
      expect(await one(renaming, 'a')).toEqual({ _id: 'a', rev: 1, name: 'Bo' })
      const failing = people({ ...v2, upgrades: { 1: ({ names }) => ({ first: (names as string[])[0] }) } })
      await expect(failing.getMany(['a'])).rejects.toThrow(TypeError)
      await expect(failing.patch('a', {}, {})).rejects.toThrow(TypeError)
    })

    test('may bring a unique field, which is kept from the next write on', async () => {
      await insertAll(people(v1), [
        { _id: 'a', name: 'Ana' },
        { _id: 'b', name: 'Bo' },
      ])
      const upgrades = { 1: ({ name }: Record<string, unknown>) => ({ slug: String(name).toLowerCase() }) }
      const named = people({ ...v2, indexes: [slugIndex], upgrades })
      expect(await named.replace({ _id: 'a', slug: 'ana', text: 'hi' }, 1)).toBe('replaced')
      expect(await named.patch('b', {}, { set: { text: 'ho' } })).toMatchObject({ slug: 'bo', rev: 2 })
      expect(await named.insert({ _id: 'c', slug: 'ana' })).toBe('conflict')
      expect(await named.insert({ _id: 'c', slug: 'bo' })).toBe('conflict')
    })

    test('without a step that leads on are refused, and so are steps that give no JSON', async () => {
      await people(v1).insert({ _id: 'a', name: 'Ana' })
      await expectRefusal(people({ ...v3, upgrades: {} }).getMany(['a']), 'STORE_MISUSE', /needs upgrades\[1\]/)
      const bad = people({ ...v2, upgrades: { 1: () => ({ when: new Date(0) }) } })
      await expectRefusal(
        bad.getMany(['a']),
        'STORE_MISUSE',
        /"people\.when" must be a plain JSON value, but got: a Date/,
      )
    })

    test('do not reach an index before the document is written', async () => {
      const renamed = { ...v2, upgrades: { 1: () => ({ name: 'new' }) } }
      await people(v1).insert({ _id: 'a', name: 'old' })
      const posts = people(renamed)
      expect(idsOf(await posts.page('byName', { name: 'old' }, { limit: 5 }))).toEqual(['a'])
      await posts.patch('a', {}, {})
      expect(idsOf(await posts.page('byName', { name: 'old' }, { limit: 5 }))).toEqual([])
      expect(idsOf(await posts.page('byName', { name: 'new' }, { limit: 5 }))).toEqual(['a'])
    })
  })

  describe('an index that is new', () => {
    const setting = useStore(adapter)
    const definition = { name: 'things', version: 1 }

    test('is built over what is stored before it answers', async () => {
      const before = loose(setting().storage, { ...definition, indexes: [] })
      const documents = Array.from({ length: 600 }, (_, n) => post(`p${n}`, { at: n }))
      await insertAll(before, documents)
      const after = loose(setting().storage, { ...definition, indexes: [{ name: 'new', eq: ['author'], order: 'at' }] })
      expect(await after.countMany('new', [{ author: 'ana' }], 1_000)).toEqual([600])
      expect(idsOf(await after.page('new', { author: 'ana' }, { limit: 2 }))).toEqual(['p0', 'p1'])
    })

    test('is kept by those who know an older definition, while it is built and later', async () => {
      const old = loose(setting().storage, { ...definition, indexes: [] })
      await insertAll(
        old,
        Array.from({ length: 300 }, (_, n) => post(`p${n}`)),
      )
      const next = loose(setting().storage, { ...definition, indexes: [{ name: 'new', eq: ['author'] }] })
      const changes = [old.insert(post('late')), old.delete('p7'), old.patch('p8', {}, { set: { author: 'bo' } })]
      await Promise.all(changes)
      expect(await next.countMany('new', [{ author: 'ana' }, { author: 'bo' }], 1_000)).toEqual([299, 1])
      await old.patch('p9', {}, { set: { author: 'bo' } })
      expect(await next.countMany('new', [{ author: 'ana' }, { author: 'bo' }], 1_000)).toEqual([298, 2])
    })

    test('and unique keeps those who know an older definition from a value that is taken', async () => {
      const old = loose(setting().storage, { ...definition, indexes: [] })
      await old.insert({ _id: 'a', slug: 's' })
      const next = loose(setting().storage, { ...definition, indexes: [slugIndex] })
      expect(await next.insert({ _id: 'b', slug: 's' })).toBe('conflict')
      expect(await old.insert({ _id: 'c', slug: 's' })).toBe('conflict')
      expect(await old.insert({ _id: 'd' })).toBe('inserted')
    })

    test('and unique is refused over documents that are not, until they are mended', async () => {
      const old = loose(setting().storage, { ...definition, indexes: [] })
      await insertAll(old, [
        { _id: 'a', slug: 's' },
        { _id: 'b', slug: 's' },
      ])
      const open = () => loose(setting().storage, { ...definition, indexes: [slugIndex] })
      await expectRefusal(open().getMany(['a']), 'STORE_MISUSE', /"bySlug" of "things" cannot be unique/)
      await old.delete('b')
      expect(await open().insert({ _id: 'c', slug: 's' })).toBe('conflict')
      expect(await open().insert({ _id: 'c', slug: 't' })).toBe('inserted')
    })

    test('may have another name or direction for the same fields', async () => {
      const first = loose(setting().storage, { ...definition, indexes: [{ name: 'up', eq: ['author'], order: 'at' }] })
      await insertAll(first, [post('a', { at: 1 }), post('b', { at: 2 })])
      const indexes = [{ name: 'down', eq: ['author'], order: 'at', dir: 'desc' as const }]
      const second = loose(setting().storage, { ...definition, indexes })
      expect(idsOf(await second.page('down', { author: 'ana' }, { limit: 5 }))).toEqual(['b', 'a'])
    })
  })
}
