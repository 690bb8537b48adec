import * as fc from 'fast-check'
import { compactDecrypt } from 'jose'
import { expect, test } from 'vitest'
import { recordLine, headLine, type ShownHead, type ShownRecord } from '../../subgraphs/accounts/ledger/lines.ts'
import { entryOf, type LedgerEntry } from '../../subgraphs/accounts/ledger/chain.ts'
import { LEDGER_PAGES, readRecords } from '../../subgraphs/accounts/ledger/pages.ts'
import { verifyLedger } from '../../subgraphs/accounts/ledger/verify.ts'
import { ACCOUNTS, CLAIMS } from '../../subgraphs/accounts/rows.ts'
import { createMemoryStorage } from '../../subgraphs/storage/memory/memory.ts'
import type { Collection, CollectionDefinition, Storage, StoredDocument } from '../../subgraphs/storage/port.ts'
import { grantKey, RECEIPT_KEYS } from '../subgraphs/accounts/contractParts.ts'
import { createTown, profileOf, type Town } from '../subgraphs/accounts/town.ts'
import { cases, seed } from '../support/long.ts'
import { createRacingStorage } from '../support/racingStorage.ts'

/** I16, first half: every release has an earlier ledger record. A source opens by grants alone, so: every grant has. */

const ads = (town: Town) =>
  town.road(town.inApp('anna', 'SOCIAL'), 'SOCIAL', profileOf('SOCIAL', 'anna'), 'messengerAdSignals')

/** The grant's id: the ledger names it, a source is not shown it. */
async function idOf(grant: string): Promise<string | undefined> {
  const { plaintext } = await compactDecrypt(grant, ({ kid }) => grantKey('messenger', String(kid)))
  return (JSON.parse(new TextDecoder().decode(plaintext)) as { id?: string }).id
}

/** What the store holds of anna's ledger now. */
async function recorded(storage: Storage): Promise<readonly LedgerEntry[]> {
  const [claim] = await storage.collection(CLAIMS).getMany([profileOf('SOCIAL', 'anna')])
  const [account] = await storage.collection(ACCOUNTS).getMany([claim?.accountId ?? ''])
  if (!account) return []
  const all = { start: 0, limit: account.ledger.size }
  const records = await readRecords(storage.collection(LEDGER_PAGES), account._id, account.ledger, all)
  return records.map(({ body }) => entryOf(body))
}

/** A store whose accounts tell of each patch before it is made; what throws there keeps it from being made. */
function watched(inner: Storage, before: () => void): Storage {
  return {
    ...inner,
    collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
      const collection = inner.collection(definition)
      if (definition.name !== ACCOUNTS.name) return collection
      return {
        getMany: (ids) => collection.getMany(ids),
        insert: (document) => collection.insert(document),
        replace: (next, rev) => collection.replace(next, rev),
        async patch(id, guard, operations) {
          before()
          return collection.patch(id, guard, operations)
        },
        page: (index, eq, request) => collection.page(index, eq, request),
        countMany: (index, equalities, cap) => collection.countMany(index, equalities, cap),
        delete: (id, rev) => collection.delete(id, rev),
      }
    },
  }
}

test('I16: the record is there when the grant is, however fetches race', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 5 }), { maxLength: 120 }), async (choices) => {
      const inner = createMemoryStorage()
      const { storage, ...racing } = createRacingStorage(inner)
      const town = createTown({ storage })
      await town.link('anna', 'MESSENGER', 'SOCIAL')
      const fetches = Array.from({ length: 6 }, () => async () => {
        const grant = await ads(town)
        if (grant === null) return null
        const id = await idOf(grant)
        expect((await recorded(inner)).map((entry) => entry.id)).toContain(id)
        return id
      })
      const ids = (await racing.race(choices, fetches)).filter((id) => id !== null)
      expect(ids.length).toBeGreaterThan(0)
      const all = (await recorded(inner)).map(({ id }) => id)
      expect([all.length, new Set(all)]).toEqual([ids.length, new Set(ids)])
    }),
    { numRuns: cases(10), seed },
  )
})

test('I16: a record that could not be written means no grant', async () => {
  const inner = createMemoryStorage()
  const disk = { full: false }
  const refuse = (): void => {
    if (disk.full) throw new Error('the store is full')
  }
  const town = createTown({ storage: watched(inner, refuse) })
  await town.link('anna', 'MESSENGER', 'SOCIAL')
  disk.full = true
  expect(await ads(town)).toBeNull()
  expect(await recorded(inner)).toEqual([])
  disk.full = false
  expect(await ads(town)).not.toBeNull()
})

test('I16: what the person is shown verifies, pages and all, and names every grant in order', async () => {
  const town = createTown()
  await town.link('anna', 'MESSENGER', 'SOCIAL')
  const ids: (string | undefined)[] = []
  for (let times = 0; times < 210; times++) ids.push(await idOf((await ads(town)) ?? ''))
  const records: ShownRecord[] = []
  const center = town.inCenter('anna')
  for (let after: string | null = null, more = true; more;) {
    const { account } = await town.viewer(
      center,
      `{ account { ledger(first: 90${after === null ? '' : `, after: "${after}"`}) {
        nodes { index at body bodyHash previous hash } pageInfo { hasNextPage endCursor } } } }`,
    )
    records.push(...account.ledger.nodes)
    more = account.ledger.pageInfo.hasNextPage
    after = account.ledger.pageInfo.endCursor
  }
  const { account } = await town.viewer(center, '{ account { id ledgerHead { size head signedAt signature } } }')
  const head = { ...(account.ledgerHead as ShownHead), account: account.id as string }
  const verdict = await verifyLedger([...records.map(recordLine), headLine(head)], { jwks: RECEIPT_KEYS.jwks as never })
  expect(verdict).toMatchObject({ ok: true, size: 210, signatureChecked: true, withoutBody: 0 })
  expect(records.map(({ body }) => entryOf(body ?? '').id)).toEqual(ids)
})

test('I16: what was denied is counted by day, and written when the process stops', async () => {
  const town = createTown()
  await town.link('anna', 'MESSENGER', 'SOCIAL', false)
  for (let times = 0; times < 3; times++) expect(await ads(town)).toBeNull()
  await town.grants.stop?.()
  const { account } = await town.viewer(
    town.inCenter('anna'),
    '{ account { ledgerHead { size } dataUses { nodes { from to purpose basis count withheld } } } }',
  )
  expect(account.ledgerHead).toBeNull()
  expect(account.dataUses.nodes).toEqual([
    { from: 'MESSENGER', to: 'social', purpose: null, basis: null, count: 0, withheld: 3 },
  ])
})
