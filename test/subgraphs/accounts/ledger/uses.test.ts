import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LedgerEntry } from '../../../../subgraphs/accounts/ledger/chain.ts'
import { dayOf, useKey, type DayUse } from '../../../../subgraphs/accounts/ledger/days.ts'
import { copyOverflow, LEDGER_PAGES } from '../../../../subgraphs/accounts/ledger/pages.ts'
import { EMPTY_LEDGER, planAppend } from '../../../../subgraphs/accounts/ledger/tail.ts'
import { positionOfUse, readUse, readUses, type UsesSource } from '../../../../subgraphs/accounts/ledger/uses.ts'
import { WITHHELD } from '../../../../subgraphs/accounts/rows.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { cases, seed } from '../../../support/long.ts'
import { entry } from './ledgers.ts'

/** A ledger of these entries, and the withheld counts of these days, all of `messenger>social>ADS`. */
async function sourceOf(given: readonly LedgerEntry[], withheldOn: Readonly<Record<string, number>> = {}) {
  const storage = createMemoryStorage()
  const pages = storage.collection(LEDGER_PAGES)
  const withheld = storage.collection(WITHHELD)
  let ledger = EMPTY_LEDGER
  for (let size = 0; size < given.length; size += 64) {
    const planned = planAppend(ledger, given.slice(size, size + 64))
    if (planned.overflow) await copyOverflow(pages, 'ada', planned.overflow)
    ledger = planned.next
  }
  for (const [day, times] of Object.entries(withheldOn))
    await withheld.insert({ _id: `ada:${day}`, account: 'ada', day, counts: { 'messenger>social>ADS': times } })
  return { pages, withheld, account: 'ada', ledger } satisfies UsesSource
}

async function allUses(source: UsesSource, limit: number): Promise<DayUse[]> {
  const all: DayUse[] = []
  for (;;) {
    const last = all.at(-1)
    const page = await readUses(source, { limit, ...(last && { after: positionOfUse(last) }) })
    all.push(...page.items)
    if (!page.hasMore) return all
  }
}

const START = Date.UTC(2026, 0, 1)
/** `hours` apart. */
const spread = (count: number, hours: number): LedgerEntry[] =>
  Array.from({ length: count }, (_, place) => ({
    ...entry(place),
    at: new Date(START + place * hours * 3_600_000).toISOString(),
  }))

/** The same by counting alone. */
function expected(given: readonly LedgerEntry[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const each of given) {
    const key = `${dayOf(each.at)} ${useKey(each)}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

describe('the uses by day', () => {
  test('are newest first, and by flow within a day', async () => {
    const uses = await allUses(await sourceOf(spread(6, 12)), 100)
    expect(uses.map(({ day, key, count }) => [day, key, count])).toEqual([
      ['2026-01-03', 'messenger>social>ADS', 1],
      ['2026-01-03', 'messenger>social>CROSSPOST', 1],
      ['2026-01-02', 'messenger>social>ADS', 1],
      ['2026-01-02', 'messenger>social>CROSSPOST', 1],
      ['2026-01-01', 'messenger>social>ADS', 2],
    ])
  })

  test('tell what was withheld, on days when nothing was given too', async () => {
    const source = await sourceOf(spread(2, 1), { '2026-01-01': 3, '2025-12-30': 1, '2026-02-01': 2 })
    const uses = await allUses(source, 1)
    expect(uses.map(({ day, count, withheld }) => [day, count, withheld])).toEqual([
      ['2026-02-01', 0, 2],
      ['2026-01-01', 2, 3],
      ['2025-12-30', 0, 1],
    ])
  })

  test('are complete whatever the page size and how densely records lie', async () => {
    const densities = fc.constantFrom(0.005, 0.5, 7, 30)
    const sizes = { count: fc.integer({ min: 0, max: 1_500 }), limit: fc.integer({ min: 1, max: 100 }) }
    await fc.assert(
      fc.asyncProperty(fc.record(sizes), densities, async ({ count, limit }, hours) => {
        const given = spread(count, hours)
        const uses = await allUses(await sourceOf(given), limit)
        expect(new Map(uses.map(({ day, key, count: times }) => [`${day} ${key}`, times]))).toEqual(expected(given))
        expect(uses).toHaveLength(expected(given).size)
      }),
      { numRuns: cases(25), seed },
    )
  })

  test('count records that are out of order by a little', async () => {
    const given = spread(700, 0.5).map((each, place, all) => (place % 48 === 0 && place > 0 ? all[place - 1]! : each))
    const shuffled = given.map((each, place) => ({ ...each, id: `g${place}` }))
    const jittered = shuffled.map((each, place) => {
      const at = new Date(Date.parse(each.at) + (place % 48 === 47 ? 1_800_000 + 20_000 : 0)).toISOString()
      return { ...each, at }
    })
    const uses = await allUses(await sourceOf(jittered), 7)
    expect(new Map(uses.map(({ day, key, count }) => [`${day} ${key}`, count]))).toEqual(expected(jittered))
  })

  test('one is found by its day and flow', async () => {
    const source = await sourceOf(spread(1_000, 1), { '2025-12-30': 1 })
    expect(await readUse(source, '2026-01-03', 'messenger>social>ADS')).toMatchObject({ count: 16, withheld: 0 })
    expect(await readUse(source, '2025-12-30', 'messenger>social>ADS')).toMatchObject({ count: 0, withheld: 1 })
    expect(await readUse(source, '2025-12-31', 'messenger>social>ADS')).toBeNull()
    expect(await readUse(source, '2026-01-03', 'photo>social>ADS')).toBeNull()
  })
})
