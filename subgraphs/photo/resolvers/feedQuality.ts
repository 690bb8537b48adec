import { isOwnProfile } from '../../runtime/subgraph/session.ts'
import type { Context } from '../context.ts'
import type { FeedQuality } from '../generated/types.ts'
import type { ProfileRow } from '../rows.ts'
import { feedQuality, MEASURED_PHOTOS } from '../rules/feedQualityIsShareLiked.ts'

/** The contextual measure: the app's own data only. Null for anybody but the owner, and for an empty feed. */
export async function measuredFeed(context: Context, profile: ProfileRow): Promise<FeedQuality | null> {
  if (!isOwnProfile(profile._id, context)) return null
  const { load } = context
  const authorId = await load.following()
  if (authorId.length === 0) return null
  const { items } = await load.store.photos.page('byAuthor', { authorId }, { limit: MEASURED_PHOTOS })
  const blocked = await Promise.all(items.map((photo) => load.isBlocked(photo.authorId)))
  const seen = items.filter((_, index) => blocked[index] !== true)
  const score = feedQuality(await Promise.all(seen.map((photo) => load.liked.load(photo._id))))
  return score === null ? null : { score, basis: 'CONTEXTUAL' }
}
