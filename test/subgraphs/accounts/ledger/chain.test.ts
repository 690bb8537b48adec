import * as fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bodyOf, chain, EMPTY_CHAIN, entryOf, type LedgerEntry } from '../../../../subgraphs/accounts/ledger/chain.ts'
import { anyEntry, entries, entry } from './ledgers.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('base64url')

describe('a record', () => {
  const [first, second] = chain(EMPTY_CHAIN, entries(2)).records

  test('has the entry in canonical JSON', () => {
    expect(first).toMatchObject({
      index: 0,
      at: '2026-11-05T09:30:00.000Z',
      body: '{"at":"2026-11-05T09:30:00.000Z","from":"messenger","id":"grant-a-0","purpose":"ADS","to":"social"}',
      previous: '',
    })
  })
  test('has the digests that the SDL describes', () => {
    expect(first?.bodyHash).toBe(sha256(first?.body ?? ''))
    expect(first?.hash).toBe(sha256(`.${first?.bodyHash}`))
    expect(second?.previous).toBe(first?.hash)
    expect(second?.hash).toBe(sha256(`${first?.hash}.${second?.bodyHash}`))
  })
})

describe('a chain', () => {
  test('stays where it is without entries', () => {
    expect(chain({ size: 3, head: 'x' }, [])).toEqual({ records: [], head: { size: 3, head: 'x' } })
  })

  test('is the same however its entries are batched', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyEntry, { maxLength: 4 }), { maxLength: 6 }), (batches) => {
        let head = EMPTY_CHAIN
        const records = batches.flatMap((batch) => {
          const grown = chain(head, batch)
          head = grown.head
          return grown.records
        })
        expect({ records, head }).toEqual(chain(EMPTY_CHAIN, batches.flat()))
      }),
    )
  })

  test('gives its entries back', () => {
    fc.assert(
      fc.property(anyEntry, (given) => {
        expect(entryOf(bodyOf(given))).toEqual(given)
      }),
    )
  })
})

test('an entry has a purpose or a feature', () => {
  const { purpose: _, ...bare } = entry(0)
  expect(() => bodyOf(bare)).toThrow('must have a purpose or a feature, but got: undefined and undefined')
  const both: LedgerEntry = { ...bare, purpose: 'ADS', feature: 'CROSSPOST' }
  expect(() => bodyOf(both)).toThrow('but got: ADS and CROSSPOST')
})
