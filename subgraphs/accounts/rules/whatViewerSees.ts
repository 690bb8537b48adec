import { ACCOUNTS, isApp } from './clients.ts'

// Which client sees which list of the viewer at all. For one that does not the list is null, never empty: an empty list
// would say that there is nothing.

/** Accounts that ended are for the accounts center, as an account is. */
export function seesClosedAccounts(client: string | null): boolean {
  return client === ACCOUNTS
}

/** Requests are for the two apps that they are about, and for the accounts center; they name profiles to each other. */
export function seesLinkRequests(client: string | null): boolean {
  return client === ACCOUNTS || isApp(client)
}

/** Where a status may be shared is asked where statuses are posted. */
export function seesCrosspostTargets(client: string | null): boolean {
  return client === 'MESSENGER'
}
