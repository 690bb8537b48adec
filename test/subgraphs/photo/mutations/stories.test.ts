import { beforeEach, describe, expect, it } from 'vitest'
import { codes, createPhotoApp, type Person, type PhotoApp } from '../photoApp.ts'

const DAY = 24 * 60 * 60 * 1000

let app: PhotoApp
let ana: Person

beforeEach(async () => {
  app = createPhotoApp()
  ana = await app.person('ana')
})

const post = (who: Person, input: object) =>
  app.act(who, 'postPhotoStory', { caption: 'Hello', audience: 'EVERYONE', ...input }, 'story { id caption postedAt }')

async function captions(): Promise<string[]> {
  const { photoStories } = await app.see(ana, '{ photoStories { nodes { caption } } }')
  return photoStories.nodes.map((story: { caption: string }) => story.caption)
}

describe('postPhotoStory', () => {
  it('answers the same story to a retry, which posts nothing', async () => {
    const first = await post(ana, { idempotencyKey: 'k' })
    await app.clock.advance(1000)
    expect(await post(ana, { idempotencyKey: 'k' })).toEqual(first)
    expect(await captions()).toEqual(['Hello'])
  })

  it('posts once when two calls with one key come at the same time', async () => {
    const [first, second] = await Promise.all([post(ana, { idempotencyKey: 'k' }), post(ana, { idempotencyKey: 'k' })])
    expect(second).toEqual(first)
    expect(await captions()).toEqual(['Hello'])
  })

  it('refuses a key that was used with another input, but not the key of somebody else', async () => {
    const ben = await app.person('ben')
    await post(ana, { idempotencyKey: 'k' })
    expect(codes(await post(ana, { idempotencyKey: 'k', caption: 'Bye' }))).toEqual(['IDEMPOTENCY_KEY_REUSED'])
    expect(codes(await post(ben, { idempotencyKey: 'k', caption: 'Bye' }))).toEqual([])
  })

  it('does not bring back a story that was deleted', async () => {
    const { story } = await post(ana, { idempotencyKey: 'k' })
    await app.act(ana, 'deletePhotoStory', { storyId: story.id })
    expect(await post(ana, { idempotencyKey: 'k' })).toEqual({
      story: null,
      errors: [{ code: 'STORY_NOT_FOUND', path: ['idempotencyKey'] }],
    })
    expect(await captions()).toEqual([])
  })

  it('takes a key anew after 24 hours', async () => {
    const { story } = await post(ana, { idempotencyKey: 'k' })
    await app.clock.advance(DAY)
    const again = await post(ana, { idempotencyKey: 'k', caption: 'Next day' })
    expect(again).toMatchObject({ story: { caption: 'Next day' }, errors: [] })
    expect(again.story.id).not.toBe(story.id)
  })

  it('refuses what is no story of the photo app', async () => {
    const refusal = async (input: object) => (await post(ana, { idempotencyKey: 'k', ...input })).errors
    expect(await refusal({ audience: 'FRIENDS' })).toEqual([{ code: 'AUDIENCE_REFUSED', path: ['audience'] }])
    expect(await refusal({ caption: ' \n ' })).toEqual([{ code: 'CAPTION_INVALID', path: ['caption'] }])
    expect(await refusal({ caption: 'x'.repeat(2_001) })).toEqual([{ code: 'CAPTION_INVALID', path: ['caption'] }])
    expect(await refusal({ caption: `  ${'👋'.repeat(2_000)}  ` })).toEqual([])
  })

  it.each(['', 'x'.repeat(129)])('refuses a key of the wrong length', async (idempotencyKey) => {
    const query = 'mutation ($i: PostPhotoStoryInput!) { postPhotoStory(input: $i) { story { id } } }'
    const variables = { i: { caption: 'Hello', audience: 'EVERYONE', idempotencyKey } }
    const { data, errors } = await app.ask(query, { as: ana.id, client: 'PHOTO', variables })
    expect([data, errors?.[0]?.extensions?.code]).toEqual([{ postPhotoStory: null }, 'BAD_USER_INPUT'])
  })
})

describe('deletePhotoStory', () => {
  const remove = (who: Person, storyId: string) => app.act(who, 'deletePhotoStory', { storyId }, 'story { caption }')

  it('answers the story as it was', async () => {
    const id = await app.story(ana, 'Hello')
    expect(await remove(ana, id)).toEqual({ story: { caption: 'Hello' }, errors: [] })
  })

  it('finds no story that is deleted, expired, of somebody else, or none at all', async () => {
    const ben = await app.person('ben')
    const [deleted, expired, others] = [await app.story(ana, 'a'), await app.story(ana, 'b'), await app.story(ben, 'c')]
    await remove(ana, deleted)
    for (const id of [deleted, others, app.ids.seal('PhotoStory', 'x'), 'nonsense', '']) {
      expect(codes(await remove(ana, id))).toEqual(['STORY_NOT_FOUND'])
    }
    await app.clock.advance(DAY)
    expect(codes(await remove(ana, expired))).toEqual(['STORY_NOT_FOUND'])
  })
})
