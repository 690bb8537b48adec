import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { CollectionDefinition } from '../../../subgraphs/storage/port.ts'
import { cases, seed } from '../../support/long.ts'
import type { NewPost, Post, Posts, StorageAdapter } from './setting.ts'
import { expectRefusal, idsOf, loose, one, slugIndex, useStore } from './setting.ts'

/** The release before: people have a name. */
const before: CollectionDefinition<Post> = {
  name: 'people',
  version: 1,
  indexes: [{ name: 'byName', eq: ['name'] }, slugIndex],
}

/** This release: they have names beside it, and may have a title, which the release before has no word for. */
const today: CollectionDefinition<Post> = {
  ...before,
  version: 2,
  indexes: [...before.indexes, { name: 'byFirst', eq: ['first'] }],
  upgrades: { 1: ({ name, ...rest }) => ({ title: null, ...rest, name, first: firstOf(name) }) },
  downgrades: { 2: ({ first: _first, title: _title, ...rest }) => rest },
}

/** The next release: it counts letters, and knows both ways. */
const next: CollectionDefinition<Post> = {
  ...today,
  version: 3,
  upgrades: { ...today.upgrades, 2: ({ name, ...rest }) => ({ ...rest, name, letters: String(name).length }) },
  downgrades: { ...today.downgrades, 3: ({ letters: _letters, ...rest }) => rest },
}

function firstOf(name: unknown): string {
  return String(name).split(' ')[0] ?? ''
}

function person(_id: string, name: string, fields: Record<string, unknown> = {}): NewPost {
  return { _id, slug: _id, name, first: firstOf(name), title: null, ...fields }
}

const ANA = { _id: 'a', slug: 'a', name: 'Ana Ruiz' }

export function mixedReleaseContract(adapter: StorageAdapter): void {
  describe('while processes of the release before run', () => {
    let oldest = 1
    beforeEach(() => void (oldest = 1))
    const setting = useStore(adapter, () => oldest)
    const people = (definition: CollectionDefinition<Post>): Posts => loose(setting().storage, definition)

    test('whatever is written is written as they know it, and read as this release does', async () => {
      expect(await people(today).insert(person('a', 'Ana Ruiz'))).toBe('inserted')
      expect(await one(people(before), 'a')).toEqual({ ...ANA, rev: 1 })
      expect(await people(today).replace(person('a', 'Eva Ruiz'), 1)).toBe('replaced')
      expect(await one(people(before), 'a')).toEqual({ ...ANA, name: 'Eva Ruiz', rev: 2 })
      const patched = await people(today).patch('a', { first: 'Eva' }, { set: { name: 'Ida Ruiz', first: 'Ida' } })
      expect(patched).toEqual({ ...person('a', 'Ida Ruiz'), rev: 3 })
      expect(await one(people(before), 'a')).toEqual({ ...ANA, name: 'Ida Ruiz', rev: 3 })
      expect(idsOf(await people(before).page('byName', { name: 'Ida Ruiz' }, { limit: 2 }))).toEqual(['a'])
    })

    test('both write the same document by turns', async () => {
      await people(before).insert(ANA)
      await people(today).patch('a', {}, { inc: { seen: 1 } })
      await people(before).patch('a', {}, { set: { name: 'Bo' }, inc: { seen: 1 } })
      expect(await one(people(today), 'a')).toEqual({ ...person('a', 'Bo', { seen: 2 }), rev: 3 })
      expect(await people(before).replace({ _id: 'a', slug: 'a', name: 'Cy' }, 3)).toBe('replaced')
      expect(await people(today).patch('a', { first: 'Bo' }, {})).toBeNull()
    })

    test('what the older shape has no words for is written in the newer, and never lost', async () => {
      await people(before).insert(ANA)
      await people(today).patch('a', {}, { set: { title: 'Dr' } })
      expect(await one(people(today), 'a')).toMatchObject({ title: 'Dr', first: 'Ana' })
      await expectRefusal(people(before).getMany(['a']), 'STORE_TOO_NEW')
      await expectRefusal(people(before).patch('a', {}, { set: { name: 'Bo' } }), 'STORE_TOO_NEW')
      expect(idsOf(await people(today).page('byFirst', { first: 'Ana' }, { limit: 2 }))).toEqual(['a'])
    })

    test('a document that is stored in a newer shape stays in it', async () => {
      await people(today).insert(person('a', 'Ana', { title: 'Dr' }))
      await people(today).patch('a', {}, { set: { title: null } })
      await expectRefusal(people(before).getMany(['a']), 'STORE_TOO_NEW')
      expect(await people(today).replace(person('a', 'Bo'), 2)).toBe('replaced')
      await expectRefusal(people(before).getMany(['a']), 'STORE_TOO_NEW')
    })

    test('steps lead back over several versions, as far as nothing is lost', async () => {
      await people(next).insert(person('a', 'Ana', { letters: 3 }))
      await people(next).insert(person('b', 'Bo', { letters: 2, title: 'Dr' }))
      await people(next).insert(person('c', 'Cy', { letters: 99 }))
      expect(await one(people(before), 'a')).toMatchObject({ name: 'Ana' })
      await expectRefusal(people(before).getMany(['b']), 'STORE_TOO_NEW', /version 2/)
      expect(await one(people(today), 'b')).toMatchObject({ title: 'Dr' })
      await expectRefusal(people(today).getMany(['c']), 'STORE_TOO_NEW', /version 3/)
      expect(await one(people(next), 'c')).toMatchObject({ letters: 99 })
    })

    test('a release without a way back writes its own shape', async () => {
      const { downgrades: _downgrades, ...oneWay } = today
      await people(oneWay).insert(person('a', 'Ana'))
      await expectRefusal(people(before).getMany(['a']), 'STORE_TOO_NEW')
    })

    test('the next write after the last of them has gone is in the new shape', async () => {
      await people(today).insert(person('a', 'Ana'))
      oldest = 2
      expect(await one(people(before), 'a')).toMatchObject({ name: 'Ana' })
      await people(today).patch('a', {}, {})
      await expectRefusal(people(before).getMany(['a']), 'STORE_TOO_NEW')
      expect(idsOf(await people(today).page('byFirst', { first: 'Ana' }, { limit: 2 }))).toEqual(['a'])
    })

    test('unique values stay unique, and fixed', async () => {
      await people(before).insert(ANA)
      expect(await people(today).insert({ ...person('b', 'Bo'), slug: 'a' })).toBe('conflict')
      await expectRefusal(people(today).replace({ ...person('a', 'Bo'), slug: 'b' }, 1), 'STORE_MISUSE', /unique/)
      await expectRefusal(people(today).patch('a', {}, { set: { slug: 'b' } }), 'STORE_MISUSE', /never changes/)
    })

    test('no change of either is lost when both change one document at once', async () => {
      await people(before).insert({ ...ANA, seen: 0 })
      const racers = Array.from({ length: 12 }, (_, n) => people(n % 2 === 0 ? before : today))
      await Promise.all(racers.map((posts) => posts.patch('a', {}, { inc: { seen: 1 } })))
      expect(await one(people(today), 'a')).toMatchObject({ seen: 12, rev: 13 })
    })

    test('any history of both: each reads what the other wrote, and the older is refused titles only', async () => {
      let run = 0
      const steps = fc.array(
        fc.record({
          id: fc.constantFrom('a', 'b'),
          by: fc.constantFrom('before', 'today'),
          name: fc.option(fc.constantFrom('Ana Ruiz', 'Bo')),
          title: fc.option(fc.constantFrom('Dr', 'Prof'), { freq: 4 }),
          raise: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
        }),
        { minLength: 3, maxLength: 12 },
      )
      const property = fc.asyncProperty(steps, async (history) => {
        oldest = 1
        await replay(history, `people${++run}`)
      })
      await fc.assert(property, { numRuns: Math.min(cases(25), 1_000), seed })
    })

    interface Step {
      readonly id: string
      readonly by: 'before' | 'today'
      readonly name: string | null
      readonly title: string | null
      readonly raise: boolean
    }

    async function replay(history: readonly Step[], name: string): Promise<void> {
      const [old, young] = [people({ ...before, name }), people({ ...today, name })]
      const model = new Map<string, { name: string; title: string | null; isNew: boolean }>()
      for (const { id, by, name: named, title, raise } of history) {
        if (raise) oldest = 2
        const known = model.get(id)
        const isOld = by === 'before'
        if (isOld && known?.isNew === true) {
          await expectRefusal(old.patch(id, {}, { set: { name: 'lost' } }), 'STORE_TOO_NEW')
          continue
        }
        const given = { name: named ?? known?.name ?? 'Nobody', title: isOld ? (known?.title ?? null) : title }
        const isNew = known?.isNew === true || (!isOld && (oldest === 2 || given.title !== null))
        model.set(id, { ...given, isNew })
        if (known === undefined)
          await (isOld
            ? old.insert({ _id: id, slug: id, name: given.name })
            : young.insert(person(id, given.name, { title })))
        else if (isOld) await old.patch(id, {}, { set: { name: given.name } })
        else await young.patch(id, {}, { set: { ...given, first: firstOf(given.name) } })
      }
      for (const [id, { name: named, title }] of model)
        expect(await one(young, id)).toMatchObject(person(id, named, { title }))
      const known = [...model].filter(([, { isNew }]) => !isNew)
      const names = (await old.getMany(known.map(([id]) => id))).map((row) => row?.['name'])
      expect(names).toEqual(known.map(([, row]) => row.name))
    }
  })
}
