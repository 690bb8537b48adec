import { isFault } from '../../runtime/errors/fault.ts'
import type { Idempotency } from '../../runtime/idempotency/idempotency.ts'
import type { Context } from '../context.ts'
import type { MutationResolvers, PhotoErrorCode, PostPhotoStoryInput } from '../generated/types.ts'
import { visibleStory } from '../resolvers/visible.ts'
import type { StoryRow } from '../rows.ts'
import { readCaption } from '../rules/captionsSaySomething.ts'
import { isPhotoAudience } from '../rules/storiesReachTheirAudience.ts'
import { expiryOf, isLive } from '../rules/storiesLiveForADay.ts'
import type { PhotoStore } from '../store.ts'
import { refusal } from './refusals.ts'
import { actingProfile } from './session.ts'

type NewStory = Pick<StoryRow, 'authorId' | 'caption' | 'audience'>

export function storyMutations(
  store: PhotoStore,
  idempotency: Idempotency,
): Required<Pick<MutationResolvers, 'postPhotoStory' | 'deletePhotoStory'>> {
  return {
    async postPhotoStory(_root, { input }, context) {
      const { _id: authorId } = await actingProfile(context)
      const caption = readCaption(input.caption)
      if (caption === null) return refused('CAPTION_INVALID', 'caption')
      const { audience } = input
      if (!isPhotoAudience(audience)) return refused('AUDIENCE_REFUSED', 'audience')
      const storyId = await postOnce(store, idempotency, context, input, { authorId, caption, audience })
      if (storyId === null) return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey')
      context.load.forget()
      return { story: await visibleStory(context, storyId), errors: [] }
    },

    async deletePhotoStory(_root, { input }, context) {
      const { _id: authorId } = await actingProfile(context)
      const storyId = context.ids.open(input.storyId, 'PhotoStory')
      const story = storyId === null ? null : await context.load.story.load(storyId)
      const own = story !== null && story.authorId === authorId && isLive(story, context.now)
      const deleted = own && (await erase(store, story))
      context.load.forget()
      return deleted ? { story, errors: [] } : refused('STORY_NOT_FOUND', 'storyId')
    },
  }
}

function refused(code: PhotoErrorCode, path: string) {
  return { story: null, errors: refusal(code, path) }
}

/** The local id of the story, the same for every retry; null when the key was used for another story. */
async function postOnce(
  store: PhotoStore,
  idempotency: Idempotency,
  { client, now }: Context,
  input: PostPhotoStoryInput,
  story: NewStory,
): Promise<string | null> {
  const act = { actor: story.authorId, client, mutation: 'postPhotoStory', key: input.idempotencyKey, input }
  try {
    const { storyId } = await idempotency.once(act, async (attempt) => {
      const _id = attempt.documentId()
      const life = { postedAt: now, expiresAt: expiryOf(now) }
      // A conflict is an earlier attempt of the same act: that story stands, or was deleted and stays so.
      await store.stories.insert({ _id, ...story, ...life, picture: null, crosspostedFrom: null })
      return { storyId: _id }
    })
    return storyId
  } catch (error) {
    if (isFault(error, 'IDEMPOTENCY_KEY_REUSED')) return null
    throw error
  }
}

/**
 * Ends a story for ever and forgets its content. The document stays, so that a late retry of the posting finds it and
 * shows nothing again; its end is the epoch, which no clock that lags can come before.
 */
async function erase(store: PhotoStore, { _id, expiresAt }: StoryRow): Promise<boolean> {
  const erased = await store.stories.patch(_id, { expiresAt }, { set: { expiresAt: 0, caption: null, picture: null } })
  return erased !== null
}
