import { DAY_MS } from '../../runtime/clock/millis.ts'
import { createOnce } from '../../runtime/idempotency/createOnce.ts'
import type { Idempotency } from '../../runtime/idempotency/idempotency.ts'
import { endEarly } from '../../runtime/lifetimes/endEarly.ts'
import { expiryOf, isLive } from '../../runtime/lifetimes/livesForADay.ts'
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

export function createStoryMutations(store: SocialStore, idempotency: Idempotency): StoryMutations {
  return {
    async postSocialStory(input, context) {
      const { _id: authorId } = await actingProfile('SOCIAL', context)
      const { audience = 'FRIENDS', idempotencyKey: key } = input
      const text = readText(input.text, LONGEST_STORY)
      if (text === null) return refused(textRefusal(input.text, LONGEST_STORY))
      if (!isSocialAudience(audience)) return refused(refusal('AUDIENCE_INVALID', 'audience'))

      const { client, now, load } = context
      const act = { actor: authorId, client, mutation: 'postSocialStory', key, input: { text, audience } }
      const life = { postedAt: now, expiresAt: expiryOf(now) }
      const content = { authorId, text, audience, ...life, crosspostedFrom: null }
      const storyId = await createOnce(idempotency, act, (_id) => store.stories.insert({ _id, ...content }))
      if (storyId === null) return refused(refusal('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey'))

      await deleteLongExpired(store, authorId, now)
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
      if (!isOwn || !(await endEarly(store.stories, story, 'text'))) {
        return refused(refusal('STORY_NOT_FOUND', 'storyId'))
      }
      load.forget()
      return { story, errors: [] }
    },
  }
}

function refused(error: SocialError): StoryPayload {
  return { story: null, errors: [error] }
}

/**
 * Whoever posts a story takes the old ones along, so that nobody's expired stories pile up. A day after they expired: a
 * wall clock that was put right must not find them gone, nor a late retry of the posting one that was deleted.
 */
async function deleteLongExpired({ stories }: SocialStore, authorId: string, now: number): Promise<void> {
  const { items } = await stories.page('byAuthor', { authorId }, { limit: 10, range: { lte: now - DAY_MS } })
  const old = items.filter(({ postedAt }) => expiryOf(postedAt) <= now - DAY_MS)
  await Promise.all(old.map((story) => stories.delete(story._id)))
}
