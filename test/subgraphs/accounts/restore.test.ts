import { describe, expect, test } from 'vitest'
import { belonging, settleAccount, settleRequest } from '../../../subgraphs/accounts/restore.ts'
import { LEDGER_PAGES } from '../../../subgraphs/accounts/ledger/pages.ts'
import { EVENT_PAGES } from '../../../subgraphs/accounts/rows.ts'
import { createCatalogue } from '../../../subgraphs/accounts/rules/catalogue.ts'
import { LOST_REVISIONS } from '../../../subgraphs/accounts/rules/restored.ts'
import { openAccountsStore } from '../../../subgraphs/accounts/store.ts'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import { accountsIn } from '../../invariants/backup/backedUpTown.ts'
import { CONTRACT } from './contractParts.ts'
import { createTown, profileOf } from './town.ts'

const { recipients, flows, notices } = CONTRACT
const catalogue = createCatalogue(recipients, flows, notices)
const nudge = () => undefined

/** A town where Anna is linked, and what accounts keeps of it. */
async function linkedTown() {
  const storage = createMemoryStorage()
  const town = createTown({ storage })
  await town.link('anna', 'MESSENGER', 'SOCIAL')
  const [account] = await accountsIn(storage)
  return { storage, town, store: openAccountsStore(storage), account: account!, now: town.clock.wall() }
}

describe('an account that comes out of a backup', () => {
  test('has its links paused, its consents on hold, and a revision beyond all that it had', async () => {
    const { store, account, now, storage } = await linkedTown()
    expect(await settleAccount({ store, catalogue, nudge }, account._id, now)).toEqual({
      pausedLinks: 2,
      waitingConsents: 1,
      endedLinks: 0,
    })
    const [settled] = await accountsIn(storage)
    expect(settled!.consentRev).toBe(account.consentRev + LOST_REVISIONS)
    expect(settled!.events.at(-1)).toMatchObject({ kind: 'PAUSED', at: now })
    expect(settled!.features).toEqual(account.features)
  })

  test('claims its profiles again, under the request that its links were built of', async () => {
    const { store, account, now } = await linkedTown()
    const profiles = [profileOf('MESSENGER', 'anna'), profileOf('SOCIAL', 'anna')]
    const claims = await store.claims.getMany(profiles)
    await Promise.all(profiles.map((profile) => store.claims.delete(profile)))
    await settleAccount({ store, catalogue, nudge }, account._id, now)
    const again = await store.claims.getMany(profiles)
    expect(again.map((claim) => [claim?.requestId, claim?.accountId])).toEqual(
      claims.map((claim) => [claim?.requestId, claim?.accountId]),
    )
  })

  test.each([
    [-1, 'the other'],
    [1, 'the first'],
  ])('keeps a profile that another account has as well where it was linked later (%i)', async (later, keeper) => {
    const { store, storage, account, now } = await linkedTown()
    const links = Object.fromEntries(
      Object.entries(account.links).map(([id, link]) => [id, { ...link, linkedAt: link.linkedAt - later }]),
    )
    const { rev: _rev, ...other } = { ...account, _id: 'other', links }
    await store.accounts.insert(other)
    const ended = await Promise.all(
      [account._id, 'other'].map((id) => settleAccount({ store, catalogue, nudge }, id, now)),
    )
    expect(ended[0]!.endedLinks + ended[1]!.endedLinks).toBeGreaterThan(0)
    const open = (await accountsIn(storage)).filter(({ closedAt }) => closedAt === null)
    expect(open.map(({ _id }) => (_id === 'other' ? 'the other' : 'the first'))).toEqual([keeper])
    const [claim] = await store.claims.getMany([profileOf('SOCIAL', 'anna')])
    expect(claim?.accountId).toBe(open[0]!._id)
  })
})

test('pages belong to an account up to where its own document goes on; events as records do', async () => {
  const { store, account } = await linkedTown()
  const page = (id: string) => ({ version: 1, document: { _id: id, rev: 1 } })
  const tail = account.ledger.tail
  await store.accounts.patch(account._id, {}, { set: { ledger: { ...account.ledger, size: tail.length + 128 } } })
  const rows = [0, 1, 2, 10].map((number) => page(`${account._id}:${number}`))
  const kept = await belonging(store, LEDGER_PAGES.name, [...rows, page('nobody:0')])
  expect(kept.map(({ document }) => document._id)).toEqual([`${account._id}:0`, `${account._id}:1`])
  expect(await belonging(store, EVENT_PAGES.name, rows)).toEqual([])
})

test('a request that was approved and not built is rejected, one that was built stays', async () => {
  const { store, account } = await linkedTown()
  const [requestId = ''] = Object.keys(account.built)
  expect(await settleRequest(store, requestId)).toBe(false)
  await store.accounts.delete(account._id)
  expect(await settleRequest(store, requestId)).toBe(true)
  const [row] = await store.requests.getMany([requestId])
  expect(row?.request).toMatchObject({ state: 'REJECTED', because: 'LINK_WRONG_STATE' })
  expect(await settleRequest(store, requestId)).toBe(false)
})
