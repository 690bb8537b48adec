import type { Idempotency } from '../../runtime/idempotency/idempotency.ts'
import type { Context } from '../context.ts'
import type { DeleteSocialStoryInput, PostSocialStoryInput } from '../generated/types.ts'
import type { StoryRow } from '../rows.ts'
import { isSocialAudience } from '../rules/audienceIsOfThisApp.ts'
import { expiryOf, isLive, STORY_LIFE_MS } from '../rules/storyLivesForADay.ts'
import { LONGEST_STORY, normaliseText } from '../rules/textHasALength.ts'
import type { SocialStore } from '../store.ts'
import { actingViewer, actOnce } from './acting.ts'
import { type Refusal, refusal, textRefusal } from './refusals.ts'

export interface StoryPayload {
  readonly story: StoryRow | null
  readonly errors: Refusal[]
}

export interface StoryMutations {
  postSocialStory(input: PostSocialStoryInput, context: Context): Promise<StoryPayload>
  deleteSocialStory(input: DeleteSocialStoryInput, context: Context): Promise<StoryPayload>
}

export function createStoryMutations(store: SocialStore, idempotency: Idempotency): StoryMutations {
  return {
    async postSocialStory(input, context) {
      const viewer = await actingViewer(context)
      const { audience = 'FRIENDS', idempotencyKey: key } = input
      const text = normaliseText(input.text, LONGEST_STORY)
      if (text === null) return refused(textRefusal(input.text, LONGEST_STORY))
      if (!isSocialAudience(audience)) return refused(refusal('AUDIENCE_INVALID', 'audience'))

      const act = { actor: viewer, client: context.client, mutation: 'postSocialStory', key, input: { text, audience } }
      const times = { postedAt: context.now, expiresAt: expiryOf(context.now) }
      const made = await actOnce(idempotency, act, async (_id) => {
        await store.stories.insert({ _id, authorId: viewer, text, audience, ...times, crosspostedFrom: null })
      })
      if ('refused' in made) return refused(made.refused)

      await deleteLongExpired(store, viewer, context.now)
      context.load.forget()
      const story = await context.load.story.load(made.id)
      if (story === null || !isLive(story, context.now)) return refused(refusal('STORY_NOT_FOUND', 'idempotencyKey'))
      return { story, errors: [] }
    },

    async deleteSocialStory({ storyId }, context) {
      const viewer = await actingViewer(context)
      const { ids, load, now } = context
      const local = ids.open(storyId, 'SocialStory')
      const story = local === null ? null : await load.story.load(local)
      const isGone = story === null || story.authorId !== viewer || !isLive(story, now)
      if (isGone || !(await store.stories.delete(story._id))) return refused(refusal('STORY_NOT_FOUND', 'storyId'))

      load.forget()
      return { story, errors: [] }
    },
  }
}

function refused(error: Refusal): StoryPayload {
  return { story: null, errors: [error] }
}

/**
 * Whoever posts a story takes the old ones along, so that nobody's expired stories pile up. A day after they expired: a
 * wall clock that was put right must not find them gone.
 */
async function deleteLongExpired({ stories }: SocialStore, author: string, now: number): Promise<void> {
  const request = { limit: 10, range: { lte: now - STORY_LIFE_MS } }
  const { items } = await stories.page('byAuthor', { authorId: author }, request)
  await Promise.all(items.map((story) => stories.delete(story._id)))
}
