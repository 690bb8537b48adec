import { rmSync } from 'node:fs'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { decide, type DecidedFlow, type Snapshot } from '../../subgraphs/accounts/rules/decide.ts'
import { flowDigest } from '../../subgraphs/runtime/grants/flowDigest.ts'
import { changedContract } from '../support/changedContract.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import type { Json } from '../support/subgraphTester.ts'

describe('I19: a flow added after the accepted notice is denied until asked again', () => {
  /** One more datum for the improvement of the photo app, told of in a second version of its notice. */
  let directory: string
  let graph: StartedGraph
  beforeAll(async () => {
    directory = changedContract({
      'messenger.graphql': [
        ['activeDays: Int!', 'activeDays: Int! "Statuses posted, of the last 30 days." statuses: Int!'],
      ],
      'notices.yaml': [
        [
          '- MessengerImprovementSignals.activeDays',
          '- MessengerImprovementSignals.activeDays\n      - MessengerImprovementSignals.statuses',
        ],
        ['purpose: IMPROVE\n    version: 1', 'purpose: IMPROVE\n    version: 2'],
      ],
    })
    graph = await startedGraph({ contract: directory })
  })
  afterAll(async () => {
    await graph[Symbol.asyncDispose]()
    rmSync(directory, { recursive: true, force: true })
  })

  const photo = async (): Promise<Json> => {
    const query = '{ photoMe { suggestedProfiles(first: 3) { basis } feedQuality { basis } } }'
    return (await graph.data(query, { by: ['Dev Raman', 'PHOTO'] })).photoMe
  }
  const consent = async (): Promise<Json> => {
    const query = '{ viewer { account { consents { to purpose state granted notice { version digest } } } } }'
    const { viewer } = await graph.data(query, { by: ['Dev Raman', 'ACCOUNTS'] })
    return viewer.account.consents.find(({ purpose }: Json) => purpose === 'IMPROVE')
  }
  const agree = async (noticeDigest: string): Promise<Json> => {
    const query =
      'mutation ($input: SetConsentInput!) { setConsent(input: $input) { consent { granted } errors { code } } }'
    const input = { from: 'MESSENGER', to: 'photo', purpose: 'IMPROVE', granted: true, noticeDigest }
    return (await graph.data(query, { by: ['Dev Raman', 'ACCOUNTS'], variables: { input } })).setConsent
  }

  it('though Dev agreed to the flow before; what did not change goes on', async () => {
    const { feedQuality, suggestedProfiles } = await photo()
    expect(feedQuality).toMatchObject({ basis: 'CONTEXTUAL' })
    expect(suggestedProfiles.map(({ basis }: Json) => basis)).toContain('PERSONALIZED')
    expect(await consent()).toMatchObject({ granted: false, notice: { version: 2 } })
  })

  it('the old notice cannot be agreed to any more, the new one can', async () => {
    const old = graph.house.contract.notices.find(({ purpose }) => purpose === 'IMPROVE')
    expect(old?.version).toBe(2)
    expect(await agree('x'.repeat(43))).toMatchObject({
      consent: null,
      errors: [{ code: expect.stringContaining('NOTICE') }],
    })
    const { notice } = await consent()
    expect(await agree(notice.digest)).toEqual({ consent: { granted: true }, errors: [] })
    expect((await photo()).feedQuality).toMatchObject({ basis: 'PERSONALIZED' })
  })
})

test('I19: whatever was agreed to and published in whatever order, a yes holds for the version that was shown', () => {
  const flow = (version: number): DecidedFlow => ({
    from: 'messenger',
    to: 'social',
    type: 'MessengerAdSignals',
    digest: flowDigest({ sdlDigest: `fields of ${version}`, noticeVersion: version }),
    basis: { kind: 'PURPOSE', purpose: 'ADS' },
  })
  const link = (of: string) => ({ of, profile: `${of} profile`, state: 'ACTIVE', ageBand: 'ADULT' }) as const
  fc.assert(
    fc.property(fc.array(fc.constantFrom('publish', 'agree', 'refuse'), { maxLength: 12 }), (history) => {
      let version = 1
      let agreed: number | null = null
      for (const step of history) {
        if (step === 'publish') version++
        else agreed = step === 'agree' ? version : null
        const state = agreed === null ? 'REFUSED' : 'GRANTED'
        const digest = agreed === null ? null : flow(agreed).digest
        const consent = { from: 'messenger', to: 'social', purpose: 'ADS', state, digest, until: null } as const
        const snapshot: Snapshot = {
          closed: false,
          links: [link('messenger'), link('social')],
          consents: [consent],
          features: [],
        }
        const { allow } = decide(flow(version), { profile: 'social profile' }, snapshot, false, 0)
        expect(allow).toBe(agreed === version)
      }
    }),
    { seed: 19, numRuns: 300 },
  )
})
