import { blockHides } from '../../runtime/blocks/blocks.ts'
import type { ProfileRow } from '../rows.ts'
import type { Standing } from './standing.ts'

/**
 * Whether a profile is shown to the viewer: whether look-up and lists have it, and whether its content (bio, follower
 * lists, photos, stories) is there. A private one is for its owner and for the followers it has accepted; asking is not
 * enough. Its id, username and display name are known to whoever has its id.
 */
export function isShown(profile: Pick<ProfileRow, 'private'>, { self, follow, block }: Standing): boolean {
  if (self) return true
  if (blockHides(block)) return false
  return !profile.private || follow === 'FOLLOWING'
}
