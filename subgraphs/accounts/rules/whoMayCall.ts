import { APPS } from '../../runtime/identity/identity.ts'
import type { Mutation } from '../generated/types.ts'
import { ACCOUNTS, type FamilyClient, type Session } from './clients.ts'

/** The name of a mutation of accounts. */
export type MutationName = keyof Mutation

/** Two sessions, one in each app, make a link: no single session can, the accounts center least of all. */
const APPS_ONLY: readonly FamilyClient[] = APPS
const MESSENGER_OR_CENTER: readonly FamilyClient[] = ['MESSENGER', ACCOUNTS]
const CENTER_ONLY: readonly FamilyClient[] = [ACCOUNTS]

/** identity.md, "Who may call what in accounts": every mutation of the SDL, and the clients that may call it. */
export const WHO_MAY_CALL: Readonly<Record<MutationName, readonly FamilyClient[]>> = {
  requestLink: APPS_ONLY,
  openLink: APPS_ONLY,
  confirmLink: APPS_ONLY,
  approveLink: APPS_ONLY,
  rejectLink: APPS_ONLY,

  createCrosspostUpload: MESSENGER_OR_CENTER,
  crosspostStatus: MESSENGER_OR_CENTER,
  updateCrosspost: MESSENGER_OR_CENTER,
  setAutoCrosspost: MESSENGER_OR_CENTER,
  retractCrosspost: MESSENGER_OR_CENTER,
  retryCrosspost: MESSENGER_OR_CENTER,

  setLinkVisibility: CENTER_ONLY,
  pauseLink: CENTER_ONLY,
  resumeLink: CENTER_ONLY,
  unlink: CENTER_ONLY,
  setConsent: CENTER_ONLY,
  setFeature: CENTER_ONLY,
}

/** Why this session may not call the mutation, as the code of the fault; null when it may. */
export function whyNotCall(
  mutation: MutationName,
  { client, profiles }: Session,
): 'UNAUTHENTICATED' | 'CLIENT_NOT_ALLOWED' | null {
  if (client === null) return 'UNAUTHENTICATED'
  const allowed: readonly string[] = WHO_MAY_CALL[mutation]
  if (!allowed.includes(client)) return 'CLIENT_NOT_ALLOWED'
  // A client without a person is a token that nobody issues: nobody acts by it.
  const signedIn = client === ACCOUNTS ? profiles.length > 0 : profiles.some(({ app }) => app === client)
  return signedIn ? null : 'UNAUTHENTICATED'
}
