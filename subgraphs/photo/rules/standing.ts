/** How the viewer stands to a profile; all that the rules about privacy look at. */
export interface Standing {
  /** The profile is the viewer's own. */
  readonly self: boolean
  /** Whether the viewer follows it, or asks to. */
  readonly follow: FollowState
  readonly block: BlockState
}

export type FollowState = 'NONE' | 'REQUESTED' | 'FOLLOWING'

export interface BlockState {
  /** The viewer has blocked it. */
  readonly byViewer: boolean
  /** It has blocked the viewer. */
  readonly ofViewer: boolean
}

export const NO_BLOCK: BlockState = { byViewer: false, ofViewer: false }

/** A viewer who is signed out of the photo app is this to everybody. */
export const STRANGER: Standing = { self: false, follow: 'NONE', block: NO_BLOCK }

/** A block hides both people from one another, whoever made it. */
export function blockHides(block: BlockState): boolean {
  return block.byViewer || block.ofViewer
}
