import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TOPICS } from '../../../../subgraphs/runtime/scalars/topics.ts'
import { ADS } from '../../../../subgraphs/social/catalogue/ads.ts'
import { adsOfTheDay, type AdsQuestion } from '../../../../subgraphs/social/rules/adsRotateDaily.ts'
import { cases, seed } from '../../../support/long.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'

const DAY = 24 * 60 * 60 * 1000
const NOTHING = { messenger: [], photo: [] }
const question: AdsQuestion = { person: 'ada', now: TEST_START, first: 5, shared: NOTHING }
const draw = (more: Partial<AdsQuestion>) => adsOfTheDay(ADS, { ...question, ...more }).map((ad) => ad.slug)

describe('the catalogue', () => {
  test('has about 40 ads with slugs of their own, topics of the vocabulary and whole weights', () => {
    expect(new Set(ADS.map((ad) => ad.slug)).size).toBe(ADS.length)
    expect(ADS.length).toBeGreaterThanOrEqual(40)
    for (const ad of ADS) {
      expect(ad.topics.every((topic) => TOPICS.includes(topic)) && ad.topics.length > 0).toBe(true)
      expect([1, 2, 3]).toContain(ad.weight)
      expect(ad.title.length).toBeLessThanOrEqual(90)
    }
  })
})

describe('the draw', () => {
  test('is the same all day and another one the next', () => {
    const midnight = Date.parse('2026-11-22T00:00:00.000Z')
    expect(draw({ now: midnight })).toEqual(draw({ now: midnight + DAY - 1 }))
    expect(draw({ now: midnight + DAY })).not.toEqual(draw({ now: midnight }))
  })

  test('differs between people', () => {
    expect(draw({ person: 'bob' })).not.toEqual(draw({ person: 'ada' }))
  })

  test('answers exactly as many as asked for, each once, fewer as the beginning of more', () => {
    const some = fc.record({ person: fc.string(), first: fc.integer({ min: 1, max: 20 }) })
    const rule = fc.property(some, ({ person, first }) => {
      const drawn = draw({ person, first })
      expect(new Set(drawn).size).toBe(first)
      expect(draw({ person, first: 20 }).slice(0, first)).toEqual(drawn)
    })
    fc.assert(rule, { seed, numRuns: cases(50) })
  })

  test('follows the weights', () => {
    const firsts = Array.from({ length: 3000 }, (_, person) => draw({ person: String(person), first: 1 })[0])
    const total = ADS.reduce((sum, ad) => sum + ad.weight, 0)
    const expected = ADS.filter((ad) => ad.weight === 3).length * 3 * (firsts.length / total)
    const heavy = firsts.filter((slug) => ADS.find((ad) => ad.slug === slug)?.weight === 3).length
    expect(heavy / expected).toBeGreaterThan(0.85)
    expect(heavy / expected).toBeLessThan(1.15)
  })

  test('without topics says that nothing about the person took part', () => {
    for (const ad of adsOfTheDay(ADS, { ...question, first: 20 })) {
      expect(ad.basis).toBe('CONTEXTUAL')
      expect(ad.why).toMatch(/Nothing about you/)
    }
  })

  test('with topics has ads about them first, says of each whether it is one and who shared it', () => {
    const shared = { messenger: ['COOKING'], photo: ['COOKING', 'TRAINS'] } as const
    const ads = adsOfTheDay(ADS, { ...question, first: 20, shared })
    const about = (slug: string) => ADS.find((ad) => ad.slug === slug)!.topics
    for (const ad of ads) {
      const fits = about(ad.slug).some((topic) => topic === 'COOKING' || topic === 'TRAINS')
      expect(ad.basis).toBe(fits ? 'PERSONALIZED' : 'CONTEXTUAL')
      expect(ad.why).toMatch(fits ? /cooking|trains/ : /Nothing about you/)
    }
    const whyOf = (word: string) => ads.find((ad) => ad.why.includes(word))?.why
    expect(whyOf('cooking')).toContain('you let the messenger and the photo app share for ads')
    expect(whyOf('trains')).toContain('you let the photo app share for ads')
    const bases = ads.map((ad) => ad.basis)
    expect(bases.indexOf('CONTEXTUAL')).toBeGreaterThan(2)
    expect(bases.lastIndexOf('PERSONALIZED')).toBeLessThan(bases.indexOf('CONTEXTUAL'))
  })

  test('with topics is of the same number, and those that do not fit keep the order they have without', () => {
    const topics = fc.uniqueArray(fc.constantFrom(...TOPICS), { maxLength: 10 })
    const some = fc.record({ person: fc.string(), messenger: topics, photo: topics })
    const rule = fc.property(some, ({ person, ...shared }) => {
      const all = { ...question, person, first: ADS.length }
      const ads = adsOfTheDay(ADS, { ...all, shared })
      const unfitting = ads.filter((ad) => ad.basis === 'CONTEXTUAL')
      const slugs = new Set(unfitting.map((ad) => ad.slug))
      expect(ads).toHaveLength(ADS.length)
      expect(adsOfTheDay(ADS, all).filter((ad) => slugs.has(ad.slug))).toEqual(unfitting)
    })
    fc.assert(rule, { seed, numRuns: cases(50) })
  })
})
