import { describe, expect, test } from 'vitest'
import { appendRecords } from '../../../../subgraphs/accounts/ledger/append.ts'
import { LEDGER_PAGES, readRecords } from '../../../../subgraphs/accounts/ledger/pages.ts'
import { PAGE_SIZE, TAIL_SIZE } from '../../../../subgraphs/accounts/ledger/tail.ts'
import { verifyLedger } from '../../../../subgraphs/accounts/ledger/verify.ts'
import type { AccountRow } from '../../../../subgraphs/accounts/rows.ts'
import { NO_ACCOUNT } from '../../../../subgraphs/accounts/rules/joinAccount.ts'
import { newAccountRow, openAccountsStore } from '../../../../subgraphs/accounts/store.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { createAroundStorage } from '../../../support/aroundStorage.ts'
import { entries, fileOf, headOf } from './ledgers.ts'

const ADA = 'ada'

/** Ada's account with so many records, in a store whose pages may be away. */
async function filled(count: number) {
  const pages = { away: false }
  const storage = createAroundStorage(createMemoryStorage(), (collection, _method, go) =>
    pages.away && collection === LEDGER_PAGES.name ? Promise.reject(new Error('away')) : go(),
  )
  const store = openAccountsStore(storage)
  await store.accounts.insert(newAccountRow(ADA, NO_ACCOUNT))
  const account = async (): Promise<AccountRow> => (await store.accounts.getMany([ADA]))[0]!
  const append = async (many: number, decidedOn?: AccountRow) => {
    const row = decidedOn ?? (await account())
    return appendRecords(store, row, entries(many, 'a', row.ledger.size))
  }
  const verified = async () => {
    const { ledger } = await account()
    const all = await readRecords(store.ledgerPages, ADA, ledger, { start: 0, limit: ledger.size })
    return verifyLedger(fileOf(all, await headOf(all)))
  }
  for (let size = 0; size < count; size += PAGE_SIZE) await append(Math.min(PAGE_SIZE, count - size))
  return { store, pages, account, append, verified }
}

describe('records that were decided on one state of an account', () => {
  test('are not written where another process has appended since: each has its place, and the chain holds', async () => {
    const { account, append, verified } = await filled(3)
    const both = await account()
    expect([await append(1, both), await append(1, both)]).toEqual([true, false])
    expect((await account()).ledger.size).toBe(4)
    expect(await verified()).toMatchObject({ ok: true, size: 4 })
  })

  test('are not written where the person has said something since', async () => {
    const { store, account, append } = await filled(3)
    const before = await account()
    await store.accounts.patch(ADA, {}, { inc: { consentRev: 1 } })
    expect(await append(1, before)).toBe(false)
    expect((await account()).ledger).toEqual(before.ledger)
  })

  test('trim nothing that is not in a page: where that cannot be written, they are not either', async () => {
    const { pages, account, append, verified } = await filled(TAIL_SIZE)
    const before = await account()
    pages.away = true
    await expect(append(1)).rejects.toThrow('away')
    expect((await account()).ledger).toEqual(before.ledger)
    pages.away = false
    expect(await append(1)).toBe(true)
    expect((await account()).ledger.tail).toHaveLength(TAIL_SIZE - PAGE_SIZE + 1)
    expect(await verified()).toMatchObject({ ok: true, size: TAIL_SIZE + 1 })
  })
})
