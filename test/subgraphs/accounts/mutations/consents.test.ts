import { describe, expect, test } from 'vitest'
import { center } from '../center.ts'

const accounts = center()
const FLOW = { from: 'MESSENGER', to: 'social', purpose: 'ADS', noticeDigest: null }
const NO_CONSENT = { __typename: 'ConsentPayload', consent: null, account: null }
const NO_FEATURE = { __typename: 'FeaturePayload', feature: null, account: null }

describe('without an account', () => {
  test('withdrawing a consent is never refused', async () => {
    const withdrawn = await accounts.act('ACCOUNTS', 'setConsent', { ...FLOW, granted: false })
    expect(withdrawn).toEqual({ ...NO_CONSENT, errors: [] })
  })

  test('withdrawing a flow that is in no contract changes nothing either', async () => {
    const withdrawn = await accounts.act('ACCOUNTS', 'setConsent', { ...FLOW, to: 'nobody', granted: false })
    expect(withdrawn).toEqual({ ...NO_CONSENT, errors: [] })
  })

  test('nothing can be consented to', async () => {
    expect(await accounts.act('ACCOUNTS', 'setConsent', { ...FLOW, granted: true })).toMatchObject({
      ...NO_CONSENT,
      errors: [{ code: 'CONSENT_NO_ACCOUNT', path: null }],
    })
  })

  test('no feature can be switched on', async () => {
    const crosspost = { feature: 'CROSSPOST', from: 'MESSENGER', to: 'photo', enabled: true }
    expect(await accounts.act('ACCOUNTS', 'setFeature', crosspost)).toMatchObject({
      ...NO_FEATURE,
      errors: [{ code: 'CONSENT_NO_ACCOUNT', path: null }],
    })
  })

  test('switching a feature off is done already', async () => {
    const crosspost = { feature: 'CROSSPOST', from: 'MESSENGER', to: 'photo', enabled: false }
    expect(await accounts.act('ACCOUNTS', 'setFeature', crosspost)).toEqual({ ...NO_FEATURE, errors: [] })
  })
})
