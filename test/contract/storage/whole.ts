import { describe, expect, test } from 'vitest'
import type { CollectionDefinition, Snapshot, StoredRow } from '../../../subgraphs/storage/port.ts'
import type { Post, StorageAdapter } from './setting.ts'
import { expectRefusal, idsOf, insertAll, loose, one, post, postIndexes, slugIndex, useStore } from './setting.ts'

const definition: CollectionDefinition<Post> = { name: 'posts', version: 1, indexes: postIndexes }

/** All rows of a collection, read `limit` at a time. */
async function all(snapshot: Snapshot, collection: string, limit = 2): Promise<StoredRow[]> {
  const rows: StoredRow[] = []
  for (;;) {
    const next = await snapshot.scan(collection, rows.at(-1)?.document._id ?? null, limit)
    rows.push(...next)
    if (next.length < limit) return rows
  }
}

export function wholeContract(adapter: StorageAdapter): void {
  describe('a snapshot', () => {
    const setting = useStore(adapter)

    test('names every collection that was written, and gives each of its documents once', async () => {
      const { posts, storage } = setting()
      await insertAll(
        posts,
        Array.from({ length: 7 }, (_, n) => post(`p${n}`, { n })),
      )
      await setting().collection([], { name: 'others' }).insert(post('other'))
      const snapshot = await storage.snapshot()
      expect(snapshot.collections).toContainEqual({ name: 'posts', documents: 7 })
      const rows = await all(snapshot, 'posts')
      expect(new Set(rows.map(({ document }) => document['n']))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]))
      expect(rows).toHaveLength(7)
      expect(rows[0]).toMatchObject({ version: 1, document: { rev: 1, author: 'ana' } })
      expect(await all(snapshot, 'others')).toHaveLength(1)
      expect(await all(snapshot, 'nobody')).toEqual([])
      snapshot.close()
    })

    test('shows documents in the shape of their own version, with their rev', async () => {
      const { posts, storage } = setting()
      await posts.insert(post('a'))
      await posts.patch('a', {}, { inc: { n: 1 } })
      const next = { ...definition, version: 2, upgrades: { 1: (old: object) => ({ ...old, upgraded: true }) } }
      await loose(storage, next).insert(post('b'))
      const rows = await all(await storage.snapshot(), 'posts')
      expect(rows.map(({ version, document }) => [version, document._id, document.rev])).toEqual([
        [1, 'a', 2],
        [2, 'b', 1],
      ])
      expect(rows[0]!.document).not.toHaveProperty('upgraded')
    })

    test('of one moment does not show what is written later, and any other shows what was there all the time', async () => {
      const { posts, storage } = setting()
      await insertAll(
        posts,
        Array.from({ length: 20 }, (_, n) => post(`p${n + 10}`, { n: 0 })),
      )
      const snapshot = await storage.snapshot()
      const first = await snapshot.scan('posts', null, 5)
      await Promise.all([posts.delete('p11'), posts.patch('p12', {}, { inc: { n: 1 } }), posts.insert(post('p99'))])
      const last = first.at(-1)!.document._id
      const found = [...first, ...(await snapshot.scan('posts', last, 100))].map(({ document }) => document)
      expect(new Set(found.map(({ _id }) => _id)).size).toBe(found.length)
      const ids = found.map(({ _id }) => _id).filter((id) => snapshot.isOneMoment || (id !== 'p11' && id !== 'p99'))
      expect(ids).toHaveLength(snapshot.isOneMoment ? 20 : 19)
      expect(found.some(({ n }) => n !== 0)).toBe(!snapshot.isOneMoment)
      snapshot.close()
    })

    test('is refused when it is closed, or asked for none or too many', async () => {
      const { storage } = setting()
      const snapshot = await storage.snapshot()
      await expectRefusal(snapshot.scan('posts', null, 0), 'STORE_MISUSE', /1 to 1000/)
      await expectRefusal(snapshot.scan('posts', null, 1_001), 'STORE_MISUSE')
      snapshot.close()
      snapshot.close()
      await expectRefusal(snapshot.scan('posts', null, 1), 'STORE_MISUSE', /closed/)
    })

    test('that is open does not keep a store from closing, and of a closed store there is none', async () => {
      const { posts, storage } = setting()
      await posts.insert(post('a'))
      const snapshot = await storage.snapshot()
      await snapshot.scan('posts', null, 1)
      await storage.close()
      await expectRefusal(storage.snapshot(), 'STORE_CLOSED')
    })
  })

  describe('load', () => {
    const setting = useStore(adapter)
    const row = (_id: string, fields: object = {}, version = 1): StoredRow => ({
      version,
      document: { ...post(_id, { ...fields }), _id, rev: 7 },
    })

    test('keeps rev and version, and the indexes of the definition', async () => {
      const { posts, storage } = setting()
      expect(await storage.load(definition, [row('a', { at: 1 }), row('b', { at: 2, tags: ['x'] })])).toEqual([])
      expect(await one(posts, 'a')).toMatchObject({ rev: 7, at: 1 })
      expect(idsOf(await posts.page('byAuthor', { author: 'ana' }, { limit: 5 }))).toEqual(['b', 'a'])
      expect(await posts.countMany('byTag', [{ tags: 'x' }], 9)).toEqual([1])
      expect(await posts.replace(post('a'), 7)).toBe('replaced')
      const [stored] = await all(await storage.snapshot(), 'posts')
      expect(stored).toMatchObject({ version: 1, document: { _id: 'a', rev: 8 } })
    })

    test('keeps the shape of an older version, which the next reader upgrades', async () => {
      const { storage } = setting()
      const next = { ...definition, version: 2, upgrades: { 1: (old: object) => ({ ...old, upgraded: true }) } }
      await storage.load(next, [row('old'), row('new', {}, 2)])
      expect(await one(loose(storage, next), 'old')).toMatchObject({ upgraded: true, rev: 7 })
      expect(await one(loose(storage, next), 'new')).not.toHaveProperty('upgraded')
    })

    test('leaves out what is taken, and answers which', async () => {
      const { storage } = setting()
      const named = { ...definition, name: 'named', indexes: [slugIndex] }
      await storage.load(named, [row('a', { slug: 's' })])
      expect(
        await storage.load(named, [row('a', { slug: 't' }), row('b', { slug: 's' }), row('c', { slug: 'u' })]),
      ).toEqual(['a', 'b'])
      expect(await one(loose(storage, named), 'c')).toMatchObject({ slug: 'u' })
    })

    test('refuses what is newer, or no document', async () => {
      const { storage } = setting()
      await expectRefusal(storage.load(definition, [row('a', {}, 2)]), 'STORE_TOO_NEW', /version 2/)
      await expectRefusal(storage.load(definition, [row('a', {}, 0)]), 'STORE_MISUSE')
      const unborn = { version: 1, document: { ...row('a').document, rev: 0 } }
      await expectRefusal(storage.load(definition, [unborn]), 'STORE_MISUSE')
      await expectRefusal(storage.load(definition, [row('', {})]), 'STORE_MISUSE')
      expect(await storage.load(definition, [])).toEqual([])
    })
  })
}
