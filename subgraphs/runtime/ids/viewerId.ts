/**
 * The id of `Viewer`: it follows from the sealed id of the profile that signed in first (identity.md, "Ids"), so that
 * `entry` and accounts make the same one. Not sealed, since nobody's answer rests on it: who views is what the header says.
 */
export function viewerIdOf(profileId: string): string {
  return Buffer.from(`Viewer:${profileId}`, 'utf8').toString('base64url')
}
