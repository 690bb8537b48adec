import { blockHides } from '../../runtime/blocks/blocks.ts'
import { isLive } from '../../runtime/lifetimes/livesForADay.ts'
import type { StatusRow } from '../rows.ts'
import type { Relation } from './relation.ts'

/** Whether anything at all that this author posted may be for the viewer. */
export function maySeeStatusesOf(relation: Relation): boolean {
  if (relation.self) return true
  return !blockHides(relation.block) && relation.added && relation.addedBack
}

/**
 * The author sees their own; mutual contacts see what has no audience. A status with an audience is for the members of
 * that conversation: nobody is a member of any yet. Nobody sees one that has expired.
 */
export function maySeeStatus(
  status: Pick<StatusRow, 'audienceId' | 'expiresAt'>,
  relation: Relation,
  now: number,
): boolean {
  if (!isLive(status, now)) return false
  if (relation.self) return true
  return status.audienceId === null && maySeeStatusesOf(relation)
}
