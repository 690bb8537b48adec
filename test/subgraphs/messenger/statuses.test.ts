import { describe, expect, test } from 'vitest'
import { DAY, type Messenger, people } from './people.ts'

async function friends(): Promise<Messenger> {
  const messenger = await people({ anna: {}, ben: {}, cleo: {} })
  await messenger.befriend('anna', 'ben')
  return messenger
}

describe('a status', () => {
  test('tells its author, kind and times; demo statuses have no content', async () => {
    const messenger = await friends()
    const id = await messenger.posts('anna')
    const selection = '{ id author { handle } kind ciphertext postedAt expiresAt viewers { nodes { id } } }'
    expect(await messenger.fetch('ben', 'Status', [id], selection)).toEqual([
      {
        id,
        author: { handle: 'anna' },
        kind: 'TEXT',
        ciphertext: null,
        postedAt: '2026-11-22T10:30:00.000Z',
        expiresAt: '2026-11-23T10:30:00.000Z',
        viewers: null,
      },
    ])
  })

  test('is for its author and mutual contacts', async () => {
    const messenger = await friends()
    const id = await messenger.posts('anna')
    expect(await messenger.statusesSeen('anna', 'anna')).toEqual([id])
    expect(await messenger.statusesSeen('ben', 'anna')).toEqual([id])
    expect(await messenger.fetch('ben', 'Status', [id], '{ kind }')).toEqual([{ kind: 'TEXT' }])
  })

  test.each([
    ['a stranger', 'cleo', [] as [string, string][]],
    ['somebody signed out', null, []],
    ['whom the author has added', 'cleo', [['anna', 'cleo']]],
    ['who has added the author', 'cleo', [['cleo', 'anna']]],
  ] satisfies [string, string | null, [string, string][]][])('is not there for %s', async (_who, name, added) => {
    const messenger = await friends()
    for (const [from, to] of added) await messenger.adds(from, to)
    const id = await messenger.posts('anna')
    expect(await messenger.statusesSeen(name, 'anna')).toEqual([])
    expect(await messenger.fetch(name, 'Status', [id], '{ id }')).toEqual([null])
  })

  test('is not there any more once one has removed the other', async () => {
    const messenger = await friends()
    const id = await messenger.posts('anna')
    await messenger.removes('anna', 'ben')
    expect(await messenger.statusesSeen('ben', 'anna')).toEqual([])
    expect(await messenger.fetch('ben', 'Status', [id], '{ id }')).toEqual([null])
  })

  test('lives to the last millisecond of its 24 hours, for its author as well', async () => {
    const messenger = await friends()
    const id = await messenger.posts('anna')
    await messenger.tester.clock.advance(DAY - 1)
    expect(await messenger.statusesSeen('ben', 'anna')).toEqual([id])
    await messenger.tester.clock.advance(1)
    for (const name of ['anna', 'ben']) {
      expect(await messenger.statusesSeen(name, 'anna')).toEqual([])
      expect(await messenger.fetch(name, 'Status', [id], '{ id }')).toEqual([null])
    }
  })

  test('stands before those posted earlier', async () => {
    const messenger = await friends()
    const ids: string[] = []
    for (let i = 0; i < 3; i++) {
      ids.unshift(await messenger.posts('anna'))
      await messenger.tester.clock.advance(1)
    }
    expect(await messenger.statusesSeen('ben', 'anna')).toEqual(ids)
  })

  test('has viewers for its author alone: none yet', async () => {
    const messenger = await friends()
    const id = await messenger.posts('anna')
    const viewers = '{ viewers { nodes { handle } edges { cursor } pageInfo { hasNextPage } } }'
    expect(await messenger.fetch('anna', 'Status', [id], viewers)).toEqual([
      { viewers: { nodes: [], edges: [], pageInfo: { hasNextPage: false } } },
    ])
  })
})

describe('sweeping', () => {
  /** As many as make a sweep. */
  async function many(messenger: Messenger): Promise<void> {
    for (let n = 0; n < 64; n++) await messenger.posts('ben')
  }

  test('takes a status when it counts no more in what its author agreed to give away, deleted ones too', async () => {
    const messenger = await friends()
    const statuses = [await messenger.posts('anna'), await messenger.posts('anna')]
    await messenger.act('anna', 'deleteStatus', { statusId: statuses[1] })
    const locals = statuses.map((id) => messenger.tester.ids.open(id, 'Status') ?? '')
    const left = async () => (await messenger.store.statuses.getMany(locals)).filter((row) => row !== null).length
    await messenger.tester.clock.advance(30 * DAY)
    await many(messenger)
    expect(await left()).toBe(2)
    await messenger.tester.clock.advance(DAY)
    await many(messenger)
    expect(await left()).toBe(0)
  })
})

describe('deleteStatus', () => {
  test('takes it back from everybody', async () => {
    const messenger = await friends()
    const id = await messenger.posts('anna')
    expect(await messenger.act('anna', 'deleteStatus', { statusId: id })).toEqual({ status: { id }, errors: [] })
    expect(await messenger.statusesSeen('ben', 'anna')).toEqual([])
    expect(await messenger.fetch('anna', 'Status', [id], '{ id }')).toEqual([null])
  })

  const gone = { status: null, errors: [{ code: 'STATUS_GONE', path: ['statusId'] }] }

  test('of somebody else’s, a deleted, an expired or no status is STATUS_GONE', async () => {
    const messenger = await friends()
    const [bens, first] = [await messenger.posts('ben'), await messenger.posts('anna')]
    expect(await messenger.act('anna', 'deleteStatus', { statusId: bens })).toEqual(gone)
    expect(await messenger.act('anna', 'deleteStatus', { statusId: 'x' })).toEqual(gone)
    await messenger.act('anna', 'deleteStatus', { statusId: first })
    expect(await messenger.act('anna', 'deleteStatus', { statusId: first })).toEqual(gone)
    const second = await messenger.posts('anna')
    await messenger.tester.clock.advance(DAY)
    expect(await messenger.act('anna', 'deleteStatus', { statusId: second })).toEqual(gone)
  })
})
