import { DELTA, L } from '../runtime/grants/constants.ts'
import { fault } from '../runtime/errors/fault.ts'
import type { App, ProvedProfile } from '../runtime/identity/identity.ts'
import type { Context } from './context.ts'
import type { AccountRow } from './rows.ts'
import { openAccounts } from './linking.ts'
import { isLive, liveLinkOf } from './rules/account.ts'
import { ACCOUNTS } from './rules/clients.ts'

/** The one profile of an app's token. Who may call at all was asked before. */
export function actingProfile({ client, profiles }: Context): ProvedProfile {
  const own = profiles.find(({ app }) => app === client)
  if (own === undefined) throw fault('UNAUTHENTICATED')
  return own
}

/** The open account of the first profile in the session that has one; in the accounts center only. */
export async function accountOfSession({ client, profiles, load }: Context): Promise<AccountRow | null> {
  if (client !== ACCOUNTS) return null
  const accounts = await Promise.all(profiles.map(({ id }) => load.accounts.load(id)))
  return accounts.find((account) => account !== null) ?? null
}

/**
 * The open accounts of all profiles in the session, that of `accountOfSession` first, from the newest documents: a plain
 * read may be a turn old, and who takes something back must not be told that there was nothing (consent.md, section 2).
 * All of them, since what is taken back must not go on in the account of another profile of the same session.
 */
export async function newestAccountsOfSession({ profiles, load }: Context): Promise<readonly AccountRow[]> {
  const { store } = load.center
  const claims = await Promise.all(profiles.map(({ id }) => store.claims.patch(id, {}, {})))
  const found = await openAccounts(
    load.center,
    claims.flatMap((claim) => (claim === null ? [] : [claim._id])),
  )
  const byId = new Map(found.flatMap((account) => (account === null ? [] : [[account._id, account] as const])))
  return [...byId.values()]
}

/** Whether this is the account of somebody in this session: of a live link, or, closed, of one that ended with it. */
export function isOwn(account: AccountRow, { client, profiles }: Pick<Context, 'client' | 'profiles'>): boolean {
  if (client !== ACCOUNTS) return false
  return profiles.some(({ id }) =>
    account.closedAt === null ? liveLinkOf(account, id) !== null : endedWith(account, id),
  )
}

/** The apps of this session's profiles that are or, in a closed account, were linked in it. */
export function provedApps(account: AccountRow, { profiles }: Pick<Context, 'profiles'>): readonly App[] {
  return Object.values(account.links)
    .filter((link) => isLive(link) || account.closedAt !== null)
    .flatMap(({ app, profile }) => (profiles.some(({ id }) => id === profile) ? [app] : []))
}

function endedWith({ closedAt, links }: AccountRow, id: string): boolean {
  return Object.values(links).some(({ profile, unlinkedAt }) => profile === id && unlinkedAt === closedAt)
}

/**
 * What takes away answers only when no grant on the old state can hold any more: L + δ of elapsed time after its write,
 * also when it found the state off already, since whoever switched it off may have done so a moment ago.
 */
export function untilNoGrantHolds({ clock }: Pick<Context, 'clock'>): Promise<void> {
  return clock.wait(L + DELTA)
}
