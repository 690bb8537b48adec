import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCatalogue } from '../../subgraphs/accounts/rules/catalogue.ts'
import { ACCOUNTS } from '../../subgraphs/accounts/rows.ts'
import { snapshotOf } from '../../subgraphs/accounts/rules/account.ts'
import { decide, type Feature } from '../../subgraphs/accounts/rules/decide.ts'
import { APPS, type App } from '../../subgraphs/runtime/identity/identity.ts'
import { CONTRACT } from '../subgraphs/accounts/contractParts.ts'
import { everyRoad } from '../subgraphs/accounts/everyRoad.ts'
import { createTown, profileOf, type Town } from '../subgraphs/accounts/town.ts'
import { cases, seed } from '../support/long.ts'

/**
 * I7: a feature works only while it is on, in its direction, between two active links, and reaches only its data. What a
 * feature does is decided by `decide` and nothing else; here it is asked about every feature in every direction, after
 * each step of random lives, and compared with a page of words.
 */
const FEATURES: readonly Feature[] = ['SIGN_ON', 'SYNC_SETTINGS', 'CROSSPOST', 'AVATARS']
const PAIRS = APPS.flatMap((from) => APPS.map((to) => [from, to] as const))
const EVERYTHING = FEATURES.flatMap((feature) => PAIRS.map(([from, to]) => ({ feature, from, to })))
type Direction = (typeof EVERYTHING)[number]

const keyOf = ({ feature, from, to }: Direction) => `${feature} ${from}>${to}`
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

type Step =
  | { readonly do: 'link'; readonly from: App; readonly to: App; readonly yes: boolean }
  | { readonly do: 'pause' | 'resume' | 'unlink'; readonly app: App }
  | { readonly do: 'switch'; readonly direction: Direction; readonly on: boolean }

/** A page of words: which links are live, and what is switched on. */
class Words {
  readonly links = new Map<App, 'ACTIVE' | 'PAUSED'>()
  readonly on = new Map<string, Direction>()

  take(step: Step): void {
    switch (step.do) {
      case 'link': {
        const { from, to } = step
        if (from === to || (this.links.has(from) && this.links.has(to))) return
        for (const app of [from, to]) if (!this.links.has(app)) this.links.set(app, 'ACTIVE')
        return
      }
      case 'pause':
      case 'resume':
        if (this.links.has(step.app)) this.links.set(step.app, step.do === 'pause' ? 'PAUSED' : 'ACTIVE')
        return
      case 'unlink':
        return this.end(step.app)
      case 'switch': {
        const { direction, on } = step
        if (!on) this.on.delete(keyOf(direction))
        else if (this.areActive(direction) && isPossible(direction)) this.on.set(keyOf(direction), direction)
      }
    }
  }

  /** The last two links end together, and what is switched on ends with either of its links. */
  end(app: App): void {
    if (!this.links.has(app)) return
    const ending = this.links.size <= 2 ? [...this.links.keys()] : [app]
    for (const each of ending) this.links.delete(each)
    for (const [key, { from, to }] of this.on) if (ending.includes(from) || ending.includes(to)) this.on.delete(key)
  }

  areActive({ from, to }: Direction): boolean {
    return [from, to].every((app) => this.links.get(app) === 'ACTIVE')
  }

  working(): string[] {
    return EVERYTHING.filter((each) => this.on.has(keyOf(each)) && this.areActive(each)).map(keyOf)
  }
}

/** Between two apps; statuses are the messenger's. */
function isPossible({ feature, from, to }: Direction): boolean {
  return from !== to && (feature !== 'CROSSPOST' || from === 'MESSENGER')
}

const app = fc.constantFrom(...APPS)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('link' as const), from: app, to: app, yes: fc.boolean() }),
  fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const, 'unlink' as const), app }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('switch' as const),
      direction: fc.constantFrom(...EVERYTHING),
      on: fc.constantFrom(true, true, false),
    }),
  },
)

async function take(town: Town, person: string, wanted: Step): Promise<void> {
  const center = town.inCenter(person)
  switch (wanted.do) {
    case 'link': {
      const { linkRequest } = await town.opened(person, wanted.from, wanted.to)
      if (linkRequest === null) return
      const choices = town.answers(linkRequest.offers, wanted.yes)
      await town.act(town.inApp(person, wanted.to), 'confirmLink', { requestId: linkRequest.id, choices })
      await town.act(town.inApp(person, wanted.from), 'approveLink', { requestId: linkRequest.id })
      return
    }
    case 'switch': {
      const { feature, from, to } = wanted.direction
      await town.act(center, 'setFeature', { feature, from, to: to.toLowerCase(), enabled: wanted.on })
      return
    }
    default:
      await town.act(center, `${wanted.do}Link`.replace('unlinkLink', 'unlink'), {
        linkId: await town.linkOf(person, wanted.app),
      })
  }
}

/** Somebody with all three apps linked, refusing every offer. */
async function allLinked(town: Town, person: string, yes = false): Promise<void> {
  await town.link(person, 'MESSENGER', 'PHOTO', yes)
  await town.link(person, 'SOCIAL', 'MESSENGER', yes)
}

const setAll = async (town: Town, person: string, enabled: boolean): Promise<void> => {
  for (const { feature, from, to } of EVERYTHING.filter(isPossible)) {
    await town.act(town.inCenter(person), 'setFeature', { feature, from, to: to.toLowerCase(), enabled })
  }
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
    await fc.assert(life, { numRuns: cases(60), seed })
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
