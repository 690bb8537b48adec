import { describe, expect, test } from 'vitest'
import { ACCOUNTS, CLAIMS } from '../../subgraphs/accounts/rows.ts'
import { DELTA, L } from '../../subgraphs/runtime/grants/constants.ts'
import { createMemoryStorage } from '../../subgraphs/storage/memory/memory.ts'
import { createAroundStorage } from '../support/aroundStorage.ts'
import { createOldReads } from '../support/oldReads.ts'
import { everyRoad } from '../subgraphs/accounts/everyRoad.ts'
import { createTown, type Town } from '../subgraphs/accounts/town.ts'

const no = { from: 'MESSENGER', to: 'social', purpose: 'ADS', granted: false }

test('I11: one step, without a fresh sign-in or a notice; again it is the same', async () => {
  const town = createTown()
  await town.link('anna', 'MESSENGER', 'SOCIAL')
  const old = town.inCenter('anna', ['PHOTO', 'SOCIAL'], 3600)
  for (let times = 0; times < 2; times++) {
    const answer = await town.act(old, 'setConsent', no)
    expect(answer).toMatchObject({ errors: [], consent: { state: 'WITHDRAWN', granted: false } })
    expect(answer.consent.events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'PRESENTED',
      'GRANTED',
      'WITHDRAWN',
    ])
  }
  expect(await everyRoad(town, 'anna')).toEqual({})
})

test('I11: in every state of the link, without an account and for what nobody offers', async () => {
  const town = createTown()
  const center = town.inCenter('anna')
  expect(await town.act(center, 'setConsent', no)).toEqual({ consent: null, account: null, errors: [] })
  expect(await town.act(center, 'setConsent', { ...no, to: 'nowhere' })).toMatchObject({ errors: [] })
  await town.link('anna', 'MESSENGER', 'SOCIAL')
  await town.link('anna', 'PHOTO', 'MESSENGER', false)
  const linkId = await town.linkOf('anna', 'SOCIAL')
  await town.act(center, 'pauseLink', { linkId })
  expect((await town.act(center, 'setConsent', no)).consent.state).toBe('WITHDRAWN')
  await town.act(center, 'unlink', { linkId })
  expect(await town.act(center, 'setConsent', no)).toMatchObject({ consent: { state: 'WITHDRAWN' }, errors: [] })
  expect(await town.act(center, 'unlink', { linkId })).toMatchObject({ link: { state: 'UNLINKED' }, errors: [] })
})

test('I11: in every account of the people who are signed in, not in the first one only', async () => {
  const town = createTown()
  await town.link('anna', 'MESSENGER', 'PHOTO')
  const { linkRequest } = await town.opened('anna', 'SOCIAL', 'PHOTO', 'ben')
  const input = { requestId: linkRequest.id }
  await town.act(town.inApp('ben', 'PHOTO'), 'confirmLink', {
    ...input,
    choices: town.answers(linkRequest.offers, true),
  })
  await town.act(town.inApp('anna', 'SOCIAL'), 'approveLink', input)
  expect(Object.keys(await everyRoad(town, 'anna'))).toContain('photo>social>ADS')
  await town.act(town.inCenter('anna'), 'setConsent', { ...no, from: 'PHOTO' })
  expect(Object.keys(await everyRoad(town, 'anna'))).not.toContain('photo>social>ADS')
})

test.each(['first', 'again', 'nothing linked'])(
  'I11, I9: it answers L + δ after the state was off: %s',
  async (when) => {
    const town = createTown()
    if (when !== 'nothing linked') await town.link('anna', 'MESSENGER', 'SOCIAL')
    if (when === 'again') await town.act(town.inCenter('anna'), 'setConsent', no)
    const before = town.clock.monotonic()
    const query = 'mutation ($input: SetConsentInput!) { setConsent(input: $input) { errors { code } } }'
    const answer = town.ask(town.accounts, town.inCenter('anna'), query, { input: no })
    const answeredAt = answer.then(() => town.clock.monotonic())
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
    expect(await everyRoad(town, 'anna')).toEqual({})
    await town.clock.advance(2000)
    expect((await answeredAt) - before).toBe(L + DELTA)
  },
)

describe.each([
  ['pauseLink', 'LinkInput'],
  ['unlink', 'UnlinkInput'],
  ['setFeature', 'SetFeatureInput'],
])('I9: %s', (mutation, type) => {
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { errors { code } } }`

  test.each(['first', 'again'])('takes away at once, and answers L + δ after that: %s', async (when) => {
    const town = createTown()
    await town.link('anna', 'MESSENGER', 'SOCIAL')
    await town.act(town.inCenter('anna'), 'setFeature', { ...feature, enabled: true })
    const linkId = await town.linkOf('anna', 'SOCIAL')
    const input = mutation === 'setFeature' ? { ...feature, enabled: false } : { linkId }
    if (when === 'again') await town.act(town.inCenter('anna'), mutation, input)
    const before = town.clock.monotonic()
    const answer = town.ask(town.accounts, town.inCenter('anna'), query, { input })
    const answeredAt = answer.then(() => town.clock.monotonic())
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
    expect(await allowed(town, mutation === 'setFeature')).toBe(false)
    await town.clock.advance(2000)
    expect((await answeredAt) - before).toBe(L + DELTA)
  })
})

const feature = { feature: 'CROSSPOST', from: 'MESSENGER', to: 'social' }

/** Whether anna's statuses may be shared in the social app; or her data used there, for whatever purpose. */
async function allowed(town: Town, byFeature: boolean): Promise<boolean> {
  if (!byFeature) return Object.keys(await everyRoad(town, 'anna')).length > 0
  const { crosspostTargets } = await town.viewer(town.inApp('anna', 'MESSENGER'), '{ crosspostTargets }')
  return crosspostTargets.length > 0
}

test('I9: when a withdrawal has answered, no source opens a grant of before', async () => {
  const town = createTown()
  await town.link('anna', 'MESSENGER', 'SOCIAL')
  const { 'messenger>social>ADS': grant = null } = await everyRoad(town, 'anna')
  expect(town.open('messenger', grant, 'MessengerAdSignals')).not.toBeNull()
  await town.act(town.inCenter('anna'), 'setConsent', no)
  expect(town.open('messenger', grant, 'MessengerAdSignals')).toBeNull()
})

test('I9: unlinking asked for again by whoever has left with it waits as the first time, though it finds nothing', async () => {
  const town = createTown()
  await town.link('anna', 'MESSENGER', 'SOCIAL')
  await town.link('anna', 'PHOTO', 'MESSENGER')
  const linkId = await town.linkOf('anna', 'SOCIAL')
  const social = town.inCenter('anna', ['SOCIAL'])
  await town.act(social, 'unlink', { linkId })
  const before = town.clock.monotonic()
  expect(await town.act(social, 'unlink', { linkId })).toMatchObject({ errors: [{ code: 'LINK_NOT_FOUND' }] })
  expect(town.clock.monotonic() - before).toBeGreaterThanOrEqual(L + DELTA)
})

test('I11, I9: by whoever was linked a moment ago, though a plain read does not know of it yet', async () => {
  const reads = createOldReads(createMemoryStorage())
  const town = createTown({ storage: reads.storage })
  expect(await everyRoad(town, 'anna')).toEqual({})
  reads.keep()
  await town.link('anna', 'MESSENGER', 'SOCIAL')
  reads.turnBack()
  expect(await town.act(town.inCenter('anna'), 'setConsent', no)).toMatchObject({ consent: { state: 'WITHDRAWN' } })
  expect(await everyRoad(town, 'anna')).toEqual({})
})

test('I11: while every app is away, and of the store whatever but the account itself', async () => {
  const state = { away: false }
  const kept = [ACCOUNTS.name, CLAIMS.name]
  const town = createTown({
    storage: createAroundStorage(createMemoryStorage(), (collection, _method, go) =>
      state.away && !kept.includes(collection) ? Promise.reject(new Error('away')) : go(),
    ),
    apps: (_clock, vouching) => ({
      call: (...call) => (state.away ? Promise.reject(new Error('away')) : vouching.call(...call)),
    }),
  })
  await town.link('anna', 'MESSENGER', 'SOCIAL')
  await town.act(town.inCenter('anna'), 'setFeature', { ...feature, enabled: true })
  const linkId = await town.linkOf('anna', 'SOCIAL')
  state.away = true
  const center = town.inCenter('anna')
  expect(await town.act(center, 'setConsent', no)).toMatchObject({ consent: { state: 'WITHDRAWN' }, errors: [] })
  const off = await town.act(center, 'setFeature', { ...feature, enabled: false })
  expect(off).toMatchObject({ feature: { enabled: false }, errors: [] })
  expect(await town.act(center, 'pauseLink', { linkId })).toMatchObject({ link: { state: 'PAUSED' }, errors: [] })
  expect(await town.act(center, 'unlink', { linkId })).toMatchObject({ link: { state: 'UNLINKED' }, errors: [] })
})
