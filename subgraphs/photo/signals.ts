import { topicsOrNull } from '../runtime/scalars/topicLists.ts'
import type { ConsentedResolver } from '../runtime/subgraph/subgraph.ts'
import type { Loaders } from './loaders/loaders.ts'
import { topicsOfPhotos } from './rules/interestsInPhotos.ts'
import type { PhotoStore } from './store.ts'

/** How many of the newest own photos, and of the latest likes, are looked at. */
const LOOKED_AT = 200

/**
 * What the photo app gives away by a grant, in three store calls however much there is. Photos and likes of photos only:
 * stories, which may be copies from another app, never take part.
 */
export function createSignals(store: PhotoStore): Record<'PhotoAdSignals', ConsentedResolver<Loaders>> {
  return {
    /** The topics of somebody's own photos and of those that they like, the most frequent first. */
    PhotoAdSignals: async ({ subject }) => {
      const [own, likes] = await Promise.all([
        store.photos.page('byAuthor', { authorId: subject }, { limit: LOOKED_AT }),
        store.likes.page('byProfile', { profileId: subject }, { limit: LOOKED_AT }),
      ])
      const ids = likes.items.map(({ photoId }) => photoId)
      const liked = ids.length === 0 ? [] : await store.photos.getMany(ids)
      return topicsOrNull(topicsOfPhotos([...own.items, ...liked.filter((photo) => photo !== null)]))
    },
  }
}
