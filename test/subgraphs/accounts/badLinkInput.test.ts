import { describe, expect, test } from 'vitest'
import type { App } from '../../../subgraphs/runtime/identity/identity.ts'
import { ABSURD, refuses, type Bad } from './badInput.ts'
import { CONTRACT } from './contractParts.ts'
import { KEY, sceneAt, type Choice, type Scene } from './scenes.ts'
import { createTown } from './town.ts'

const MINUTES_10 = 10 * 60_000
const STALE = 301
const later = ({ town }: Scene): Promise<void> => town.clock.advance(MINUTES_10)
const rejected = (scene: Scene) => reject('anna', 'PHOTO')(scene)
const fiveWrongCodes = async ({ anna }: Scene): Promise<void> => {
  for (const code of ['A', 'B', 'C', 'D', 'E']) await anna('PHOTO', 'openLink', { code })
}

const requestLink = (input: object) => (scene: Scene) => scene.anna('MESSENGER', 'requestLink', input)
/** A step by one of them, in the app in which it belongs or in another one, signed in so many seconds ago. */
const step =
  (mutation: string, usual: App, input: (scene: Scene) => object) =>
  (who: 'anna' | 'ben' = 'anna', app: App = usual, ago = 0) =>
  (scene: Scene) =>
    scene[who](app, mutation, input(scene), ago)
const open = step('openLink', 'PHOTO', ({ request }) => ({ code: request.code }))
const confirm = step('confirmLink', 'PHOTO', ({ request, choices }) => ({ requestId: request.id, choices }))
const approve = step('approveLink', 'MESSENGER', ({ request }) => ({ requestId: request.id }))
const reject = step('rejectLink', 'MESSENGER', ({ request }) => ({ requestId: request.id }))
/** Confirms with choices made of the right ones. */
const confirmWith = (other: (choices: readonly Choice[]) => readonly Partial<Choice>[]) => (scene: Scene) =>
  scene.anna('PHOTO', 'confirmLink', { requestId: scene.request.id, choices: other(scene.choices) })
/** Confirms with the first choice about something else. */
const about = (change: Partial<Choice>) => confirmWith(([first, ...others]) => [{ ...first, ...change }, ...others])

/** How each is refused, and where in the input it was wrong. */
const NOT_FOUND = { code: 'LINK_REQUEST_NOT_FOUND', path: ['requestId'] }
const EXPIRED = { code: 'LINK_REQUEST_EXPIRED', path: ['requestId'] }
const WRONG_STATE = { code: 'LINK_WRONG_STATE', path: ['requestId'] }
const SESSION_STALE = { code: 'LINK_SESSION_STALE', path: null }
const CODE_WRONG = { code: 'LINK_CODE_WRONG', path: ['code'] }
const TRIED = { code: 'LINK_TRIES_USED_UP', path: ['code'] }
const INCOMPLETE = (...at: string[]) => ({ code: 'LINK_CHOICES_INCOMPLETE', path: ['choices', ...at] })
const NOT_OFFERED = { code: 'LINK_FLOW_NOT_OFFERED', path: ['choices', '0'] }
const OUTDATED = { code: 'LINK_NOTICE_OUTDATED', path: ['choices', '0'] }

const requests: readonly Bad[] = [
  {
    what: 'for the app that asks',
    at: 'nothing',
    send: requestLink({ app: 'MESSENGER', idempotencyKey: 'k' }),
    code: 'LINK_SAME_APP',
    path: ['app'],
  },
  {
    what: 'for an app that is linked',
    at: 'linked',
    send: requestLink({ app: 'PHOTO', idempotencyKey: 'k' }),
    code: 'LINK_ALREADY_ACTIVE',
    path: ['app'],
  },
  {
    what: 'with the key of another request',
    at: 'requested',
    send: requestLink({ app: 'SOCIAL', idempotencyKey: KEY }),
    code: 'LINK_IDEMPOTENCY_KEY_REUSED',
    path: ['idempotencyKey'],
  },
  {
    what: 'again, once it has expired',
    at: 'requested',
    before: later,
    send: requestLink({ app: 'PHOTO', idempotencyKey: KEY }),
    ...EXPIRED,
    path: ['idempotencyKey'],
  },
]

const codes: readonly Bad[] = [
  { what: 'in an app that was not asked', at: 'requested', send: open('anna', 'SOCIAL'), ...CODE_WRONG },
  { what: 'in the app that asked', at: 'requested', send: open('anna', 'MESSENGER'), ...CODE_WRONG },
  { what: 'that somebody else has opened', at: 'opened', send: open('ben'), ...CODE_WRONG },
  { what: 'that is right, after five wrong ones', at: 'requested', before: fiveWrongCodes, send: open(), ...TRIED },
  { what: 'after ten minutes', at: 'requested', before: later, send: open(), ...EXPIRED, path: ['code'] },
  { what: 'of a rejected request', at: 'opened', before: rejected, send: open(), ...WRONG_STATE, path: ['code'] },
  { what: 'of a finished request', at: 'linked', send: open(), ...WRONG_STATE, path: ['code'] },
  {
    what: 'of somebody who has an account, for somebody who has one',
    at: 'requested',
    before: async ({ town }) => {
      await town.link('anna', 'MESSENGER', 'SOCIAL')
      await town.link('ben', 'PHOTO', 'SOCIAL')
    },
    send: open('ben'),
    code: 'LINK_BOTH_HAVE_ACCOUNTS',
    path: ['code'],
  },
  {
    what: 'for a second profile of an app',
    at: 'requested',
    before: ({ town }) => town.link('ben', 'PHOTO', 'MESSENGER'),
    send: open('ben'),
    code: 'LINK_APP_TAKEN',
    path: ['code'],
  },
  ...ABSURD.map(([what, code]): Bad => ({
    what,
    at: 'requested',
    send: ({ anna }) => anna('PHOTO', 'openLink', { code }),
    ...CODE_WRONG,
  })),
]

/** About something that is none of the two offers. */
const foreign: readonly Partial<Choice>[] = [
  { from: 'SOCIAL' },
  { from: 'PHOTO' },
  { to: 'social' },
  { from: 'PHOTO', to: 'messenger' },
  { purpose: 'ADS' },
  ...ABSURD.map(([, to]) => ({ to })),
]

const confirmations: readonly Bad[] = [
  { what: 'by somebody else', at: 'opened', send: confirm('ben'), ...NOT_FOUND },
  { what: 'in the session that asked', at: 'opened', send: confirm('anna', 'MESSENGER'), ...NOT_FOUND },
  { what: 'before the code was opened', at: 'requested', send: confirm(), ...NOT_FOUND },
  { what: 'with a stale sign-in', at: 'opened', send: confirm('anna', 'PHOTO', STALE), ...SESSION_STALE },
  { what: 'without choices', at: 'opened', send: confirmWith(() => []), ...INCOMPLETE() },
  { what: 'with a choice missing', at: 'opened', send: confirmWith((all) => all.slice(1)), ...INCOMPLETE() },
  {
    what: 'with a choice twice, and another missing',
    at: 'opened',
    send: confirmWith(([first]) => [{ ...first }, { ...first }]),
    ...INCOMPLETE('1'),
  },
  {
    what: 'with a yes and a no to the same offer',
    at: 'opened',
    send: confirmWith((all) => [...all, { ...all[0], granted: false }]),
    ...INCOMPLETE('2'),
  },
  {
    what: 'with 10,000 choices',
    at: 'opened',
    send: confirmWith((all) => Array.from({ length: 10_000 }, (_, index) => ({ ...all[index % 2] }))),
    ...INCOMPLETE('2'),
  },
  ...foreign.map((other): Bad => {
    const what = `about what was not offered: ${JSON.stringify(other).slice(0, 40)}`
    return { what, at: 'opened', send: about(other), ...NOT_OFFERED }
  }),
  {
    what: 'under the notice of another offer',
    at: 'opened',
    send: confirmWith(([first, second]) => [{ ...first, noticeDigest: second?.noticeDigest ?? '' }, { ...second }]),
    ...OUTDATED,
  },
  ...ABSURD.map(([what, noticeDigest]): Bad => {
    return { what: `under a digest ${what}`, at: 'opened', send: about({ noticeDigest }), ...OUTDATED }
  }),
  { what: 'after ten minutes', at: 'opened', before: later, send: confirm(), ...EXPIRED },
  {
    what: 'a second time, with other choices',
    at: 'confirmed',
    send: confirmWith((all) => all.map((choice) => ({ ...choice, granted: false }))),
    code: 'LINK_ALREADY_CONFIRMED',
    path: ['requestId'],
  },
  { what: 'once approved', at: 'linked', send: confirm(), ...WRONG_STATE },
  { what: 'once rejected', at: 'opened', before: rejected, send: confirm(), ...WRONG_STATE },
]

const approvals: readonly Bad[] = [
  { what: 'by the opener', at: 'confirmed', send: approve('anna', 'PHOTO'), ...NOT_FOUND },
  { what: 'by somebody else', at: 'confirmed', send: approve('ben'), ...NOT_FOUND },
  { what: 'with a stale sign-in', at: 'confirmed', send: approve('anna', 'MESSENGER', STALE), ...SESSION_STALE },
  { what: 'before confirming', at: 'opened', send: approve(), ...WRONG_STATE },
  { what: 'after ten minutes', at: 'confirmed', before: later, send: approve(), ...EXPIRED },
  { what: 'once rejected', at: 'confirmed', before: rejected, send: approve(), ...WRONG_STATE },
  { what: 'a second time', at: 'linked', send: approve(), ...WRONG_STATE },
]

const rejections: readonly Bad[] = [
  { what: 'by somebody else', at: 'opened', send: reject('ben'), ...NOT_FOUND },
  { what: 'after ten minutes', at: 'confirmed', before: later, send: reject(), ...EXPIRED },
  { what: 'a second time', at: 'opened', before: rejected, send: reject(), ...WRONG_STATE },
  { what: 'once approved', at: 'linked', send: reject(), ...WRONG_STATE },
]

describe.each([
  ['a request', requests],
  ['a code', codes],
  ['a confirmation', confirmations],
  ['an approval', approvals],
  ['a rejection', rejections],
])('%s is refused', (_what, cases) => {
  test.each(cases)('$what', refuses)
})

describe('a request with an id that nobody was given is refused', () => {
  test.each(ABSURD)('%s', async (what, requestId) => {
    for (const mutation of ['confirmLink', 'approveLink', 'rejectLink']) {
      const send = ({ anna, choices }: Scene) =>
        anna('PHOTO', mutation, { requestId, ...(mutation === 'confirmLink' && { choices }) })
      await refuses({ what, at: 'opened', send, code: 'LINK_REQUEST_NOT_FOUND', path: ['requestId'] })
    }
  })
})

test('a notice that changed after it was shown is not agreed to', async () => {
  const scene = await sceneAt('opened')
  const notices = CONTRACT.notices.map((notice) => ({
    ...notice,
    languages: { en: { text: 'Another text.', withoutIt: 'Another sentence.' } },
  }))
  const town = createTown({ storage: scene.town.storage, contract: { notices } })
  const input = { requestId: scene.request.id, choices: scene.choices }
  const { errors, linkRequest } = await town.act(town.inApp('anna', 'PHOTO'), 'confirmLink', input)
  expect([errors[0].code, errors[0].path, linkRequest]).toEqual(['LINK_NOTICE_OUTDATED', ['choices', '0'], null])
  const [now] = (
    await town.viewer(town.inApp('anna', 'PHOTO'), '{ linkRequests { state offers { notice { text } } } }')
  ).linkRequests
  expect(now).toMatchObject({ state: 'OPENED', offers: [{ notice: { text: 'Another text.' } }, {}] })
})

test('an approval for an app that was taken meanwhile ends the request, and links nothing', async () => {
  const scene = await sceneAt('confirmed')
  await scene.town.link('anna', 'PHOTO', 'SOCIAL')
  const before = await scene.town.links('anna')
  const { errors } = await approve()(scene)
  expect(errors).toMatchObject([{ code: 'LINK_APP_TAKEN', path: ['requestId'] }])
  expect(await scene.town.links('anna')).toEqual(before)
  expect((await approve()(scene)).errors).toMatchObject([{ code: 'LINK_WRONG_STATE' }])
})
