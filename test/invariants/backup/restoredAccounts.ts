import type { AccountRow } from '../../../subgraphs/accounts/rows.ts'
import { isLive } from '../../../subgraphs/accounts/rules/account.ts'
import { openAccountsStore } from '../../../subgraphs/accounts/store.ts'
import type { WholeStorage } from '../../../subgraphs/storage/port.ts'
import { ledgerProblem } from './backedUpTown.ts'

/** What does not hold of an account that came out of a backup; nothing when all is as it must be. */
export async function whatIsWrong(storage: WholeStorage, account: AccountRow): Promise<string[]> {
  const wrong: string[] = []
  const live = Object.values(account.links).filter(isLive)
  if (live.some(({ state }) => state !== 'PAUSED')) wrong.push('a link is active')
  if (Object.values(account.consents).some(({ state }) => state === 'GRANTED')) wrong.push('a consent holds')
  if (account.consentRev < 1_000_000) wrong.push('its consentRev is of the time before')
  const claims = await openAccountsStore(storage).claims.getMany(live.map(({ profile }) => profile))
  if (claims.some((claim) => claim?.accountId !== account._id)) wrong.push('a profile is not claimed for it')
  const problem = await ledgerProblem(storage, account)
  if (problem !== null) wrong.push(problem)
  return wrong
}
