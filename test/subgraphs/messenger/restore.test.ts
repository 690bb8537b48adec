import { expect, test } from 'vitest'
import { settleStatus } from '../../../subgraphs/messenger/restore.ts'
import { DAY, people } from './people.ts'

/** Anna's statuses, as they come out of a backup: deleted or not, shared or not, and what accounts is told then. */
async function restored(is: { readonly shared: boolean; readonly deleted: boolean }, later = 0) {
  const messenger = await people({ anna: {} })
  const statusId = await messenger.posts('anna')
  const facts = { statusId, profileId: messenger.id('anna'), crosspostId: 'a cross-post' }
  if (is.shared) await messenger.tester.internal('statusFacts', facts, 'accounts')
  if (is.deleted) await messenger.act('anna', 'deleteStatus', { statusId })
  await messenger.tester.subgraph.outbox?.drain()
  messenger.accounts.told.splice(0)
  const { items } = await messenger.store.statuses.page('byKeptUntil', {}, { limit: 9 })
  const now = messenger.tester.clock.wall() + later
  const settled = await Promise.all(items.map(({ _id }) => settleStatus(messenger.store, _id, now)))
  await messenger.tester.subgraph.outbox?.drain()
  return { settled, told: messenger.accounts.told.length }
}

test('of a status that was deleted and shared accounts is told again', async () => {
  expect(await restored({ shared: true, deleted: true })).toEqual({ settled: [true], told: 1 })
})

test('of all others it is told nothing', async () => {
  const nothing = { settled: [false], told: 0 }
  expect(await restored({ shared: true, deleted: false })).toEqual(nothing)
  expect(await restored({ shared: false, deleted: true })).toEqual(nothing)
  expect(await restored({ shared: true, deleted: true }, DAY)).toEqual(nothing)
})
