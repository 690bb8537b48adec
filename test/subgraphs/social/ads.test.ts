import { describe, expect, test } from 'vitest'
import { DAY, people } from './people.ts'

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

  test('do not change with what the required inputs are, as long as no grant can exist', async () => {
    const social = await people({ ada: {} })
    const asked = { as: social.id('ada'), client: 'SOCIAL' }
    const key = { id: social.id('ada'), messengerAdSignals: null, photoAdSignals: null }
    const { ads } = (await social.data('ada', ADS)).socialMe
    const selection = '{ ads(first: 4) { id title advertiser basis why } }'
    expect(await social.tester.entities('SocialProfile', [key], selection, asked)).toEqual([{ ads }])
  })

  test('need no store call of their own', async () => {
    const social = await people({ ada: {} })
    social.counted.reset()
    await social.data('ada', ADS)
    expect(social.counted.calls()).toEqual({ 'social_profiles.getMany': 1 })
  })
})

test('the social app gives no signals away: no grant can hold yet', async () => {
  const social = await people({ ada: {} })
  const keys = ['', 'x', social.id('ada')].map((grant) => ({ grant }))
  const asked = { as: social.id('ada'), client: 'SOCIAL' }
  const answers = await social.tester.entities('SocialPersonalizationSignals', keys, '{ topics validUntil }', asked)
  expect(answers).toEqual([null, null, null])
})
