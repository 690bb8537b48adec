import type { FollowRow, ProfileRow } from '../rows.ts'
import type { Standing } from './standing.ts'

/** How many others a profile follows and asks to follow at the most: its feed is one merged read of that many authors. */
export const FOLLOWING_LIMIT = 1_000

/** A public profile is followed at once; a private one is asked, and its owner accepts. */
export function firstFollowState(followee: Pick<ProfileRow, 'private'>): FollowRow['state'] {
  return followee.private ? 'REQUESTED' : 'FOLLOWING'
}

export type ContactRefusal = 'OWN_PROFILE' | 'BLOCKED' | 'PROFILE_NOT_FOUND'

/** Who cannot be followed or accepted: oneself, whom one has blocked, and who has blocked the viewer, as if not there. */
export function contactRefusal({ self, block }: Standing): ContactRefusal | null {
  if (self) return 'OWN_PROFILE'
  if (block.byViewer) return 'BLOCKED'
  return block.ofViewer ? 'PROFILE_NOT_FOUND' : null
}
