import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LedgerEntry } from '../../../../subgraphs/accounts/ledger/chain.ts'
import { copyOverflow, LEDGER_PAGES, readRecords } from '../../../../subgraphs/accounts/ledger/pages.ts'
import { EMPTY_LEDGER, planAppend, type StoredLedger } from '../../../../subgraphs/accounts/ledger/tail.ts'
import { verifyLedger } from '../../../../subgraphs/accounts/ledger/verify.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import type { CollectionDefinition, Storage, StoredDocument } from '../../../../subgraphs/storage/port.ts'
import { cases, seed } from '../../../support/long.ts'
import { createRacingStorage } from '../../../support/racingStorage.ts'
import { entries, entry, fileOf, headOf } from './ledgers.ts'

interface Row extends StoredDocument {
  readonly ledger: StoredLedger
}
const ROWS: CollectionDefinition<Row> = { name: 'accounts', version: 1, indexes: [] }
const ADA = 'ada'

async function ledgerOf(storage: Storage) {
  const rows = storage.collection(ROWS)
  const pages = storage.collection(LEDGER_PAGES)
  await rows.insert({ _id: ADA, ledger: EMPTY_LEDGER })
  const current = async () => (await rows.getMany([ADA]))[0]!.ledger

  /** Until it wins: copy what overflows, then one guarded patch. `die` ends it between the two. */
  async function append(batch: readonly LedgerEntry[], die = false): Promise<void> {
    for (;;) {
      const planned = planAppend(await current(), batch)
      if (planned.overflow !== null) await copyOverflow(pages, ADA, planned.overflow)
      if (die || (await rows.patch(ADA, planned.guard, planned.operations)) !== null) return
    }
  }
  const read = async (start: number, limit: number) => readRecords(pages, ADA, await current(), { start, limit })
  return { append, read, current }
}

/** Appends of several sizes that begin with `count` records. */
async function filled(storage: Storage, count: number) {
  const ledger = await ledgerOf(storage)
  for (let size = 0; size < count; size += 32) await ledger.append(entries(Math.min(32, count - size), 'a', size))
  return ledger
}

describe('reading', () => {
  test('any stretch is the same, wherever it lies', async () => {
    const { read } = await filled(createMemoryStorage(), 330)
    const all = await read(0, 1_000)
    expect(all.map(({ index }) => index)).toEqual(Array.from({ length: 330 }, (_, index) => index))
    for (const [start, limit] of [
      [0, 1],
      [0, 64],
      [63, 2],
      [100, 100],
      [250, 100],
      [329, 5],
      [330, 5],
      [190, 3],
    ] as const)
      expect(await read(start, limit)).toEqual(all.slice(start, start + limit))
  })

  test('what was exported verifies', async () => {
    const { read } = await filled(createMemoryStorage(), 330)
    const all = await read(0, 1_000)
    expect(await verifyLedger(fileOf(all, await headOf(all)))).toMatchObject({ ok: true, size: 330 })
  })

  test('a document that was read before the tail was trimmed still leads to everything', async () => {
    const storage = createMemoryStorage()
    const ledger = await filled(storage, 128)
    const before = await ledger.current()
    await ledger.append(entries(64, 'a', 128))
    const records = await readRecords(storage.collection(LEDGER_PAGES), ADA, before, { start: 0, limit: 500 })
    expect(records).toEqual(await ledger.read(0, 128))
  })
})

test('interleaved appends with overflow keep one unbroken chain, whoever dies between two steps', async () => {
  const acts = fc.array(fc.record({ size: fc.integer({ min: 1, max: 64 }), die: fc.boolean() }), {
    minLength: 2,
    maxLength: 12,
  })
  await fc.assert(
    fc.asyncProperty(acts, fc.array(fc.nat({ max: 11 }), { maxLength: 200 }), async (given, choices) => {
      const racing = createRacingStorage(createMemoryStorage())
      const ledger = await ledgerOf(racing.storage)
      await ledger.append(entries(60, 'first'))
      await ledger.append(entries(60, 'second'))
      await racing.race(
        choices,
        given.map(
          ({ size, die }, act) =>
            () =>
              ledger.append(entries(size, `act-${act}`), die),
        ),
      )
      await ledger.append([entry(0, 'last')])
      const all = await ledger.read(0, 10_000)
      expect(await verifyLedger(fileOf(all, await headOf(all)))).toMatchObject({ ok: true, size: all.length })
      const survivors = given.flatMap(({ size, die }) => (die ? [] : [size]))
      expect(all).toHaveLength(121 + survivors.reduce((sum, size) => sum + size, 0))
      expect(new Set(all.map(({ body }) => body)).size).toBe(all.length)
      expect((await ledger.current()).tail.length).toBeLessThanOrEqual(128)
    }),
    { numRuns: cases(40), seed },
  )
})
