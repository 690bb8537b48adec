import { dropMediaOf, type StoryMedia } from '../../runtime/crossposts/storyMedia.ts'
import { createOnce } from '../../runtime/idempotency/createOnce.ts'
import type { Idempotency } from '../../runtime/idempotency/idempotency.ts'
import { endEarly } from '../../runtime/lifetimes/endEarly.ts'
import { isLive, lifeFrom } from '../../runtime/lifetimes/livesForADay.ts'
import type { Sweep } from '../../runtime/lifetimes/sweeper.ts'
import { actingProfile } from '../../runtime/subgraph/session.ts'
import type { MutationResolvers, PhotoErrorCode } from '../generated/types.ts'
import { visibleStory } from '../resolvers/visible.ts'
import { readCaption } from '../rules/captionsSaySomething.ts'
import { isPhotoAudience } from '../rules/storiesReachTheirAudience.ts'
import type { PhotoStore } from '../store.ts'
import { refusal } from './refusals.ts'

export interface StoryMutationParts {
  readonly idempotency: Idempotency
  /** Called with each new story. */
  readonly sweep: Sweep
  /** What copies show. */
  readonly media: StoryMedia
}

export function storyMutations(
  store: PhotoStore,
  { idempotency, sweep, media }: StoryMutationParts,
): Required<Pick<MutationResolvers, 'postPhotoStory' | 'deletePhotoStory'>> {
  return {
    async postPhotoStory(_root, { input }, context) {
      const { _id: authorId } = await actingProfile('PHOTO', context)
      const { audience, idempotencyKey: key } = input
      const caption = readCaption(input.caption)
      if (caption === null) return refused('CAPTION_INVALID', 'caption')
      if (!isPhotoAudience(audience)) return refused('AUDIENCE_REFUSED', 'audience')

      const { client, now, load } = context
      const act = { actor: authorId, client, mutation: 'postPhotoStory', key, input }
      const content = { authorId, caption, audience, ...lifeFrom(now), picture: null, crosspostedFrom: null }
      const storyId = await createOnce(idempotency, act, (_id) => store.stories.insert({ _id, ...content }))
      if (storyId === null) return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey')
      await sweep()
      load.forget()
      const story = await visibleStory(context, storyId)
      // A repeated key names the story that it made; that may be deleted or expired by now.
      return story === null ? refused('STORY_NOT_FOUND', 'idempotencyKey') : { story, errors: [] }
    },

    async deletePhotoStory(_root, { input }, context) {
      const { _id: authorId } = await actingProfile('PHOTO', context)
      const storyId = context.ids.open(input.storyId, 'PhotoStory')
      const story = storyId === null ? null : await context.load.story.load(storyId)
      const own = story !== null && story.authorId === authorId && isLive(story, context.now)
      const deleted = own ? await endEarly(store.stories, story, 'caption', 'picture') : null
      if (deleted === null) return refused('STORY_NOT_FOUND', 'storyId')
      await dropMediaOf(media, deleted)
      context.load.forget()
      return { story, errors: [] }
    },
  }
}

function refused(code: PhotoErrorCode, path: string) {
  return { story: null, errors: [refusal(code, path)] }
}
