import { describe, expect, test } from 'vitest'
import { people, type Social } from './people.ts'

/** Ada's post, seen by her friends Fred and Gil. */
async function posted(): Promise<{ social: Social; postId: string }> {
  const social = await people({ ada: {}, fred: {}, gil: {}, sue: {} })
  for (const friend of ['fred', 'gil']) await social.befriend('ada', friend)
  return { social, postId: await social.posts('ada', 'Hello') }
}

const seen = async (social: Social, viewer: string, postId: string) => {
  const [post] = await social.fetch(viewer, 'Post', [postId], '{ reactionCount viewerReaction }')
  return post && [post.reactionCount, post.viewerReaction]
}

describe('a reaction', () => {
  test('is one per person; another takes its place', async () => {
    const { social, postId } = await posted()
    for (const reaction of ['👍', '❤️', '❤️']) await social.act('fred', 'reactToPost', { postId, reaction })
    await social.act('gil', 'reactToPost', { postId, reaction: '😂' })
    expect(await seen(social, 'fred', postId)).toEqual([2, '❤️'])
    expect(await seen(social, 'gil', postId)).toEqual([2, '😂'])
    expect(await seen(social, 'ada', postId)).toEqual([2, null])
  })

  test('is answered with the post as it is now, twice in one operation too', async () => {
    const { social, postId } = await posted()
    const field = (alias: string, reaction: string) =>
      `${alias}: reactToPost(input: { postId: $postId, reaction: "${reaction}" }) { post { viewerReaction reactionCount } }`
    const query = `mutation ($postId: ID!) { ${field('a', '👍')} ${field('b', '🎉')} }`
    expect(await social.data('fred', query, { postId })).toEqual({
      a: { post: { viewerReaction: '👍', reactionCount: 1 } },
      b: { post: { viewerReaction: '🎉', reactionCount: 1 } },
    })
  })

  test('is taken back, also when there is none', async () => {
    const { social, postId } = await posted()
    await social.act('fred', 'reactToPost', { postId, reaction: '👍' })
    for (let i = 0; i < 2; i++) {
      expect(await social.act('fred', 'removeReaction', { postId })).toEqual({ post: { id: postId }, errors: [] })
      expect(await seen(social, 'fred', postId)).toEqual([0, null])
    }
  })

  test('to a post that one does not see is refused', async () => {
    const { social, postId } = await posted()
    const refused = { post: null, errors: [{ code: 'POST_NOT_FOUND', path: ['postId'] }] }
    expect(await social.act('sue', 'reactToPost', { postId, reaction: '👍' })).toEqual(refused)
    expect(await social.act('sue', 'removeReaction', { postId })).toEqual(refused)
    expect(await seen(social, 'sue', postId)).toBeNull()
    expect(await seen(social, 'ada', postId)).toEqual([0, null])
  })

  test('is taken back also from a post that one sees no more, once', async () => {
    const { social, postId } = await posted()
    await social.act('fred', 'reactToPost', { postId, reaction: '👍' })
    await social.tries('ada', 'removeFriend', 'fred')
    expect(await social.act('fred', 'removeReaction', { postId })).toEqual({ post: null, errors: [] })
    expect(await seen(social, 'ada', postId)).toEqual([0, null])
    const { errors } = await social.act('fred', 'removeReaction', { postId })
    expect(errors).toEqual([{ code: 'POST_NOT_FOUND', path: ['postId'] }])
  })

  test('that is not one emoji is refused', async () => {
    const { social, postId } = await posted()
    for (const reaction of ['', 'like', '👍👍', '1', ' 👍']) {
      const { errors } = await social.act('fred', 'reactToPost', { postId, reaction })
      expect(errors).toEqual([{ code: 'REACTION_INVALID', path: ['reaction'] }])
    }
  })

  test('is at most one under races of setting and taking back', async () => {
    const { social, postId } = await posted()
    const set = (reaction: string) => social.act('fred', 'reactToPost', { postId, reaction })
    await Promise.all([set('👍'), social.act('fred', 'removeReaction', { postId }), set('🎉'), set('👍')])
    const [count, own] = (await seen(social, 'fred', postId))!
    expect(count).toBe(own === null ? 0 : 1)
  })
})
