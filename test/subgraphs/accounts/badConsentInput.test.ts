import { describe, expect, test } from 'vitest'
import { ABSURD, refuses, type Bad } from './badInput.ts'
import { CONTRACT } from './contractParts.ts'
import { sceneAt, type Scene } from './scenes.ts'
import { createTown } from './town.ts'

const STALE = 301
const linkOf = ({ town }: Scene, person = 'anna') => town.linkOf(person, 'PHOTO')
const paused = async (scene: Scene) => scene.anna('ACCOUNTS', 'pauseLink', { linkId: await linkOf(scene) })
const benLinked = ({ town }: Scene) => town.link('ben', 'MESSENGER', 'PHOTO')

/** Allows what Anna allowed when she linked, with something else. */
const grant = (change: object = {}) => {
  return ({ anna, choices: [first] }: Scene) => anna('ACCOUNTS', 'setConsent', { ...first, granted: true, ...change })
}
const crosspost = { feature: 'CROSSPOST', from: 'MESSENGER', to: 'photo', enabled: true }
const enable = (change: object = {}) => {
  return ({ anna }: Scene) => anna('ACCOUNTS', 'setFeature', { ...crosspost, ...change })
}
const NO_ACCOUNT = { at: 'confirmed', code: 'CONSENT_NO_ACCOUNT', path: null } as const
const NOT_OFFERED = { at: 'linked', code: 'CONSENT_FLOW_NOT_OFFERED', path: null } as const
const OUTDATED = { at: 'linked', code: 'CONSENT_NOTICE_OUTDATED', path: ['noticeDigest'] } as const
const NOT_ACTIVE = { at: 'linked', code: 'CONSENT_LINK_NOT_ACTIVE', path: null } as const

const consents: readonly Bad[] = [
  { what: 'before anything is linked', ...NO_ACCOUNT, send: grant() },
  { what: 'from an app to itself', ...NOT_OFFERED, send: grant({ from: 'PHOTO' }) },
  { what: 'for a purpose that the contract has not', ...NOT_OFFERED, send: grant({ purpose: 'ADS' }) },
  { what: 'the other way round', ...NOT_OFFERED, send: grant({ from: 'PHOTO', to: 'messenger' }) },
  ...ABSURD.map(([what, to]): Bad => ({ what: `to a name ${what}`, ...NOT_OFFERED, send: grant({ to }) })),
  { what: 'to an app that is not linked', ...NOT_ACTIVE, send: grant({ to: 'social', purpose: 'ADS' }) },
  { what: 'while a link is paused', ...NOT_ACTIVE, before: paused, send: grant() },
  { what: 'without the notice', ...OUTDATED, send: grant({ noticeDigest: null }) },
  {
    what: 'under the notice of another flow',
    ...OUTDATED,
    send: (scene) => grant({ noticeDigest: scene.choices[1]?.noticeDigest })(scene),
  },
  ...ABSURD.map(([what, noticeDigest]): Bad => ({
    what: `under a digest ${what}`,
    ...OUTDATED,
    send: grant({ noticeDigest }),
  })),
]

const features: readonly Bad[] = [
  { what: 'before anything is linked', ...NO_ACCOUNT, send: enable() },
  { what: 'to what is no app', ...NOT_OFFERED, send: enable({ to: 'accounts' }) },
  ...ABSURD.map(([what, to]): Bad => ({ what: `to a name ${what}`, ...NOT_OFFERED, send: enable({ to }) })),
  { what: 'to an app that is not linked', ...NOT_ACTIVE, send: enable({ to: 'social' }) },
  { what: 'while a link is paused', ...NOT_ACTIVE, before: paused, send: enable() },
  {
    what: 'from an app to itself',
    at: 'linked',
    send: enable({ to: 'messenger' }),
    code: 'CONSENT_FEATURE_UNAVAILABLE',
    path: null,
  },
  {
    what: 'in a direction that there is not',
    at: 'linked',
    send: enable({ from: 'PHOTO', to: 'messenger' }),
    code: 'CONSENT_FEATURE_UNAVAILABLE',
    path: null,
  },
]

describe.each([
  ['a consent', consents],
  ['a feature', features],
])('%s is refused', (_what, cases) => {
  test.each(cases)('$what', refuses)
})

describe.each(['pauseLink', 'resumeLink', 'unlink', 'setLinkVisibility'])('%s is refused', (mutation) => {
  const NOT_FOUND = { at: 'linked', code: 'LINK_NOT_FOUND', path: ['linkId'] } as const
  const more = mutation === 'setLinkVisibility' ? { visibleOnProfile: true } : {}
  const of =
    (linkId: string) =>
    ({ anna }: Scene) =>
      anna('ACCOUNTS', mutation, { linkId, ...more })

  test('of somebody else’s link', () =>
    refuses({
      what: 'of somebody else',
      ...NOT_FOUND,
      before: benLinked,
      send: async (scene) => of(await linkOf(scene, 'ben'))(scene),
    }))

  test.each(ABSURD)('of a link by an id %s', (what, linkId) => refuses({ what, ...NOT_FOUND, send: of(linkId) }))
})

test('resuming with a stale sign-in is refused', () =>
  refuses({
    what: 'stale',
    at: 'linked',
    before: paused,
    send: async (scene) => scene.anna('ACCOUNTS', 'resumeLink', { linkId: await linkOf(scene) }, STALE),
    code: 'LINK_SESSION_STALE',
    path: null,
  }))

test('what ended is neither paused, resumed nor shown, and stays ended', async () => {
  const scene = await sceneAt('linked')
  const linkId = await linkOf(scene)
  await scene.anna('ACCOUNTS', 'unlink', { linkId })
  for (const [mutation, more] of [
    ['pauseLink'],
    ['resumeLink'],
    ['setLinkVisibility', { visibleOnProfile: true }],
  ] as const) {
    const { errors, link } = await scene.anna('ACCOUNTS', mutation, { linkId, ...more })
    expect([link, errors]).toMatchObject([null, [{ code: 'LINK_NOT_FOUND', path: ['linkId'] }]])
  }
  expect((await scene.anna('ACCOUNTS', 'unlink', { linkId })).link.state).toBe('UNLINKED')
})

test('a minor is not asked: nothing is offered, and nothing can be allowed in the settings', async () => {
  const adult = await sceneAt('linked')
  const bands = { [adult.request.openedBy.id as string]: 'MINOR' }
  const scene = await sceneAt('linked', createTown({ bands }))
  expect(scene.request.offers).toEqual([])
  const { errors, consent } = await grant()({ ...scene, choices: adult.choices })
  expect([consent, errors]).toMatchObject([null, [{ code: 'CONSENT_FLOW_NOT_OFFERED' }]])
})

test('a notice that changed after it was shown is not agreed to in the settings', async () => {
  const { town, choices } = await sceneAt('linked')
  const changed = { en: { text: 'Another text.', withoutIt: 'Another sentence.' } }
  const notices = CONTRACT.notices.map((notice) => ({ ...notice, languages: changed }))
  const now = createTown({ storage: town.storage, contract: { notices } })
  const { errors, consent } = await now.act(now.inCenter('anna'), 'setConsent', { ...choices[0] })
  expect([consent, errors]).toMatchObject([null, [{ code: 'CONSENT_NOTICE_OUTDATED', path: ['noticeDigest'] }]])
})

describe('withdrawing and switching off are never refused, whatever is named', () => {
  test.each([['the flow itself', 'photo'], ['what is no app', 'accounts'], ...ABSURD] as const)(
    '%s',
    async (_what, to) => {
      const { anna, choices } = await sceneAt('linked')
      expect((await anna('ACCOUNTS', 'setConsent', { ...choices[0], to, granted: false })).errors).toEqual([])
      expect((await anna('ACCOUNTS', 'setFeature', { ...crosspost, to, enabled: false })).errors).toEqual([])
    },
  )
})
