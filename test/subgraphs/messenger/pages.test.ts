import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases, seed } from '../../support/long.ts'
import type { Json } from '../../support/subgraphTester.ts'
import { type Messenger, people } from './people.ts'

const LIST = `query ($first: Int, $after: String) { messengerMe { contacts(first: $first, after: $after) {
  nodes { handle } edges { cursor node { handle } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
} } }`

async function page(messenger: Messenger, first: number, after?: string): Promise<Json> {
  return (await messenger.data('anna', LIST, { first, after })).messengerMe.contacts
}

const handles = (connection: Json): string[] => connection.nodes.map((node: Json) => node.handle)

async function crowd(size: number): Promise<Messenger> {
  const names = Array.from({ length: size }, (_, index) => `c${index}`)
  const messenger = await people(Object.fromEntries(['anna', ...names].map((name) => [name, {}])))
  for (const name of names) {
    await messenger.adds('anna', name)
    await messenger.tester.clock.advance(1)
  }
  return messenger
}

describe('a connection', () => {
  test('gives its pages one after the other', async () => {
    const messenger = await crowd(3)
    const first = await page(messenger, 2)
    expect(handles(first)).toEqual(['c2', 'c1'])
    expect(first.edges.map((edge: Json) => edge.node.handle)).toEqual(['c2', 'c1'])
    const [start, end] = first.edges.map((edge: Json) => edge.cursor)
    const stand = { hasNextPage: true, hasPreviousPage: false, startCursor: start, endCursor: end }
    expect(first.pageInfo).toEqual(stand)
    const last = await page(messenger, 2, end)
    expect(handles(last)).toEqual(['c0'])
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
    expect(handles(await page(messenger, 2, last.pageInfo.endCursor))).toEqual([])
  })

  test.each([0, -1, 101, 2 ** 31 - 1])('has no pages of %i', async (first) => {
    const messenger = await crowd(0)
    const { id } = await messenger.tester.internal('createProfile', {
      handle: 'zoe',
      displayName: 'Zoe',
      birthYear: 1990,
      idempotencyKey: 'zoe',
    })
    const query = `query ($first: Int) { a: messengerMe { LIST { nodes { id } } } }`
    for (const list of ['statuses', 'contacts', 'conversations', 'blockedProfiles']) {
      const asked = query.replace('LIST', `${list}(first: $first)`)
      const { errors } = await messenger.tester.ask(asked, { as: id, client: 'MESSENGER', variables: { first } })
      expect(errors).toMatchObject([{ path: ['a', list], extensions: { code: 'PAGE_SIZE_INVALID' } }])
    }
  })

  test('takes its own cursors only', async () => {
    const messenger = await crowd(2)
    await messenger.adds('c0', 'anna')
    const { cursor } = (await page(messenger, 1)).edges[0]
    const others = ['', 'x', messenger.id('anna'), `${cursor}A`, Buffer.from('[1,"x"]').toString('base64url')]
    for (const after of others) {
      expect((await messenger.ask('anna', LIST, { after })).errors).toMatchObject([
        { extensions: { code: 'CURSOR_INVALID' } },
      ])
    }
    // A cursor of the same list of somebody else, and of another list of the same person.
    expect((await messenger.ask('c0', LIST, { after: cursor })).errors).toHaveLength(1)
    const blocked = LIST.replace('contacts(', 'blockedProfiles(')
    expect((await messenger.ask('anna', blocked, { after: cursor })).errors).toHaveLength(1)
  })
})

/** What happens between two pages: somebody is added, or a contact is removed. */
const change = fc.record({ act: fc.constantFrom('adds', 'removes'), who: fc.nat(11), wait: fc.nat(1) })

test('pages show everybody who stays exactly once, whatever happens in between', async () => {
  const rule = fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(fc.array(change)), async (first, between) => {
    const messenger = await crowd(6)
    for (let i = 6; i < 12; i++) await messenger.join(`c${i}`)
    const [before, removed] = [new Set(await messenger.listed('anna', 'contacts')), new Set<string>()]

    const seen: string[] = []
    let connection = await page(messenger, first)
    for (let i = 0; ; i++) {
      seen.push(...handles(connection))
      if (!connection.pageInfo.hasNextPage) break
      for (const { act, who, wait } of between[i] ?? []) {
        await messenger[act]('anna', `c${who}`)
        await messenger.tester.clock.advance(wait)
        if (act === 'removes') removed.add(`c${who}`)
      }
      connection = await page(messenger, first, connection.pageInfo.endCursor)
    }

    const stayed = [...before].filter((name) => !removed.has(name))
    expect(seen.filter((name) => stayed.includes(name))).toEqual(stayed)
    expect(new Set(seen).size).toBe(seen.length)
  })
  await fc.assert(rule, { seed, numRuns: cases(25) })
})

describe('viewers of a status', () => {
  test('are listed for the author, last first, without any trace of those who blocked or are blocked', async () => {
    const messenger = await people({ anna: {}, ben: {}, cleo: {}, dora: {} })
    const id = await messenger.posts('anna')
    const statusId = messenger.tester.ids.open(id, 'Status') ?? ''
    for (const [index, name] of ['ben', 'cleo', 'dora'].entries()) {
      const viewerId = messenger.local(name)
      await messenger.store.statusViews.insert({ _id: `${statusId}:${viewerId}`, statusId, viewerId, viewedAt: index })
    }
    await messenger.blocks('cleo', 'anna')
    const viewers = '{ viewers(first: 2) { nodes { handle } pageInfo { hasNextPage } } }'
    expect(await messenger.fetch('anna', 'Status', [id], viewers)).toEqual([
      { viewers: { nodes: [{ handle: 'dora' }, { handle: 'ben' }], pageInfo: { hasNextPage: false } } },
    ])
  })
})
