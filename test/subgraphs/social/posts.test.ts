import { describe, expect, test } from 'vitest'
import { TEST_START } from '../../support/subgraphTester.ts'
import { DAY, people } from './people.ts'

describe('a post', () => {
  test('says what it is', async () => {
    const social = await people({ ada: {} })
    const post = await social.posts('ada', '  Hello\n')
    const fields = '{ id author { username } text media { url } audience createdAt reactionCount viewerReaction }'
    expect(await social.fetch('ada', 'Post', [post], fields)).toEqual([
      {
        id: post,
        author: { username: 'ada' },
        text: 'Hello',
        media: null,
        audience: 'FRIENDS',
        createdAt: new Date(TEST_START).toISOString(),
        reactionCount: 0,
        viewerReaction: null,
      },
    ])
  })

  test('has 1 to 5,000 code points', async () => {
    const social = await people({ ada: {} })
    for (const text of ['x', '👍'.repeat(5000), ` ${'x'.repeat(5000)} `]) await social.posts('ada', text)
    for (const text of ['', ' \t\n', '👍'.repeat(5001), 'x'.repeat(20_000)]) {
      const { post, errors } = await social.act('ada', 'createPost', { text, idempotencyKey: 'k' })
      expect([post, errors]).toEqual([null, [{ code: 'TEXT_LENGTH_INVALID', path: ['text'] }]])
    }
  })

  test('is refused with a message that says what to do', async () => {
    const social = await people({ ada: {} })
    const query = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { errors { message } } }'
    const { createPost } = await social.data('ada', query, { input: { text: 'x'.repeat(5003), idempotencyKey: 'k' } })
    const [{ message }] = createPost.errors
    expect(message).toBe('The text must have at most 5000 characters, but got: 5003. Shorten it.')
  })

  test('is never for FOLLOWERS', async () => {
    const social = await people({ ada: {} })
    const input = { text: 'x', audience: 'FOLLOWERS', idempotencyKey: 'k' }
    const { errors } = await social.act('ada', 'createPost', input)
    expect(errors).toEqual([{ code: 'AUDIENCE_INVALID', path: ['audience'] }])
  })

  test('is deleted by its author only, and once', async () => {
    const social = await people({ ada: {}, fred: {} })
    await social.befriend('ada', 'fred')
    const post = await social.posts('ada', 'Hello')
    const notFound = { post: null, errors: [{ code: 'POST_NOT_FOUND', path: ['postId'] }] }
    expect(await social.act('fred', 'deletePost', { postId: post })).toEqual(notFound)
    expect(await social.act('ada', 'deletePost', { postId: post })).toEqual({ post: { id: post }, errors: [] })
    expect(await social.act('ada', 'deletePost', { postId: post })).toEqual(notFound)
    expect(await social.feed('fred')).toEqual([])
  })

  test('takes its reactions and comments along', async () => {
    const social = await people({ ada: {}, fred: {} })
    await social.befriend('ada', 'fred')
    const post = await social.posts('ada', 'Hello')
    await social.act('fred', 'reactToPost', { postId: post, reaction: '👍' })
    const comment = await social.comments('fred', post, 'Hi')
    await social.act('ada', 'deletePost', { postId: post })
    expect(await social.fetch('fred', 'PostComment', [comment], '{ text }')).toEqual([null])
    const request = [{ postId: social.tester.ids.open(post, 'Post')! }, { limit: 10 }] as const
    expect(await social.store.posts.getMany([request[0].postId])).toMatchObject([{ text: '', deleted: true }])
    for (const collection of [social.store.reactions, social.store.comments]) {
      expect((await collection.page('byPost', ...request)).items).toEqual([])
    }
  })
})

describe('one idempotency key', () => {
  const once = { text: 'Once', idempotencyKey: 'k' }

  test('makes one post, also by tries at once', async () => {
    const social = await people({ ada: {} })
    const tries = await Promise.all([1, 2, 3].map(() => social.act('ada', 'createPost', once)))
    expect(new Set(tries.map((payload) => payload.post.id)).size).toBe(1)
    expect(await social.textsOn('ada', 'ada', 'posts')).toEqual(['Once'])
  })

  test('with another input is refused', async () => {
    const social = await people({ ada: {} })
    await social.act('ada', 'createPost', once)
    for (const more of [{ text: 'Other' }, { audience: 'EVERYONE' }]) {
      const { errors } = await social.act('ada', 'createPost', { ...once, ...more })
      expect(errors).toEqual([{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] }])
    }
  })

  test('is of its owner and its mutation only, for a day', async () => {
    const social = await people({ ada: {}, bob: {} })
    for (const name of ['ada', 'bob']) {
      await social.act(name, 'createPost', once)
      await social.act(name, 'postSocialStory', once)
      for (const field of ['posts', 'stories'] as const) expect(await social.textsOn(name, name, field)).toHaveLength(1)
    }
    await social.tester.clock.advance(DAY)
    await social.act('ada', 'createPost', once)
    expect(await social.textsOn('ada', 'ada', 'posts')).toHaveLength(2)
  })

  test('does not bring a deleted post back', async () => {
    const social = await people({ ada: {} })
    const { post } = await social.act('ada', 'createPost', once)
    await social.act('ada', 'deletePost', { postId: post.id })
    const { errors } = await social.act('ada', 'createPost', once)
    expect(errors).toEqual([{ code: 'POST_NOT_FOUND', path: ['idempotencyKey'] }])
    expect(await social.textsOn('ada', 'ada', 'posts')).toEqual([])
  })
})
