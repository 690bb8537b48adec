import { type BlockState, NO_BLOCK } from '../../runtime/blocks/blocks.ts'

/** How the viewer stands to a profile; all that the rules about privacy look at. */
export interface Standing {
  /** The profile is the viewer's own. */
  readonly self: boolean
  /** Whether the viewer follows it, or asks to. */
  readonly follow: FollowState
  readonly block: BlockState
}

export type FollowState = 'NONE' | 'REQUESTED' | 'FOLLOWING'

/** A viewer who is signed out of the photo app is this to everybody. */
export const STRANGER: Standing = { self: false, follow: 'NONE', block: NO_BLOCK }
