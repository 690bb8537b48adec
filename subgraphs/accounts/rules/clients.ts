import { type App, APPS } from '../../runtime/identity/identity.ts'

/** The client of the accounts center: the only one that holds profiles of several apps. */
export const ACCOUNTS = 'ACCOUNTS'

/** The clients of the family; every other one is a partner's. */
export type FamilyClient = App | typeof ACCOUNTS

/** What the rules look at: the client of the token, null without one, and the profiles proved in this session. */
export interface Session {
  readonly client: string | null
  readonly profiles: readonly { readonly app: App; readonly id: string }[]
}

/** Whether this is the client of an app of the family. */
export function isApp(client: string | null): client is App {
  return (APPS as readonly (string | null)[]).includes(client)
}
