import { describe, expect, test } from 'vitest'
import type { Changes, Storage } from '../../../subgraphs/storage/port.ts'
import { expectRefusal, loose, post, postIndexes, type StorageAdapter, useStore } from './setting.ts'

const definition = { name: 'posts', version: 1, indexes: postIndexes }

export function changesContract(adapter: StorageAdapter): void {
  describe.runIf(adapter.tellsChanges)('the changes of a collection', () => {
    const setting = useStore(adapter)

    test('every kind of write is told, once it can be read', async () => {
      const { storage, posts } = setting()
      await posts.insert(post('old'))
      const changes = await startListening(storage)
      const acts = {
        new: () => posts.insert(post('new')),
        old: () => posts.replace(post('old', { n: 1 }), 1),
        'new again': () => posts.patch('new', {}, { inc: { n: 1 } }),
        'old again': () => posts.delete('old'),
      }
      for (const [what, act] of Object.entries(acts)) {
        await act()
        await changes.untilTold(what.slice(0, 3))
      }
      await changes.end()
    })

    test('what another store of the same data wrote is told, and can be read then', async () => {
      const { storage, posts, store } = setting()
      const changes = await startListening(storage)
      const beside = loose(await store.reopen!(), definition)
      await beside.insert(post('a', { n: 7 }))
      await changes.untilTold('a')
      expect(await posts.getMany(['a'])).toMatchObject([{ n: 7 }])
      await changes.end()
    })

    test('other collections are none of it', async () => {
      const { storage, posts } = setting()
      const changes = await startListening(storage)
      await setting().collection([]).insert(post('other'))
      await posts.insert(post('own'))
      await changes.untilTold('own')
      expect(changes.told()).not.toContain('other')
      await changes.end()
    })

    test('it ends when it is aborted, also before it began', async () => {
      const { storage } = setting()
      const changes = await startListening(storage)
      await changes.end()
      const late = storage.changes!(definition, AbortSignal.abort())[Symbol.asyncIterator]()
      expect(await late.next()).toMatchObject({ done: true })
    })

    test('a closed store tells nothing and says so, to those who listen already as well', async () => {
      const { storage } = setting()
      const changes = await startListening(storage)
      await storage.close()
      await expectRefusal(changes.untilTold('never'), 'STORE_CLOSED')
      await expectRefusal(startListening(storage), 'STORE_CLOSED')
    })
  })
}

/** Listens, and is sure that it does. */
async function startListening(storage: Storage) {
  const stopping = new AbortController()
  const changes = storage.changes!(definition, stopping.signal)[Symbol.asyncIterator]()
  const told: string[] = []
  const take = ({ value }: IteratorResult<Changes>): boolean => value === 'UNKNOWN' || told.push(...value) < 0
  take(await changes.next())
  return {
    told: () => told,
    async untilTold(id: string) {
      for (let unknown = false; !unknown && !told.includes(id);) unknown = take(await changes.next())
      told.length = 0
    },
    async end() {
      stopping.abort()
      let next = await changes.next()
      while (next.done !== true) next = await changes.next()
    },
  }
}
