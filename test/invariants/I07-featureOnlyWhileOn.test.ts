import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCatalogue } from '../../subgraphs/accounts/rules/catalogue.ts'
import { ACCOUNTS } from '../../subgraphs/accounts/rows.ts'
import { snapshotOf } from '../../subgraphs/accounts/rules/account.ts'
import { decide } from '../../subgraphs/accounts/rules/decide.ts'
import { APPS } from '../../subgraphs/runtime/identity/identity.ts'
import { CONTRACT } from '../subgraphs/accounts/contractParts.ts'
import { everyRoad } from '../subgraphs/accounts/everyRoad.ts'
import { createTown, profileOf, type Town } from '../subgraphs/accounts/town.ts'
import { cases, seed } from '../support/long.ts'
import {
  allLinked,
  type Direction,
  EVERYTHING,
  FEATURES,
  isPossible,
  keyOf,
  setAll,
  step,
  take,
  Words,
} from './featureWords.ts'

/**
 * I7: a feature works only while it is on, in its direction, between two active links, and reaches only its data. What a
 * feature does is decided by `decide` and nothing else; here it is asked about every feature in every direction, after
 * each step of random lives, and compared with a page of words.
 */
const catalogue = createCatalogue(CONTRACT.recipients, CONTRACT.flows, CONTRACT.notices)

/** What works for somebody now, as `decide` says of their account document. */
async function working(town: Town, person: string): Promise<string[]> {
  const profiles = APPS.map((app) => profileOf(app, person))
  const { items } = await town.storage.collection(ACCOUNTS).page('byProfile', { profiles }, { limit: 100 })
  const now = town.clock.wall()
  const snapshots = items.map((account) => snapshotOf(account, catalogue))
  const works = ({ feature, from, to }: Direction) =>
    snapshots.some((snapshot) => {
      const flow = { from: from.toLowerCase(), to: to.toLowerCase(), type: feature, digest: '' }
      const subject = { profile: profileOf(to, person) }
      return decide({ ...flow, basis: { kind: 'FEATURE', feature } }, subject, snapshot, false, now).allow
    })
  return EVERYTHING.filter(works).map(keyOf)
}

describe('I7: a feature', { timeout: 600_000 }, () => {
  test('works exactly while it is on and both links are active, whatever else happens', async () => {
    const town = createTown()
    let lives = 0
    const life = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const person = `life${lives++}`
      await allLinked(town, person)
      const words = new Words()
      for (const each of APPS) words.links.set(each, 'ACTIVE')
      for (const each of steps) {
        await take(town, person, each)
        words.take(each)
        expect(await working(town, person)).toEqual(words.working())
      }
    })
    await fc.assert(life, { numRuns: cases(30), seed })
  })

  test.each(EVERYTHING.filter(isPossible).map((each) => [keyOf(each), each] as const))(
    '%s is switched on by itself: in one direction, and no other with it',
    async (key, { feature, from, to }) => {
      const town = createTown()
      await allLinked(town, 'anna', true)
      expect(await working(town, 'anna')).toEqual([])
      const input = { feature, from, to: to.toLowerCase() }
      expect((await town.act(town.inCenter('anna'), 'setFeature', { ...input, enabled: true })).errors).toEqual([])
      expect(await working(town, 'anna')).toEqual([key])
      await town.act(town.inCenter('anna'), 'setFeature', { ...input, enabled: false })
      expect(await working(town, 'anna')).toEqual([])
    },
  )

  test('opens no road of a purpose, not even all of them together; and no consent switches one on', async () => {
    const town = createTown()
    await allLinked(town, 'anna')
    await setAll(town, 'anna', true)
    expect(await working(town, 'anna')).toHaveLength(EVERYTHING.filter(isPossible).length)
    expect(await everyRoad(town, 'anna')).toEqual({})

    await allLinked(town, 'ben', true)
    expect(Object.keys(await everyRoad(town, 'ben'))).not.toEqual([])
    expect(await working(town, 'ben')).toEqual([])
    await setAll(town, 'ben', true)
    const roads = Object.keys(await everyRoad(town, 'ben'))
    await setAll(town, 'ben', false)
    expect(Object.keys(await everyRoad(town, 'ben'))).toEqual(roads)
  })

  test('has no data that is keyed by a grant: every flow of the contract is of a purpose, and names no feature', () => {
    const purposes = new Set<string>(CONTRACT.flows.map(({ purpose }) => purpose))
    expect([...purposes].sort()).toEqual(['ADS', 'IMPROVE', 'PERSONALIZE'])
    expect(FEATURES.filter((feature) => purposes.has(feature))).toEqual([])
  })
})

describe('I7: what a feature will do', () => {
  const share = { statusId: 'x', targets: [{ app: 'PHOTO', audience: 'EVERYONE' }], content: { text: 'Hi' } }
  const SHARE = `mutation ($input: CrosspostStatusInput!) { crosspostStatus(input: $input) { crosspost { id } errors { code } } }`
  const AUTO = `mutation ($input: SetAutoCrosspostInput!) { setAutoCrosspost(input: $input) { autoCrosspost { enabled } errors { code } } }`

  /** Nothing is shared, and whoever asks is told that it is not. */
  async function sharesNothing(town: Town): Promise<void> {
    for (const session of [town.inApp('anna', 'MESSENGER'), town.inCenter('anna')]) {
      const shared = await town.ask(town.accounts, session, SHARE, { input: { ...share, idempotencyKey: 'k' } })
      expect(shared.crosspostStatus.crosspost).toBeNull()
      expect(shared.crosspostStatus.errors).not.toEqual([])
      const input = { target: share.targets[0], enabled: true }
      const { setAutoCrosspost } = await town.ask(town.accounts, session, AUTO, { input })
      expect(setAutoCrosspost.autoCrosspost).toBeNull()
      expect(setAutoCrosspost.errors).not.toEqual([])
    }
    const targets = await town.viewer(town.inApp('anna', 'MESSENGER'), '{ crosspostTargets }')
    expect(targets).toEqual({ crosspostTargets: [] })
    const shown = 'autoCrossposts { enabled } crossposts { nodes { id } } settings { key } avatars { nodes { id } }'
    const nothing = { autoCrossposts: [], crossposts: { nodes: [] }, settings: [], avatars: { nodes: [] } }
    const { account } = await town.viewer(town.inCenter('anna'), `{ account { ${shown} } }`)
    expect(account ?? nothing).toEqual(nothing)
  }

  test('is not done while nothing is linked, the feature is off, a link is paused, or all is ended', async () => {
    const town = createTown()
    await sharesNothing(town)
    await allLinked(town, 'anna')
    await sharesNothing(town)
    await setAll(town, 'anna', true)
    await setAll(town, 'anna', false)
    await sharesNothing(town)
    await town.act(town.inCenter('anna'), 'pauseLink', { linkId: await town.linkOf('anna', 'PHOTO') })
    await sharesNothing(town)
    for (const each of ['PHOTO', 'SOCIAL'] as const) {
      await town.act(town.inCenter('anna'), 'unlink', { linkId: await town.linkOf('anna', each) })
    }
    await sharesNothing(town)
  })

  test('cannot be switched on by an app, by a stranger, or between profiles that are not linked', async () => {
    const town = createTown()
    const input = { feature: 'AVATARS', from: 'PHOTO', to: 'social', enabled: true }
    expect((await town.act(town.inCenter('anna'), 'setFeature', input)).errors).toMatchObject([
      { code: 'CONSENT_NO_ACCOUNT' },
    ])
    await town.link('anna', 'MESSENGER', 'SOCIAL')
    expect((await town.act(town.inCenter('anna'), 'setFeature', input)).errors).toMatchObject([
      { code: 'CONSENT_LINK_NOT_ACTIVE' },
    ])
    await town.link('anna', 'MESSENGER', 'PHOTO')
    for (const each of APPS) {
      await expect(town.act(town.inApp('anna', each), 'setFeature', input)).rejects.toThrow('CLIENT_NOT_ALLOWED')
    }
    await town.act(town.inCenter('ben'), 'setFeature', input)
    expect(await working(town, 'anna')).toEqual([])
    const back = { ...input, feature: 'CROSSPOST' }
    expect((await town.act(town.inCenter('anna'), 'setFeature', back)).errors).toMatchObject([
      { code: 'CONSENT_FEATURE_UNAVAILABLE' },
    ])
    expect(await working(town, 'anna')).toEqual([])
  })
})
