import { describe, expect, test } from 'vitest'
import { DAY, people, type Social } from '../people.ts'

const POST = { text: 'Long ago', createdAt: '2026-10-01T12:00:00.000Z', idempotencyKey: 'demo:1' }

async function town() {
  const social = await people({ ada: {}, bob: {} })
  const publish = (changes: object = {}) =>
    social.tester.internal('publishDemoPost', { ...POST, authorId: social.id('ada'), ...changes })
  return { social, publish }
}

const posts = (social: Social, name: string) => social.textsOn(name, name, 'posts')

describe('publishDemoPost', () => {
  test('publishes at the time it is told, for friends unless told otherwise', async () => {
    const { social, publish } = await town()
    const { id } = await publish()
    expect(await social.fetch('ada', 'Post', [id], '{ text audience createdAt author { username } }')).toEqual([
      { text: 'Long ago', audience: 'FRIENDS', createdAt: POST.createdAt, author: { username: 'ada' } },
    ])
    const open = await publish({ audience: 'EVERYONE', idempotencyKey: 'demo:2' })
    expect(await social.fetch(null, 'Post', [id, open.id], '{ text }')).toEqual([null, { text: 'Long ago' }])
  })

  test('answers the same post for the same key and author, however late', async () => {
    const { social, publish } = await town()
    const first = await publish()
    await social.tester.clock.advance(400 * DAY)
    expect(await publish()).toEqual(first)
    expect(await publish({ authorId: social.id('bob') })).not.toEqual(first)
    expect(await posts(social, 'ada')).toEqual(['Long ago'])
  })

  test('does not bring back what was deleted', async () => {
    const { social, publish } = await town()
    const { id } = await publish()
    await social.act('ada', 'deletePost', { postId: id })
    await publish()
    expect(await posts(social, 'ada')).toEqual([])
  })

  test.each([{ text: ' ' }, { text: 'x'.repeat(5001) }, { createdAt: 'yesterday' }, { authorId: 'x' }, { more: 1 }])(
    'refuses %j',
    async (changes) => {
      const { publish } = await town()
      await expect(publish(changes)).rejects.toMatchObject({ extensions: { code: 'INTERNAL_INPUT_INVALID' } })
    },
  )
})
