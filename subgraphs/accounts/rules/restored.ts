import { type AccountState, happened, type Transition } from './account.ts'
import type { Catalogue } from './catalogue.ts'
import { linkIdOf } from './joinAccount.ts'
import { pauseLink } from './linkLifecycle.ts'
import { expire, type LinkRequest, reject } from './linkRequest.ts'

/**
 * How far `consentRev` is raised: beyond every number that the account had after the backup was read and before it was
 * lost, so that nothing which rests on one of those is taken for newer than the pause.
 */
export const LOST_REVISIONS = 1_000_000

/**
 * The account as it comes out of a backup: what its person has said since is lost, so that every live link is paused,
 * and nothing flows before that person resumes the links (I10). Features stay as they are, and act when the links do.
 */
export function restoredAccount(account: AccountState, names: Pick<Catalogue, 'nameOf'>, now: number): Transition {
  let next = account
  for (const linkId of Object.keys(account.links)) {
    const paused = pauseLink(next, linkId, names, now)
    if (paused.ok) next = paused.next
  }
  return { ok: true, next: { ...happened(next, []), consentRev: account.consentRev + LOST_REVISIONS } }
}

/**
 * A link request as it comes out of a backup: none may be answered, or be built from an approval, that was made before
 * it. Null when it is over as it is.
 */
export function restoredRequest(
  requestId: string,
  request: LinkRequest,
  account: Pick<AccountState, 'built'> | null,
): LinkRequest | null {
  switch (request.state) {
    case 'REQUESTED':
    case 'OPENED':
    case 'CONFIRMED':
      return expire(request)
    case 'APPROVED':
      return account?.built[requestId] === 'LINKED' ? null : reject(request, 'LINK_WRONG_STATE')
    case 'REJECTED':
    case 'EXPIRED':
      return null
  }
}

/** The request that a link was built of; null when the account does not know. */
export function requestOfLink({ built }: Pick<AccountState, 'built'>, linkId: string): string | null {
  const isOf = (requestId: string): boolean =>
    linkIdOf(requestId, 'requester') === linkId || linkIdOf(requestId, 'opener') === linkId
  return Object.keys(built).find(isOf) ?? null
}
