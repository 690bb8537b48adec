import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { APP_NAMES, center } from '../center.ts'

const accounts = center()
const REFUSED = { __typename: 'LinkRequestPayload', linkRequest: null, viewer: null }
const NO_LINK = { __typename: 'LinkPayload', link: null, account: null }

describe('requestLink', () => {
  test.each(APP_NAMES)('of %s with its own app: a profile is linked with one of another app', async (app) => {
    expect(await accounts.act(app, 'requestLink', { app })).toMatchObject({
      ...REFUSED,
      errors: [{ code: 'LINK_SAME_APP', path: ['app'] }],
    })
  })

  test('with another app answers the code', async () => {
    const { linkRequest } = await accounts.act('PHOTO', 'requestLink', { app: 'SOCIAL', idempotencyKey: '1' })
    expect(linkRequest).toMatchObject({ state: 'REQUESTED', requestedFrom: 'PHOTO', app: 'SOCIAL' })
  })
})

describe('what nobody has cannot be found', () => {
  test.each(APP_NAMES)('in %s: every code is wrong', async (app) => {
    const refused = { ...REFUSED, errors: [{ code: 'LINK_CODE_WRONG', path: ['code'] }] }
    expect(await accounts.act(app, 'openLink', { code: 'ABCD-EFGH-JKLM-NPQR' })).toMatchObject(refused)
  })

  test.each(['confirmLink', 'approveLink', 'rejectLink'])('%s: no request is there', async (mutation) => {
    for (const requestId of ['', 'x', accounts.ids.seal('LinkRequest', 'any')]) {
      expect(await accounts.act('PHOTO', mutation, { requestId })).toMatchObject({
        ...REFUSED,
        errors: [{ code: 'LINK_REQUEST_NOT_FOUND', path: ['requestId'] }],
      })
    }
  })

  test.each(['pauseLink', 'resumeLink', 'unlink', 'setLinkVisibility'])('%s: no link is there', async (mutation) => {
    for (const linkId of ['', 'x', accounts.ids.seal('Link', 'any')]) {
      expect(await accounts.act('ACCOUNTS', mutation, { linkId })).toMatchObject({
        ...NO_LINK,
        errors: [{ code: 'LINK_NOT_FOUND', path: ['linkId'] }],
      })
    }
  })

  test('whatever text comes as a code or an id', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constant('x'.repeat(100_000)))
    const anyText = fc.asyncProperty(text, async (value) => {
      await accounts.clock.advance(10 * 60_000)
      const opened = await accounts.act('SOCIAL', 'openLink', { code: value })
      expect(opened.errors).toMatchObject([{ code: 'LINK_CODE_WRONG' }])
      const rejected = await accounts.act('SOCIAL', 'rejectLink', { requestId: value })
      expect(rejected.errors).toMatchObject([{ code: 'LINK_REQUEST_NOT_FOUND' }])
    })
    await fc.assert(anyText, { numRuns: 50, seed: 1 })
    expect(accounts.logged).toEqual([])
  })
})
