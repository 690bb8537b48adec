import type { Context } from '../context.ts'
import type { MessengerError, MessengerErrorCode } from '../generated/types.ts'
import { refusal } from '../refusals.ts'
import type { ProfileRow } from '../rows.ts'

/** What comes of an act on another profile. */
export interface ProfilePayload {
  readonly profile: ProfileRow | null
  readonly errors: MessengerError[]
}

/** The profile that `profileId` of the input names; null when it is malformed, forged, of another app or gone. */
export async function otherProfile(profileId: string, { ids, load }: Context): Promise<ProfileRow | null> {
  const local = ids.open(profileId, 'MessengerProfile')
  return local === null ? null : load.profile.load(local)
}

export function refused(code: MessengerErrorCode): ProfilePayload {
  return { profile: null, errors: [refusal(code, 'profileId')] }
}
