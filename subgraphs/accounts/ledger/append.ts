import type { AccountRow } from '../rows.ts'
import type { AccountsStore } from '../store.ts'
import type { LedgerEntry } from './chain.ts'
import { copyOverflow } from './pages.ts'
import { planAppend } from './tail.ts'

/**
 * Makes the records of a decision durable, in one write that holds only if the account is still the one decided on, and
 * nobody has appended meanwhile. On every store this test reads the newest document: a plain read may be a turn old.
 * False: nothing was written, and nothing may be given; read and decide anew.
 */
export async function appendRecords(
  { accounts, ledgerPages }: Pick<AccountsStore, 'accounts' | 'ledgerPages'>,
  account: AccountRow,
  entries: readonly LedgerEntry[],
): Promise<boolean> {
  const { overflow, guard, operations } = planAppend(account.ledger, entries)
  if (overflow !== null) await copyOverflow(ledgerPages, account._id, overflow)
  const guarded = { ...guard, consentRev: account.consentRev }
  return (await accounts.patch(account._id, guarded, operations)) !== null
}
