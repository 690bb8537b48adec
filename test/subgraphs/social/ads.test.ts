import { describe, expect, test } from 'vitest'
import { inputOf } from '../../support/consented.ts'
import type { Json } from '../../support/subgraphTester.ts'
import { DAY, people, type Social } from './people.ts'

const ADS = '{ socialMe { ads(first: 4) { id title advertiser basis why } } }'

describe('ads', () => {
  test('are exactly as many as asked for, three by default', async () => {
    const social = await people({ ada: {} })
    expect((await social.data('ada', '{ socialMe { ads { id } } }')).socialMe.ads).toHaveLength(3)
    for (const first of [1, 2, 20]) {
      const { ads } = await social.sees('ada', 'ada', `ads(first: ${first}) { id }`)
      expect(new Set(ads.map((ad: { id: string }) => ad.id)).size).toBe(first)
    }
  })

  test.each([0, -1, 21, 101])('%i at once are refused', async (first) => {
    const social = await people({ ada: {} })
    const { data, errors } = await social.ask('ada', `{ socialMe { ads(first: ${first}) { id } } }`)
    expect(data).toEqual({ socialMe: { ads: null } })
    expect(errors?.[0]?.extensions?.code).toBe('PAGE_SIZE_INVALID')
  })

  test('are contextual and say so', async () => {
    const social = await people({ ada: {} })
    const { ads } = (await social.data('ada', ADS)).socialMe
    for (const ad of ads) {
      expect(ad).toMatchObject({ basis: 'CONTEXTUAL', why: expect.stringMatching(/Nothing about you/) })
      expect(ad.advertiser).not.toBe('')
    }
  })

  test('stay all day, in every request and for every client of their owner', async () => {
    const social = await people({ ada: {} })
    const today = await social.data('ada', ADS)
    await social.tester.clock.advance(60 * 60 * 1000)
    expect(await social.data('ada', ADS, {}, null)).toEqual(today)
    await social.tester.clock.advance(DAY)
    expect(await social.data('ada', ADS)).not.toEqual(today)
  })

  test('are about topics that other apps share, as many as before, and say which app shared them', async () => {
    const social = await people({ ada: {} })
    const inputs = { messengerAdSignals: inputOf(social.tester, { topics: ['COFFEE'] }), photoAdSignals: null }
    const ads = await adsWith(social, inputs)
    expect(ads).toHaveLength(4)
    expect(ads[0]).toMatchObject({
      basis: 'PERSONALIZED',
      why: 'It is about coffee, one of the topics that you let the messenger share for ads.',
    })
    expect(ads.at(-1)).toMatchObject({ basis: 'CONTEXTUAL' })
  })

  test('are the contextual ones to the letter when both inputs are null, expired or of nobody else', async () => {
    const social = await people({ ada: {}, bob: {} })
    const { ads } = (await social.data('ada', ADS)).socialMe
    const expired = inputOf(social.tester, { topics: ['COFFEE'] })
    expect(await adsWith(social, { messengerAdSignals: null, photoAdSignals: null })).toEqual(ads)
    expect(await adsWith(social, { messengerAdSignals: expired, photoAdSignals: null }, 'bob')).toBeNull()
    await social.tester.clock.advance(1_000)
    expect(await adsWith(social, { messengerAdSignals: expired, photoAdSignals: expired })).toEqual(ads)
  })

  test('need no store call of their own', async () => {
    const social = await people({ ada: {} })
    social.counted.reset()
    await social.data('ada', ADS)
    expect(social.counted.calls()).toEqual({ 'social_profiles.getMany': 1 })
  })
})

async function adsWith(social: Social, inputs: object, viewer = 'ada'): Promise<Json> {
  const asked = { as: social.id(viewer), client: 'SOCIAL' }
  const selection = '{ ads(first: 4) { id title advertiser basis why } }'
  const [profile] = await social.tester.entities(
    'SocialProfile',
    [{ id: social.id('ada'), ...inputs }],
    selection,
    asked,
  )
  return profile.ads
}
