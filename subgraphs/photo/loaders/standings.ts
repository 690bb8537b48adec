import { blockHides, pairId, readBlocks } from '../../runtime/blocks/blocks.ts'
import { batched } from '../../runtime/loaders/batched.ts'
import { type FollowState, type Standing, STRANGER } from '../rules/standing.ts'
import type { PhotoStore } from '../store.ts'

/** How the viewer stands to others: one store call for the follows, one for the blocks of any number of profiles. */
export interface Standings {
  standing(profileId: string): Promise<Standing>
  /** Whether a block hides this profile; for lists of whom the viewer follows, where nothing else is in question. */
  isBlocked(profileId: string): Promise<boolean>
  forgetStandings(): void
}

export function createStandings(store: PhotoStore, viewer: string | null): Standings {
  const follows = batched((ids) => readFollows(store, viewer ?? '', ids))
  const blocks = batched((ids) => readBlocks(store.blocks, viewer ?? '', ids))

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
