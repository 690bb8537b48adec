import { blockRefusal } from '../../runtime/blocks/blocks.ts'
import type { Relation } from './relation.ts'

export type ContactRefusal = 'OWN_PROFILE' | 'BLOCKED' | 'PROFILE_NOT_FOUND'

/**
 * A contact is a note in one's own book: anybody whose id one knows may be added, without their consent, since it opens
 * nothing of theirs (statuses need both to have added each other). Not oneself, not whom one has blocked; and whoever
 * has blocked the viewer is not there for them.
 */
export function contactRefusal(relation: Relation): ContactRefusal | null {
  return relation.self ? 'OWN_PROFILE' : blockRefusal(relation.block)
}
