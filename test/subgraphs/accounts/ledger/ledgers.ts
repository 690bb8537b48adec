import * as fc from 'fast-check'
import {
  chain,
  EMPTY_CHAIN,
  type ChainedRecord,
  type LedgerEntry,
} from '../../../../subgraphs/accounts/ledger/chain.ts'
import { signHead, type SignedHead } from '../../../../subgraphs/accounts/ledger/head.ts'
import { headLine, recordLine } from '../../../../subgraphs/accounts/ledger/lines.ts'
import { openKeys } from '../../../../subgraphs/runtime/keys/keys.ts'

export const keys = openKeys({ configured: { rootSecret: Buffer.alloc(32, 7).toString('base64url') } }).signingKeys(
  'ledger tests',
)
export const strangersKeys = openKeys({
  configured: { rootSecret: Buffer.alloc(32, 8).toString('base64url') },
}).signingKeys('ledger tests')

const START = Date.UTC(2026, 10, 5, 9, 30)

/** One entry a minute; `salt` tells histories apart. */
export function entry(place: number, salt = 'a'): LedgerEntry {
  const shared = {
    id: `grant-${salt}-${place}`,
    at: new Date(START + place * 60_000).toISOString(),
    from: 'messenger',
    to: 'social',
  }
  return place % 3 === 2 ? { ...shared, feature: 'CROSSPOST' } : { ...shared, purpose: 'ADS' }
}

export function entries(count: number, salt?: string, first = 0): LedgerEntry[] {
  return Array.from({ length: count }, (_, place) => entry(first + place, salt))
}

export function records(count: number, salt?: string): readonly ChainedRecord[] {
  return chain(EMPTY_CHAIN, entries(count, salt)).records
}

/** The signed head of these records. */
export function headOf(of: readonly ChainedRecord[], key = keys.signing): Promise<SignedHead> {
  const head = of.at(-1)?.hash ?? ''
  return signHead({ account: 'account-of-ada', size: of.length, head, signedAt: '2026-11-22T12:00:00.000Z' }, key)
}

/** The lines of an export. */
export function fileOf(of: readonly ChainedRecord[], head: SignedHead | null): string[] {
  return [...of.map(recordLine), ...(head === null ? [] : [headLine(head)])]
}

/** Entries of every shape: both bases, ids that JSON has to escape, any moment. */
export const anyEntry: fc.Arbitrary<LedgerEntry> = fc
  .record({
    id: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    at: fc
      .date({ min: new Date(START), max: new Date(START + 1e10), noInvalidDate: true })
      .map((at) => at.toISOString()),
    from: fc.constantFrom('messenger', 'photo', 'social'),
    to: fc.constantFrom('photo', 'social'),
    basis: fc.constantFrom({ purpose: 'ADS' }, { purpose: 'PERSONALIZE' }, { feature: 'CROSSPOST' }),
  })
  .map(({ basis, ...rest }) => ({ ...rest, ...basis }))
