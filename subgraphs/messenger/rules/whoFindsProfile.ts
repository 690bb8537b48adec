import { blockHides } from '../../runtime/blocks/blocks.ts'
import type { Reach } from '../../runtime/profiles/newProfile.ts'
import type { Relation } from './relation.ts'

/**
 * Who finds a profile by its handle and sees what it says about itself: those who may start a conversation with it, and
 * its owner. `CONNECTIONS` are those whom the owner has added.
 */
export function mayFindProfile(whoMayMessage: Reach, relation: Relation): boolean {
  if (relation.self) return true
  if (blockHides(relation.block)) return false
  switch (whoMayMessage) {
    case 'EVERYONE':
      return true
    case 'CONNECTIONS':
      return relation.addedBack
    case 'NOBODY':
      return false
  }
}
