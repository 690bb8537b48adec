import { describe, expect, test } from 'vitest'
import { center, type SessionName } from '../center.ts'

const accounts = center()
const CLIENTS: readonly SessionName[] = ['MESSENGER', 'ACCOUNTS']
/** A key that nobody has used: a refused one stays bound to its input. */
let keys = 0
const freshKey = () => ({ idempotencyKey: `key ${++keys}` })
const target = (app: string, audience = 'EVERYONE') => ({ app, audience })

describe.each(CLIENTS)('with a token of %s', (session) => {
  const share = (...targets: object[]) => accounts.act(session, 'crosspostStatus', { targets, ...freshKey() })

  test('a status reaches no app that is not linked, each target by itself', async () => {
    expect(await share(target('SOCIAL', 'FRIENDS'), target('PHOTO'))).toMatchObject({
      crosspost: null,
      errors: [
        { code: 'CROSSPOST_LINK_NOT_ACTIVE', path: ['targets', '0'] },
        { code: 'CROSSPOST_LINK_NOT_ACTIVE', path: ['targets', '1'] },
      ],
    })
  })

  test('a status is shared in other apps, in each once', async () => {
    const { errors } = await share(target('MESSENGER'), target('PHOTO'), target('PHOTO', 'FOLLOWERS'))
    expect(errors).toMatchObject([
      { code: 'CROSSPOST_TARGET_INVALID', path: ['targets', '0'] },
      { code: 'CROSSPOST_LINK_NOT_ACTIVE', path: ['targets', '1'] },
      { code: 'CROSSPOST_TARGET_INVALID', path: ['targets', '2'] },
    ])
  })

  test('a status is shared somewhere', async () => {
    const none = { code: 'CROSSPOST_NO_TARGETS', path: ['targets'] }
    expect(await share()).toMatchObject({ crosspost: null, errors: [none] })
  })

  test.each([
    ['updateCrosspost', freshKey],
    ['retractCrosspost', () => ({})],
    ['retryCrosspost', () => ({})],
  ])('%s finds nothing', async (mutation, more) => {
    for (const crosspostId of ['', 'x', accounts.ids.seal('Crosspost', 'any')]) {
      expect(await accounts.act(session, mutation, { crosspostId, ...more() })).toMatchObject({
        crosspost: null,
        errors: [{ code: 'CROSSPOST_NOT_FOUND', path: ['crosspostId'] }],
      })
    }
  })

  test.each([
    ['PHOTO', true, 'CROSSPOST_LINK_NOT_ACTIVE'],
    ['SOCIAL', false, 'CROSSPOST_LINK_NOT_ACTIVE'],
    ['MESSENGER', true, 'CROSSPOST_TARGET_INVALID'],
  ])('nothing is shared in %s without asking (enabled: %s)', async (app, enabled, code) => {
    expect(await accounts.act(session, 'setAutoCrosspost', { target: target(app), enabled })).toEqual({
      __typename: 'AutoCrosspostPayload',
      autoCrosspost: null,
      account: null,
      errors: [expect.objectContaining({ code, path: ['target'] })],
    })
  })
})

test('a long list of targets is answered in time that grows with its length', async () => {
  const targets = Array.from({ length: 20_000 }, (_, index) => target(index < 19_999 ? 'PHOTO' : 'SOCIAL'))
  const { errors } = await accounts.act('MESSENGER', 'crosspostStatus', { targets, ...freshKey() })
  expect(errors).toHaveLength(20_000)
  expect(errors.at(-1)).toMatchObject({ code: 'CROSSPOST_LINK_NOT_ACTIVE', path: ['targets', '19999'] })
})
