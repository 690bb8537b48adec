/** What the rules about own views look at: who is signed in here, and by which client. */
export interface Session {
  readonly viewer: { readonly local: string } | null
  readonly client: string | null
}

/** Whether this is the viewer's own profile, whichever client they read it with. */
export function isOwnProfile(profileId: string, { viewer }: Session): boolean {
  return viewer !== null && viewer.local === profileId
}

/** Devices and conversations are for the messenger's own client: not even the accounts centre sees them. */
export function isOwnProfileInMessenger(profileId: string, session: Session): boolean {
  return session.client === 'MESSENGER' && isOwnProfile(profileId, session)
}
