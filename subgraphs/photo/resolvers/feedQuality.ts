import { isOwnProfile } from '../../runtime/subgraph/session.ts'
import type { Context } from '../context.ts'
import type { FeedQuality } from '../generated/types.ts'
import type { GivenProfile } from '../inputs.ts'
import { feedQuality, MEASURED_PHOTOS, photosMeasured } from '../rules/feedQualityIsShareLiked.ts'

/**
 * The share of the newest photos of others in the feed that the viewer liked; how many are looked at depends on the
 * activity that the messenger shares, if it does. Null for anybody but the owner, and for an empty feed.
 */
export async function measuredFeed(context: Context, profile: GivenProfile): Promise<FeedQuality | null> {
  if (!isOwnProfile(profile._id, context)) return null
  const { load } = context
  const authorId = await load.following()
  if (authorId.length === 0) return null
  const activity = profile.messengerImprovementSignals ?? null
  const limit = activity === null ? MEASURED_PHOTOS : photosMeasured(activity.activeDays)
  const { items } = await load.store.photos.page('byAuthor', { authorId }, { limit })
  const blocked = await Promise.all(items.map((photo) => load.isBlocked(photo.authorId)))
  const seen = items.filter((_, index) => blocked[index] !== true)
  const score = feedQuality(await Promise.all(seen.map((photo) => load.liked.load(photo._id))))
  return score === null ? null : { score, basis: activity === null ? 'CONTEXTUAL' : 'PERSONALIZED' }
}
