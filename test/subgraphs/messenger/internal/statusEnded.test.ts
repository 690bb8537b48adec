import { describe, expect, test } from 'vitest'
import { TEST_START } from '../../../support/subgraphTester.ts'
import { DAY, type Messenger, people } from '../people.ts'

const MINUTE = 60_000
const TOLD = {
  service: 'accounts',
  operation: 'statusEnded',
  input: { crosspostId: 'a cross-post', expiresAt: TEST_START + DAY },
}

/** Anna has a status, shared or not. */
async function posted(shared: 'shared' | 'not shared'): Promise<{ messenger: Messenger; status: string }> {
  const messenger = await people({ anna: {} })
  const status = await messenger.posts('anna')
  const input = { statusId: status, profileId: messenger.id('anna'), crosspostId: 'a cross-post' }
  if (shared === 'shared') await messenger.tester.internal('statusFacts', input, 'accounts')
  return { messenger, status }
}

const deletes = (messenger: Messenger, statusId: string) => messenger.act('anna', 'deleteStatus', { statusId })
const works = (messenger: Messenger) => messenger.tester.subgraph.outbox?.drain()

async function waits(messenger: Messenger): Promise<boolean> {
  const { items } = await messenger.store.statuses.page('byOutbox', { 'outbox.waiting': true }, { limit: 1 })
  return items.length > 0
}

describe('the deletion of a status', () => {
  test('is told to accounts when it is shared, once, with the time of the status', async () => {
    const { messenger, status } = await posted('shared')
    await deletes(messenger, status)
    await works(messenger)
    expect(messenger.accounts.told).toEqual([TOLD])
    expect(await waits(messenger)).toBe(false)
    await deletes(messenger, status)
    await works(messenger)
    expect(messenger.accounts.told).toEqual([TOLD])
  })

  test('is told to nobody when it is not shared', async () => {
    const { messenger, status } = await posted('not shared')
    await deletes(messenger, status)
    await works(messenger)
    expect(messenger.accounts.told).toEqual([])
  })

  test('does not wait for accounts', async () => {
    const { messenger, status } = await posted('shared')
    messenger.accounts.down = true
    expect(await deletes(messenger, status)).toEqual({ status: { id: status }, errors: [] })
    expect(await messenger.statusesSeen('anna', 'anna')).toEqual([])
  })

  test('is told once accounts is back, however often it was tried', async () => {
    const { messenger, status } = await posted('shared')
    messenger.accounts.down = true
    await deletes(messenger, status)
    for (let hour = 0; hour < 20; hour++) {
      await works(messenger)
      await messenger.tester.clock.advance(60 * MINUTE)
    }
    messenger.accounts.down = false
    await works(messenger)
    expect(messenger.accounts.told).toEqual([TOLD])
  })

  test('is let go of when the status would have expired', async () => {
    const { messenger, status } = await posted('shared')
    messenger.accounts.down = true
    await deletes(messenger, status)
    await works(messenger)
    expect(await waits(messenger)).toBe(true)
    await messenger.tester.clock.advance(DAY)
    messenger.accounts.down = false
    await works(messenger)
    expect(await waits(messenger)).toBe(false)
    expect(messenger.accounts.told).toEqual([])
  })
})
