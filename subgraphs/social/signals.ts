import { mostFrequentTopics, topicsOrNull } from '../runtime/scalars/topicLists.ts'
import type { ConsentedResolver } from '../runtime/subgraph/subgraph.ts'
import type { Loaders } from './loaders/loaders.ts'
import { topicsOfText } from './rules/topicsOfText.ts'
import type { SocialStore } from './store.ts'

/** How many of the newest own posts, and of the latest reactions, are looked at. */
const LOOKED_AT = 200

/**
 * What the social app gives away by a grant, in three store calls however much there is. Posts and reactions to posts
 * only: stories, which may be copies from another app, never take part.
 */
export function createSignals(store: SocialStore): Record<'SocialPersonalizationSignals', ConsentedResolver<Loaders>> {
  return {
    /** The topics of somebody's posts and of those they reacted to, the most frequent first; a post counts once. */
    SocialPersonalizationSignals: async ({ subject }) => {
      const [own, reactions] = await Promise.all([
        store.posts.page('byAuthor', { authorId: subject, deleted: false }, { limit: LOOKED_AT }),
        store.reactions.page('byPerson', { personId: subject }, { limit: LOOKED_AT }),
      ])
      const ids = reactions.items.map(({ postId }) => postId)
      const reactedTo = ids.length === 0 ? [] : await store.posts.getMany(ids)
      const posts = [...own.items, ...reactedTo.flatMap((post) => (post === null || post.deleted ? [] : [post]))]
      const texts = new Map(posts.map((post) => [post._id, post.text]))
      return topicsOrNull(mostFrequentTopics([...texts.values()].map(topicsOfText)))
    },
  }
}
