import type { FollowRow, ProfileRow } from '../rows.ts'
import type { BlockState } from './standing.ts'

/** How many others a profile follows and asks to follow at the most: its feed is one merged read of that many authors. */
export const FOLLOWING_LIMIT = 1_000

/** A public profile is followed at once; a private one is asked, and its owner accepts. */
export function firstFollowState(followee: Pick<ProfileRow, 'private'>): FollowRow['state'] {
  return followee.private ? 'REQUESTED' : 'FOLLOWING'
}

export type ContactRefusal = 'BLOCKED' | 'PROFILE_NOT_FOUND'

/** Who cannot be followed or accepted: whom one has blocked, and who has blocked the viewer, as if not there. */
export function contactRefusal(block: BlockState): ContactRefusal | null {
  if (block.byViewer) return 'BLOCKED'
  return block.ofViewer ? 'PROFILE_NOT_FOUND' : null
}
