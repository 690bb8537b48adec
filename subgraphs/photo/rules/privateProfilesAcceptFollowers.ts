import type { FollowRow, ProfileRow } from '../rows.ts'

/** How many others a profile follows and asks to follow at the most: its feed is one merged read of that many authors. */
export const FOLLOWING_LIMIT = 1_000

/** A public profile is followed at once; a private one is asked, and its owner accepts. */
export function firstFollowState(followee: Pick<ProfileRow, 'private'>): FollowRow['state'] {
  return followee.private ? 'REQUESTED' : 'FOLLOWING'
}
