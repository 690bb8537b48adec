import { fault } from '../../runtime/errors/fault.ts'
import type { Context } from '../context.ts'
import type { ProfileRow } from '../rows.ts'

/**
 * The profile that acts. Only the photo app's own client acts for a person; everybody else, the accounts centre
 * included, and a session whose profile is gone, gets the fault `NOT_SIGNED_IN_TO_APP`.
 */
export async function actingProfile({ client, viewer, load }: Context): Promise<ProfileRow> {
  const profile = client === 'PHOTO' && viewer !== null ? await load.profile.load(viewer.local) : null
  if (profile === null) throw fault('NOT_SIGNED_IN_TO_APP')
  return profile
}
