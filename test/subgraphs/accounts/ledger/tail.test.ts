import { describe, expect, test } from 'vitest'
import {
  PAGE_SIZE,
  EMPTY_LEDGER,
  planAppend,
  TAIL_SIZE,
  type StoredLedger,
} from '../../../../subgraphs/accounts/ledger/tail.ts'
import { entries } from './ledgers.ts'

function grown(count: number): StoredLedger {
  let ledger = EMPTY_LEDGER
  for (let size = 0; size < count; size++) ledger = planAppend(ledger, entries(1, 'a', size)).next
  return ledger
}

describe('an append', () => {
  test('pushes while the tail has room', () => {
    const { overflow, operations, guard } = planAppend(grown(1), entries(2, 'a', 1))
    expect(overflow).toBeNull()
    expect(guard['ledger.size']).toBe(1)
    expect(operations.push?.['ledger.tail']).toHaveLength(2)
  })

  test('trims a full page of what is committed once the tail is full', () => {
    const full = grown(TAIL_SIZE)
    const { overflow, next } = planAppend(full, entries(1, 'a', TAIL_SIZE))
    expect(overflow).toEqual({ number: 0, previous: '', records: full.tail.slice(0, PAGE_SIZE) })
    expect(next.tail).toHaveLength(TAIL_SIZE - PAGE_SIZE + 1)
    expect(next.before).toBe(full.tail[PAGE_SIZE - 1]?.hash)
  })

  test('never makes the tail longer than its bound', () => {
    for (const count of [1, 2, 3, 63, 64]) {
      let ledger = EMPTY_LEDGER
      for (let round = 0; round < 12; round++) {
        ledger = planAppend(ledger, entries(count, 'a', ledger.size)).next
        expect(ledger.tail.length).toBeLessThanOrEqual(TAIL_SIZE)
      }
    }
  })

  test('brings 1 to 64 entries', () => {
    expect(() => planAppend(EMPTY_LEDGER, [])).toThrow('1 to 64 entries, but got: 0')
    expect(() => planAppend(EMPTY_LEDGER, entries(65))).toThrow('1 to 64 entries, but got: 65')
  })
})
