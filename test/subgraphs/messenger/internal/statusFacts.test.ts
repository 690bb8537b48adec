import { describe, expect, test } from 'vitest'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { type Json, TEST_START } from '../../../support/subgraphTester.ts'
import { createRacingStorage } from '../../../support/racingStorage.ts'
import { DAY, type Messenger, people } from '../people.ts'

const CROSSPOST = 'a cross-post'

const facts = (
  messenger: Messenger,
  statusId: string,
  profileId = messenger.id('anna'),
  crosspostId = CROSSPOST,
): Promise<Json> => messenger.tester.internal('statusFacts', { statusId, profileId, crosspostId }, 'accounts')

async function posted(): Promise<{ messenger: Messenger; status: string; stored: () => Promise<object | null> }> {
  const messenger = await people({ anna: {}, ben: {} })
  const status = await messenger.posts('anna')
  const local = messenger.tester.ids.open(status, 'Status') ?? ''
  return { messenger, status, stored: async () => (await messenger.store.statuses.getMany([local]))[0] ?? null }
}

describe('statusFacts', () => {
  test('tells until when a status lives, and notes the cross-post with it', async () => {
    const { messenger, status, stored } = await posted()
    expect(await facts(messenger, status)).toEqual({ state: 'LIVE', expiresAt: TEST_START + DAY })
    expect(await stored()).toMatchObject({ crosspostId: CROSSPOST, ciphertext: null })
    expect(await facts(messenger, status)).toEqual({ state: 'LIVE', expiresAt: TEST_START + DAY })
  })

  test('does not tell a status of somebody else from one that there is not', async () => {
    const { messenger, status, stored } = await posted()
    const { ids } = messenger.tester
    const nothing = { state: 'NOT_FOUND' }
    expect(await facts(messenger, status, messenger.id('ben'))).toEqual(nothing)
    expect(await facts(messenger, status, 'no id')).toEqual(nothing)
    expect(await facts(messenger, ids.seal('Status', 'none'))).toEqual(nothing)
    expect(await facts(messenger, 'no id')).toEqual(nothing)
    expect(await facts(messenger, 'no id', 'no id')).toEqual(nothing)
    expect(await stored()).not.toHaveProperty('crosspostId')
  })

  test.each([
    ['expired', (messenger: Messenger) => messenger.tester.clock.advance(DAY)],
    ['was deleted', (messenger: Messenger, statusId: string) => messenger.act('anna', 'deleteStatus', { statusId })],
  ])('says that one is gone that %s, and notes nothing', async (_what, end) => {
    const { messenger, status, stored } = await posted()
    await end(messenger, status)
    expect(await facts(messenger, status)).toEqual({ state: 'GONE' })
    expect(await stored()).not.toHaveProperty('crosspostId')
  })

  test('answers accounts only', async () => {
    const { messenger, status } = await posted()
    const input = { statusId: status, profileId: messenger.id('anna'), crosspostId: CROSSPOST }
    for (const caller of ['seeder', 'photo', 'messenger', 'safety']) {
      const call = messenger.tester.internal('statusFacts', input, caller)
      await expect(call).rejects.toMatchObject({ extensions: { code: 'INTERNAL_CALL_FORBIDDEN' } })
    }
  })

  test('leaves no trace of the cross-post in what anybody sees of the status', async () => {
    const { messenger, status } = await posted()
    await facts(messenger, status)
    const selection = '{ __typename id kind ciphertext postedAt expiresAt viewers { nodes { id } } }'
    const seen = await messenger.fetch('anna', 'Status', [status], selection)
    expect(JSON.stringify(seen)).not.toContain(CROSSPOST)
  })
})

test('whichever of a deletion and the noting of a cross-post comes first: accounts hears of the end', async () => {
  const racing = createRacingStorage(createMemoryStorage())
  const messenger = await people({ anna: {} }, racing.storage)
  const states: Record<string, string> = {}
  for (const [round, choices] of orders(6).entries()) {
    const statusId = await messenger.posts('anna')
    const crosspostId = `cross-post ${round}`
    const share = () => facts(messenger, statusId, messenger.id('anna'), crosspostId)
    const act = () => messenger.act('anna', 'deleteStatus', { statusId })
    const [found, deleted] = await racing.race(choices, [share, act])
    expect(deleted).toEqual({ status: { id: statusId }, errors: [] })
    states[crosspostId] = found.state
  }
  await racing.race([], [async () => messenger.tester.subgraph.outbox?.drain()])

  const shared = Object.keys(states).filter((crosspostId) => states[crosspostId] === 'LIVE')
  const told = messenger.accounts.told.map(({ input }) => (input as { crosspostId: string }).crosspostId)
  expect(told.toSorted()).toEqual(shared.toSorted())
  expect(new Set(Object.values(states))).toEqual(new Set(['LIVE', 'GONE']))
})

/** Every order in which two acts can take this many turns. */
function orders(turns: number): number[][] {
  return Array.from({ length: 2 ** turns }, (_, bits) => Array.from({ length: turns }, (_, turn) => (bits >> turn) & 1))
}
