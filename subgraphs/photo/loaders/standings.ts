import DataLoader from 'dataloader'
import { pairId } from '../rows.ts'
import { blockHides, type BlockState, type FollowState, NO_BLOCK, type Standing, STRANGER } from '../rules/standing.ts'
import type { PhotoStore } from '../store.ts'

/** How the viewer stands to others: one store call for the follows, one for the blocks of any number of profiles. */
export interface Standings {
  standing(profileId: string): Promise<Standing>
  /** Whether a block hides this profile; for lists of whom the viewer follows, where nothing else is in question. */
  isBlocked(profileId: string): Promise<boolean>
  forgetStandings(): void
}

export function createStandings(store: PhotoStore, viewer: string | null): Standings {
  const options = { maxBatchSize: 1_000 }
  const follows = new DataLoader<string, FollowState>((ids) => readFollows(store, viewer ?? '', ids), options)
  const blocks = new DataLoader<string, BlockState>((ids) => readBlocks(store, viewer ?? '', ids), options)

  return {
    async standing(profileId) {
      if (viewer === null) return STRANGER
      if (viewer === profileId) return { ...STRANGER, self: true }
      const [follow, block] = await Promise.all([follows.load(profileId), blocks.load(profileId)])
      return { self: false, follow, block }
    },
    async isBlocked(profileId) {
      if (viewer === null || viewer === profileId) return false
      return blockHides(await blocks.load(profileId))
    },
    forgetStandings() {
      follows.clearAll()
      blocks.clearAll()
    },
  }
}

async function readFollows(store: PhotoStore, viewer: string, others: readonly string[]): Promise<FollowState[]> {
  const follows = await store.follows.getMany(others.map((other) => pairId(viewer, other)))
  return others.map((_, index) => follows[index]?.state ?? 'NONE')
}

/** As stored now: also for rules that must not act on what a loader remembers. */
export async function readBlocks(store: PhotoStore, viewer: string, others: readonly string[]): Promise<BlockState[]> {
  const pairs = [...others.map((other) => pairId(viewer, other)), ...others.map((other) => pairId(other, viewer))]
  const blocks = await store.blocks.getMany(pairs)
  return others.map((_, index) => {
    const byViewer = (blocks[index] ?? null) !== null
    const ofViewer = (blocks[index + others.length] ?? null) !== null
    return byViewer || ofViewer ? { byViewer, ofViewer } : NO_BLOCK
  })
}
