import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { APPS } from '../../subgraphs/runtime/identity/identity.ts'
import { createStage } from '../subgraphs/accounts/crossposts/stage.ts'
import { profileOf } from '../subgraphs/accounts/town.ts'
import { cases, seed } from '../support/long.ts'
import { EVERYTHING, keyOf, step, take, Words } from './featureWords.ts'

/**
 * I7 for sharing a status, the feature CROSSPOST: it reaches an app exactly while it is on and both links are active, and
 * gives it what the author handed over and nothing else. The apps are played; with the real ones it is tried in
 * `crossposts/`.
 */
const TARGETS = ['PHOTO', 'SOCIAL'] as const
const APP_NAMES = { PHOTO: 'photo', SOCIAL: 'social' } as const

describe('I7: what sharing a status gives', { timeout: 600_000 }, () => {
  test('goes to an app only while sharing there works, and what was there ends with it', async () => {
    const life = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10, size: 'max' }), async (steps) => {
      const stage = await createStage()
      const words = new Words()
      for (const each of APPS) words.links.set(each, 'ACTIVE')
      for (const each of EVERYTHING) if (/^CROSSPOST MESSENGER>[PS]/.test(keyOf(each))) words.on.set(keyOf(each), each)
      for (const each of steps) {
        await take(stage.town, 'anna', each)
        words.take(each)
        const works = TARGETS.filter((to) => words.working().includes(`CROSSPOST MESSENGER>${to}`))
        await stage.settle()
        const ended = TARGETS.filter((to) => !works.includes(to))
        expect(ended.flatMap((to) => stage.apps.seen(APP_NAMES[to]))).toEqual([])
        const before = stage.apps.puts.length
        await stage.share(stage.post())
        await stage.settle()
        const went = stage.apps.puts.slice(before).map((put) => put.app)
        expect(went.toSorted()).toEqual(works.map((to) => APP_NAMES[to]))
        expect(await stage.town.viewer(stage.messenger(), '{ crosspostTargets }')).toEqual({ crosspostTargets: works })
      }
    })
    await fc.assert(life, { numRuns: cases(12), seed })
  })

  test('is what the author handed over for it, and nothing of the messenger or of another app', async () => {
    const stage = await createStage()
    const status = stage.post()
    const { crosspost } = await stage.share(status, { text: 'This much' })
    await stage.settle()
    for (const { app, input } of stage.apps.puts) {
      const { key, authorId, audience, ...rest } = input
      const { postedAt, expiresAt, validUntil } = rest
      expect(rest).toEqual({ revision: 1, text: 'This much', media: null, postedAt, expiresAt, validUntil })
      expect(authorId).toBe(profileOf(app === 'photo' ? 'PHOTO' : 'SOCIAL', 'anna'))
      expect(audience).toBe(app === 'photo' ? 'EVERYONE' : 'FRIENDS')
      for (const secret of [status, crosspost.id, profileOf('MESSENGER', 'anna')]) expect(key).not.toContain(secret)
    }
    const [photo, social] = stage.apps.puts.map(({ input }) => input.key)
    expect(photo).not.toBe(social)
  })
})
