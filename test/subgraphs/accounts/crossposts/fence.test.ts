import { describe, expect, test } from 'vitest'
import { newCrosspost, share } from '../../../../subgraphs/accounts/crossposts/changes.ts'
import { createDeliveryHandler } from '../../../../subgraphs/accounts/crossposts/deliver.ts'
import type { CrosspostMedia } from '../../../../subgraphs/accounts/crossposts/media.ts'
import type { CrosspostRow } from '../../../../subgraphs/accounts/crossposts/rows.ts'
import { createWithheldCounter } from '../../../../subgraphs/accounts/ledger/withheld.ts'
import { ACCOUNTS } from '../../../../subgraphs/accounts/rows.ts'
import { createCatalogue } from '../../../../subgraphs/accounts/rules/catalogue.ts'
import { openAccountsStore } from '../../../../subgraphs/accounts/store.ts'
import { DAY_MS } from '../../../../subgraphs/runtime/clock/millis.ts'
import { DELTA, L } from '../../../../subgraphs/runtime/grants/constants.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import { EMPTY_OUTBOX } from '../../../../subgraphs/runtime/outbox/state.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { createAroundStorage } from '../../../support/aroundStorage.ts'
import { CONTRACT } from '../contractParts.ts'
import { profileOf } from '../town.ts'
import { createStage, type Stage, told } from './stage.ts'

/** Nothing can be uploaded here. */
const NO_MEDIA: CrosspostMedia = {
  take: () => Promise.resolve(null),
  read: () => Promise.resolve(null),
  release: () => Promise.resolve(),
}

const PHOTO = { to: [['PHOTO', 'EVERYONE']] } as const

/** Each way to take sharing in the photo app away, and whether the social app loses it too. */
const WAYS: readonly (readonly [string, (stage: Stage) => Promise<unknown>, boolean])[] = [
  ['switching it off', ({ turn }) => turn('PHOTO', false), false],
  ['pausing the photo app', ({ change }) => change('pause', 'PHOTO'), false],
  ['pausing the messenger', ({ change }) => change('pause', 'MESSENGER'), true],
  ['unlinking the photo app', ({ change }) => change('unlink', 'PHOTO'), false],
  ['unlinking the messenger', ({ change }) => change('unlink', 'MESSENGER'), true],
]

describe.each(WAYS)('%s', (_way, takeAway, both) => {
  test('ends the copies that it concerns, and no others', async () => {
    const stage = await createStage()
    const { crosspost } = await stage.share(stage.post())
    await stage.settle()
    await takeAway(stage)
    await stage.settle()
    expect(told(await stage.look(crosspost.id))).toBe(
      both ? 'ENDED: PHOTO RETRACTED, SOCIAL RETRACTED' : 'LIVE: PHOTO RETRACTED, SOCIAL LIVE',
    )
    expect(stage.apps.seen('photo')).toEqual([])
    expect(stage.apps.seen('social')).toHaveLength(both ? 0 : 1)
  })

  test('fails what was not sent, says why, and sends nothing of it any more', async () => {
    const stage = await createStage()
    stage.apps.moods.photo = 'DOWN'
    const { crosspost } = await stage.share(stage.post(), PHOTO)
    await stage.settle()
    await takeAway(stage)
    stage.apps.moods.photo = 'WELL'
    await stage.pass(60_000, 1_000)
    expect(told(await stage.look(crosspost.id))).toBe('FAILED: PHOTO FAILED CONSENT_WITHDRAWN')
    expect(stage.apps.puts).toEqual([])
  })

  test('lets nothing be put after it has answered, however long a put is on its way', async () => {
    const stage = await createStage()
    let answeredAt = Infinity
    stage.apps.hooks.onPut = async () => {
      stage.apps.hooks.onPut = () => undefined
      await takeAway(stage)
      answeredAt = stage.clock.wall()
    }
    const { crosspost } = await stage.share(stage.post(), PHOTO)
    await stage.settle()
    for (const { input, outcome } of stage.apps.puts) {
      expect(outcome).toBe('TOO_LATE')
      expect(input.validUntil + DELTA).toBeLessThanOrEqual(answeredAt)
    }
    expect(stage.apps.seen('photo')).toEqual([])
    expect(told(await stage.look(crosspost.id))).toContain('PHOTO FAILED CONSENT_WITHDRAWN')
  })
})

test('a put may be taken until L after the last moment before its account was read, however long that took', async () => {
  const state = { readingMs: 0, askedAt: 0 }
  const storage = createAroundStorage(createMemoryStorage(), async (collection, method, go) => {
    if (collection !== ACCOUNTS.name || method !== 'getMany' || state.readingMs === 0) return go()
    state.askedAt = stage.clock.wall()
    const answer = await go()
    await stage.clock.advance(state.readingMs)
    return answer
  })
  const stage = await createStage({ storage })
  state.readingMs = 50
  const ends: number[] = []
  stage.apps.hooks.onPut = async () => void ends.push(state.askedAt + L)
  await stage.share(stage.post(), PHOTO)
  await stage.settle()
  expect(ends).toHaveLength(1)
  expect(stage.apps.puts.map(({ input }) => input.validUntil)).toEqual(ends)
})

describe('what comes back', () => {
  test('nothing, by resuming within the same moment', async () => {
    const stage = await createStage()
    stage.apps.moods.photo = 'DOWN'
    const { crosspost } = await stage.share(stage.post(), PHOTO)
    await stage.settle()
    await stage.change('pause', 'PHOTO')
    await stage.change('resume', 'PHOTO')
    stage.apps.moods.photo = 'WELL'
    await stage.pass(60_000, 1_000)
    expect(told(await stage.look(crosspost.id))).toBe('FAILED: PHOTO FAILED CONSENT_WITHDRAWN')
    expect(stage.apps.puts).toEqual([])
  })

  test('nothing, also where a put is tried before anybody has swept', async () => {
    const stage = await createStage()
    stage.apps.moods.photo = 'DOWN'
    const { crosspost } = await stage.share(stage.post(), PHOTO)
    await stage.settle()
    await stage.town.accounts.outbox?.stop()
    await stage.change('pause', 'PHOTO')
    await stage.change('resume', 'PHOTO')
    stage.apps.moods.photo = 'WELL'
    const row = await stage.rowOf(crosspost.id)
    expect(row?.deliveries).toMatchObject([{ wanted: 'STORY' }])
    const settle = await deliverOnce(stage, row!)
    expect(stage.apps.puts).toEqual([])
    const { set } = settle(row!, EMPTY_OUTBOX)
    expect(set?.['deliveries']).toMatchObject([{ wanted: 'NOTHING', failure: 'CONSENT_WITHDRAWN' }])
  })

  test('nothing, by linking again and switching on again', async () => {
    const stage = await createStage()
    const { crosspost } = await stage.share(stage.post())
    await stage.settle()
    for (const app of ['PHOTO', 'SOCIAL'] as const) await stage.change('unlink', app)
    for (const app of ['PHOTO', 'SOCIAL'] as const) await stage.town.link('anna', 'MESSENGER', app)
    for (const app of ['PHOTO', 'SOCIAL'] as const) await stage.turn(app, true)
    await stage.pass(60_000, 10_000)
    expect([...stage.apps.seen('photo'), ...stage.apps.seen('social')]).toEqual([])
    expect(told(await stage.look(crosspost.id))).toBe('ENDED: PHOTO RETRACTED, SOCIAL RETRACTED')
  })

  test('what the person shares again, or retries, once it is allowed again', async () => {
    const stage = await createStage()
    const [one, two] = [stage.post(), stage.post()]
    const first = await stage.share(one, PHOTO)
    await stage.settle()
    stage.apps.moods.photo = 'DOWN'
    const second = await stage.share(two, { ...PHOTO, text: 'Two' })
    await stage.settle()
    await stage.turn('PHOTO', false)
    expect((await stage.retry(second.crosspost.id)).errors).toMatchObject([{ code: 'CROSSPOST_NOT_ENABLED' }])
    await stage.turn('PHOTO', true)
    stage.apps.moods.photo = 'WELL'
    await stage.pass(60_000, 10_000)
    expect(stage.apps.seen('photo')).toEqual([])
    await stage.share(one, PHOTO)
    await stage.retry(second.crosspost.id)
    await stage.settle()
    expect(stage.apps.seen('photo')).toMatchObject([{ text: 'Hi' }, { text: 'Two' }])
    expect(told(await stage.look(first.crosspost.id))).toBe('LIVE: PHOTO LIVE')
  })

  test('nothing of the account before, when its author shares under another one', async () => {
    const stage = await createStage()
    const status = stage.post()
    const { crosspost } = await stage.share(status)
    await stage.settle()
    stage.apps.moods.photo = 'DOWN'
    await stage.edit(crosspost.id, 'Better')
    for (const app of ['PHOTO', 'SOCIAL'] as const) await stage.change('unlink', app)
    for (const app of ['PHOTO', 'SOCIAL'] as const) await stage.town.link('anna', 'MESSENGER', app)
    for (const app of ['PHOTO', 'SOCIAL'] as const) await stage.turn(app, true)
    await stage.share(status, { to: [['SOCIAL', 'FRIENDS']], text: 'New' })
    stage.apps.moods.photo = 'WELL'
    await stage.pass(600_000, 30_000)
    expect(stage.apps.seen('photo')).toEqual([])
    expect(stage.apps.seen('social')).toEqual([{ text: 'New', audience: 'FRIENDS' }])
    expect(told(await stage.look(crosspost.id))).toContain('SOCIAL LIVE')
  })
})

/** A worker of another process tries the photo app once. */
function deliverOnce({ town, apps, clock }: Stage, document: CrosspostRow) {
  const store = openAccountsStore(town.storage)
  const handler = createDeliveryHandler({
    store,
    catalogue: createCatalogue(CONTRACT.recipients, CONTRACT.flows, CONTRACT.notices),
    internal: apps.internal,
    media: NO_MEDIA,
    withheld: createWithheldCounter({ collection: store.withheld, clock, log: silentLog }),
    clock,
    random: createSeededRandom('another process'),
  })
  return handler.act({ document, item: 'PHOTO', tries: 1, now: clock.wall() })
}

describe('an edit or a retry while it is not allowed', () => {
  test('finds that the copies have ended, also before anybody has swept', async () => {
    const stage = await createStage()
    const { crosspost } = await stage.share(stage.post(), PHOTO)
    await stage.settle()
    stage.apps.moods.photo = 'DOWN'
    await stage.change('pause', 'PHOTO')
    expect((await stage.edit(crosspost.id, 'x')).errors).toMatchObject([{ code: 'CROSSPOST_NOT_FOUND' }])
    expect((await stage.retry(crosspost.id)).errors).toEqual([])
  })
})

describe('the account', () => {
  const outboxOf = async ({ town }: Stage) => {
    const profiles = profileOf('MESSENGER', 'anna')
    const { items } = await openAccountsStore(town.storage).accounts.page('byProfile', { profiles }, { limit: 1 })
    return items[0]?.outbox?.turn ?? 0
  }

  test('has nothing to sweep by what takes no sharing away', async () => {
    const stage = await createStage()
    const { town, turn, change } = stage
    await turn('PHOTO', true)
    await change('resume', 'PHOTO')
    const other = { feature: 'AVATARS', from: 'MESSENGER', to: 'photo' }
    for (const enabled of [true, false]) await town.act(town.inCenter('anna'), 'setFeature', { ...other, enabled })
    await town.act(town.inCenter('anna'), 'setConsent', {
      from: 'MESSENGER',
      to: 'photo',
      purpose: 'PERSONALIZE',
      granted: false,
    })
    expect(await outboxOf(stage)).toBe(0)
    await turn('PHOTO', false)
    const swept = await outboxOf(stage)
    expect(swept).toBeGreaterThan(0)
    await stage.settle()
    const after = await outboxOf(stage)
    await turn('PHOTO', false)
    await change('pause', 'PHOTO')
    expect(await outboxOf(stage)).toBe(after)
  })

  test('has all of its cross-posts swept when there are thousands', { timeout: 60_000 }, async () => {
    const stage = await createStage()
    await stage.share(stage.post(), PHOTO)
    await stage.settle()
    const { accounts, crossposts } = openAccountsStore(stage.town.storage)
    const author = profileOf('MESSENGER', 'anna')
    const [account] = (await accounts.page('byProfile', { profiles: author }, { limit: 1 })).items
    const now = stage.clock.wall()
    const content = { text: 'x', media: null }
    const wish = { app: 'PHOTO', profile: profileOf('PHOTO', 'anna'), audience: 'EVERYONE', content } as const
    for (let each = 0; each < 2_500; each++) {
      const post = { author, status: `s${each}`, account: account!._id, seed: `seed ${each}`, createdAt: now - each }
      const made = newCrosspost(`many ${each}`, { ...post, expiresAt: now + DAY_MS })
      const sharing = { act: 'a', account: account!._id, wishes: [{ ...wish, allowedRev: account!.consentRev }] }
      // As if its tries waited for long.
      const row = share(made, { ...sharing, behindFence: () => false }, now + DAY_MS / 2)
      await crossposts.insert(row)
    }
    await stage.turn('PHOTO', false)
    await stage.settle()
    const rows = await crossposts.getMany(Array.from({ length: 2_500 }, (_, each) => `many ${each}`))
    const failures = rows.map((row) => row?.deliveries[0]?.failure)
    expect(new Set(failures)).toEqual(new Set(['CONSENT_WITHDRAWN']))
    expect(stage.apps.puts).toHaveLength(1)
  })

  test('waits before it answers, as it does for grants', async () => {
    const stage = await createStage()
    const before = stage.clock.monotonic()
    await stage.turn('PHOTO', false)
    expect(stage.clock.monotonic() - before).toBe(L + DELTA)
  })
})
