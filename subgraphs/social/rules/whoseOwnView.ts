/** Whether this is the viewer's own profile, whichever client they read it with: the accounts centre reads as they do. */
export function isOwnProfile(profileId: string, { viewer }: { readonly viewer: { readonly local: string } | null }) {
  return viewer !== null && viewer.local === profileId
}
