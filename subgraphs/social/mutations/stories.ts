import { dropMediaOf, type StoryMedia } from '../../runtime/crossposts/storyMedia.ts'
import { createOnce } from '../../runtime/idempotency/createOnce.ts'
import type { Idempotency } from '../../runtime/idempotency/idempotency.ts'
import { endEarly } from '../../runtime/lifetimes/endEarly.ts'
import { isLive, lifeFrom } from '../../runtime/lifetimes/livesForADay.ts'
import type { Sweep } from '../../runtime/lifetimes/sweeper.ts'
import { actingProfile } from '../../runtime/subgraph/session.ts'
import { readText } from '../../runtime/text/text.ts'
import type { Context } from '../context.ts'
import type { DeleteSocialStoryInput, PostSocialStoryInput, SocialError } from '../generated/types.ts'
import type { StoryRow } from '../rows.ts'
import { isSocialAudience } from '../rules/audienceIsOfThisApp.ts'
import { LONGEST_STORY } from '../rules/textHasALength.ts'
import type { SocialStore } from '../store.ts'
import { refusal, textRefusal } from './refusals.ts'

export interface StoryPayload {
  readonly story: StoryRow | null
  readonly errors: SocialError[]
}

export interface StoryMutations {
  postSocialStory(input: PostSocialStoryInput, context: Context): Promise<StoryPayload>
  deleteSocialStory(input: DeleteSocialStoryInput, context: Context): Promise<StoryPayload>
}

export interface StoryMutationParts {
  readonly idempotency: Idempotency
  /** Called with each new story. */
  readonly sweep: Sweep
  /** What copies show. */
  readonly media: StoryMedia
}

export function createStoryMutations(
  store: SocialStore,
  { idempotency, sweep, media }: StoryMutationParts,
): StoryMutations {
  return {
    async postSocialStory(input, context) {
      const { _id: authorId } = await actingProfile('SOCIAL', context)
      const { audience = 'FRIENDS', idempotencyKey: key } = input
      const text = readText(input.text, LONGEST_STORY)
      if (text === null) return refused(textRefusal(input.text, LONGEST_STORY))
      if (!isSocialAudience(audience)) return refused(refusal('AUDIENCE_INVALID', 'audience'))

      const { client, now, load } = context
      const act = { actor: authorId, client, mutation: 'postSocialStory', key, input: { text, audience } }
      const content = { authorId, text, audience, ...lifeFrom(now), crosspostedFrom: null }
      const storyId = await createOnce(idempotency, act, (_id) => store.stories.insert({ _id, ...content }))
      if (storyId === null) return refused(refusal('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey'))

      await sweep()
      load.forget()
      const story = await load.story.load(storyId)
      if (story === null || !isLive(story, now)) return refused(refusal('STORY_NOT_FOUND', 'idempotencyKey'))
      return { story, errors: [] }
    },

    async deleteSocialStory({ storyId }, context) {
      const { _id: authorId } = await actingProfile('SOCIAL', context)
      const { ids, load, now } = context
      const local = ids.open(storyId, 'SocialStory')
      const story = local === null ? null : await load.story.load(local)
      const isOwn = story !== null && story.authorId === authorId && isLive(story, now)
      const deleted = isOwn ? await endEarly(store.stories, story, 'text') : null
      if (deleted === null) return refused(refusal('STORY_NOT_FOUND', 'storyId'))
      await dropMediaOf(media, deleted)
      load.forget()
      return { story, errors: [] }
    },
  }
}

function refused(error: SocialError): StoryPayload {
  return { story: null, errors: [error] }
}
