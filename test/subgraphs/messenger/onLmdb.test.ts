import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openLmdbStorage } from '../../../subgraphs/storage/lmdb/lmdb.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import type { Json } from '../../support/subgraphTester.ts'
import { DAY, people } from './people.ts'

// The rules are tried over the simplest store; here, that the real one is asked nothing that it answers otherwise.
let directory: string
let storage: Storage

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'concord-messenger-'))
  storage = await openLmdbStorage({ directory })
})

afterEach(async () => {
  await storage.close()
  await rm(directory, { recursive: true })
})

describe('over LMDB', () => {
  test('statuses live a day and are for mutual contacts', async () => {
    const messenger = await people({ anna: {}, ben: {}, cleo: {} }, storage)
    await messenger.befriend('anna', 'ben')
    const ids = [await messenger.posts('anna'), await messenger.posts('anna')]
    expect((await messenger.statusesSeen('ben', 'anna')).toSorted()).toEqual(ids.toSorted())
    expect(await messenger.statusesSeen('cleo', 'anna')).toEqual([])
    await messenger.act('anna', 'deleteStatus', { statusId: ids[0] })
    await messenger.tester.clock.advance(DAY - 1)
    expect(await messenger.statusesSeen('ben', 'anna')).toEqual([ids[1]])
    await messenger.tester.clock.advance(1)
    expect(await messenger.statusesSeen('ben', 'anna')).toEqual([])
  })

  test('a block beats an addition that is under way', async () => {
    const messenger = await people({ dora: {}, emil: {} }, storage)
    for (let i = 0; i < 10; i++) {
      await Promise.all([
        messenger.adds('emil', 'dora'),
        messenger.adds('dora', 'emil'),
        messenger.blocks('dora', 'emil'),
      ])
      await messenger.unblocks('dora', 'emil')
      expect(await messenger.listed('emil', 'contacts')).toEqual([])
      expect(await messenger.listed('dora', 'contacts')).toEqual([])
    }
  })

  test('contacts of one moment have a stable order, page by page', async () => {
    const names = Array.from({ length: 9 }, (_, index) => `f${index}`)
    const messenger = await people(Object.fromEntries(['fay', ...names].map((name) => [name, {}])), storage)
    await Promise.all(names.map((name) => messenger.adds('fay', name)))
    const query = `query ($after: String) { messengerMe { contacts(first: 2, after: $after) {
      nodes { handle } pageInfo { hasNextPage endCursor } } } }`
    const seen: string[] = []
    for (let after: string | null = null, more = true; more;) {
      const { contacts }: Json = (await messenger.data('fay', query, { after })).messengerMe
      seen.push(...contacts.nodes.map((node: Json) => node.handle))
      after = contacts.pageInfo.endCursor
      more = contacts.pageInfo.hasNextPage
    }
    expect(seen).toEqual(await messenger.listed('fay', 'contacts'))
    expect(seen.toSorted()).toEqual(names)
  })

  test('many attempts at once make one status and one profile', async () => {
    const messenger = await people({ gus: {} }, storage)
    const input = { kind: 'TEXT', idempotencyKey: 'once' }
    const payloads = await Promise.all(Array.from({ length: 8 }, () => messenger.act('gus', 'postStatus', input)))
    expect(new Set(payloads.map(({ status }) => status.id)).size).toBe(1)
    const ids = await Promise.all(Array.from({ length: 8 }, () => messenger.join('hal')))
    expect(new Set(ids).size).toBe(1)
  })

  test('what was written is there for whoever opens the store again', async () => {
    const first = await people({ ida: { about: 'Here' } }, storage)
    const again = await openLmdbStorage({ directory })
    const second = await people({ ida: {} }, again)
    expect(second.id('ida')).toBe(first.id('ida'))
    expect(await second.sees(null, 'ida', '{ about }')).toEqual({ about: 'Here' })
    await again.close()
  })
})
