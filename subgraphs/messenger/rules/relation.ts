import { type BlockState, NO_BLOCK } from '../../runtime/blocks/blocks.ts'

/** What the viewer and another profile are to one another; all that the rules about privacy look at. */
export interface Relation {
  /** The other profile is the viewer's own. */
  readonly self: boolean
  /** The viewer has the other among their contacts. */
  readonly added: boolean
  /** The other has the viewer among their contacts. */
  readonly addedBack: boolean
  readonly block: BlockState
}

/** A viewer who is signed out of the messenger is this to everybody. */
export const STRANGER: Relation = { self: false, added: false, addedBack: false, block: NO_BLOCK }

export const SELF: Relation = { ...STRANGER, self: true }
