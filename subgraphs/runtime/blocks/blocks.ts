import type { Collection, CollectionDefinition, StoredDocument } from '../../storage/port.ts'
import type { Millis } from '../clock/millis.ts'

// Blocks as documents of their own, for apps in which what else is between two people is kept apart from them. What
// denies is written first and removed last, so that no crash and no race leaves two people open to one another.

/** The blocker wants nothing to do with the blocked; `_id` is `blockerId:blockedId`. */
export interface BlockRow extends StoredDocument {
  readonly blockerId: string
  readonly blockedId: string
  readonly blockedAt: Millis
}

/** The collection of an app's blocks. */
export function blocksIn(name: string): CollectionDefinition<BlockRow> {
  return {
    name,
    version: 1,
    indexes: [
      { name: 'byBlocker', eq: ['blockerId'], order: 'blockedAt', dir: 'desc' },
      { name: 'byBlocked', eq: ['blockedId'] },
    ],
  }
}

/** The `_id` of what one person keeps about another. */
export function pairId(from: string, to: string): string {
  return `${from}:${to}`
}

export interface BlockState {
  /** The viewer has blocked the other. */
  readonly byViewer: boolean
  /** The other has blocked the viewer. */
  readonly ofViewer: boolean
}

export const NO_BLOCK: BlockState = { byViewer: false, ofViewer: false }

/** A block hides both people from one another, whoever made it. */
export function blockHides({ byViewer, ofViewer }: BlockState): boolean {
  return byViewer || ofViewer
}

/** Why the viewer cannot approach the other: whoever has blocked the viewer is not there for them. */
export function blockRefusal({ byViewer, ofViewer }: BlockState): 'BLOCKED' | 'PROFILE_NOT_FOUND' | null {
  if (byViewer) return 'BLOCKED'
  return ofViewer ? 'PROFILE_NOT_FOUND' : null
}

/** The blocks between the viewer and each of the others, as stored now: one store call. */
export async function readBlocks(
  blocks: Collection<BlockRow>,
  viewer: string,
  others: readonly string[],
): Promise<BlockState[]> {
  const pairs = [...others.map((other) => pairId(viewer, other)), ...others.map((other) => pairId(other, viewer))]
  const rows = await blocks.getMany(pairs)
  const isThere = (index: number): boolean => (rows[index] ?? null) !== null
  return others.map((_, index) => ({ byViewer: isThere(index), ofViewer: isThere(index + others.length) }))
}

/** Blocks, then ends by `endTies` what was between the two; also where the block was there: a crash may have come between. */
export async function setBlock(
  blocks: Collection<BlockRow>,
  block: Omit<BlockRow, '_id' | 'rev'>,
  endTies: (blockerId: string, blockedId: string) => Promise<unknown>,
): Promise<void> {
  const { blockerId, blockedId } = block
  // A conflict means that it is blocked already.
  await blocks.insert({ _id: pairId(blockerId, blockedId), ...block })
  await endTies(blockerId, blockedId)
}

/**
 * Lifts a block. First whatever a crash or a race has left behind it is ended, so that it does not come back when the
 * block goes; without a block nothing is touched.
 */
export async function liftBlock(
  blocks: Collection<BlockRow>,
  blockerId: string,
  blockedId: string,
  endTies: (blockerId: string, blockedId: string) => Promise<unknown>,
): Promise<void> {
  const _id = pairId(blockerId, blockedId)
  const [block = null] = await blocks.getMany([_id])
  if (block === null) return
  await endTies(blockerId, blockedId)
  await blocks.delete(_id)
}
