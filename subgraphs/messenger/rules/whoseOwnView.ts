import { isOwnProfile, type Session } from '../../runtime/subgraph/session.ts'

/** Devices and conversations are for the messenger's own client: not even the accounts center sees them. */
export function isOwnProfileInMessenger(profileId: string, session: Session): boolean {
  return session.client === 'MESSENGER' && isOwnProfile(profileId, session)
}
