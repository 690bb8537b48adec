import type { Activity } from '../activity/activity.ts'
import { fault } from '../errors/fault.ts'
import type { App } from '../identity/identity.ts'
import type { SubgraphContext } from './subgraph.ts'

/** What tells who is signed in here: any context. */
export type Session = Pick<SubgraphContext<unknown>, 'viewer' | 'client'>

/** Whether this is the viewer's own profile, whichever client they read it with: the accounts center reads as they do. */
export function isOwnProfile(profileId: string, { viewer }: Pick<Session, 'viewer'>): boolean {
  return viewer !== null && viewer.local === profileId
}

/** A context that can read profiles of its app by local id, and notes who is active. */
export interface ActingContext<Profile> extends Session, Pick<SubgraphContext<unknown>, 'now'> {
  readonly load: {
    readonly profile: { readonly load: (local: string) => Promise<Profile | null> }
    readonly activity: Pick<Activity, 'note'>
  }
}

/**
 * The profile that acts. Only an app's own client acts for a person in it (identity.md); everybody else, the accounts
 * center included, and a session whose profile is gone, gets the fault `NOT_SIGNED_IN_TO_APP`. Whoever acts is active today.
 */
export async function actingProfile<Profile>(
  app: App,
  { client, viewer, load, now }: ActingContext<Profile>,
): Promise<Profile> {
  const profile = client === app && viewer !== null ? await load.profile.load(viewer.local) : null
  if (viewer === null || profile === null) throw fault('NOT_SIGNED_IN_TO_APP')
  await load.activity.note(viewer.local, now)
  return profile
}
