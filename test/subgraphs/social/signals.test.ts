import { describe, expect, test } from 'vitest'
import { topicsOfText } from '../../../subgraphs/social/rules/topicsOfText.ts'
import { TOPICS } from '../../../subgraphs/runtime/scalars/topics.ts'
import { consented } from '../../support/consented.ts'
import { people, type Social } from './people.ts'

const topics = async (social: Social, name = 'ada') =>
  (await consented(social.tester, 'SocialPersonalizationSignals', social.id(name), '{ topics validUntil }'))?.topics ??
  null

describe('what a text is about', () => {
  test.each([
    ['Any good novels? Or BOOKS?', ['BOOKS']],
    ['Our goalkeeper bakes: sourdough!', ['BAKING', 'FOOTBALL']],
    ['Night train tips, please', ['TRAINS', 'TRAVEL']],
    ['The party was smart; carpets and catalogues, going home.', []],
    ['Board-game evening', ['BOARD_GAMES']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(topicsOfText(text)).toEqual(expected)
    for (const topic of topicsOfText(text)) expect(TOPICS).toContain(topic)
  })
})

describe('SocialPersonalizationSignals', () => {
  test('has the topics of posts and of what was reacted to, the most frequent first; a post counts once', async () => {
    const social = await people({ ada: {}, bob: {} })
    await social.befriend('ada', 'bob')
    const own = await social.posts('ada', 'A film, and coffee after it.')
    await social.act('ada', 'reactToPost', { postId: own, reaction: '👍' })
    const postId = await social.posts('bob', 'Coffee beats music.')
    await social.posts('bob', 'Yoga at nine.')
    expect(await topics(social)).toEqual(['COFFEE', 'FILM'])
    await social.act('ada', 'reactToPost', { postId, reaction: '👍' })
    expect(await topics(social)).toEqual(['COFFEE', 'FILM', 'MUSIC'])
    await social.act('ada', 'removeReaction', { postId })
    expect(await topics(social)).toEqual(['COFFEE', 'FILM'])
  })

  test('is null without topics; stories and the names of people never take part', async () => {
    const social = await people({ ada: { displayName: 'Ada Coffee' } })
    await social.tells('ada', 'Yoga at nine.')
    await social.posts('ada', 'Good morning.')
    social.counted.reset()
    expect(await topics(social)).toBeNull()
    expect(Object.keys(social.counted.calls()).filter((call) => call.includes('stories'))).toEqual([])
  })

  test.each([1, 30])('costs three store calls with %i reactions', async (size) => {
    const social = await people({ ada: {}, bob: {} })
    await social.befriend('ada', 'bob')
    for (let index = 0; index < size; index++) {
      const postId = await social.posts('bob', 'Coffee, please.')
      await social.act('ada', 'reactToPost', { postId, reaction: '👍' })
    }
    social.counted.reset()
    expect(await topics(social)).toEqual(['COFFEE'])
    expect(social.counted.calls()).toEqual({
      'social_posts.page': 1,
      'social_reactions.page': 1,
      'social_posts.getMany': 1,
    })
  })
})
