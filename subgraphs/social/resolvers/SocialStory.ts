import { iso } from '../../runtime/clock/millis.ts'
import { present } from '../../runtime/errors/present.ts'
import type { SocialStoryResolvers } from '../generated/types.ts'
import { storyMedia } from './media.ts'
import { visibleStory } from '../visible.ts'

export const SocialStory: SocialStoryResolvers = {
  async __resolveReference({ id }, context) {
    const local = context.ids.open(id, 'SocialStory')
    return local === null ? null : visibleStory(local, context)
  },

  id: (story, _args, { ids }) => ids.seal('SocialStory', story._id),
  author: async (story, _args, { load }) => present(await load.profile.load(story.authorId), 'the author of a story'),
  media: (story, _args, context) => storyMedia(context, story),
  postedAt: (story) => iso(story.postedAt),
  expiresAt: (story) => iso(story.expiresAt),
}
