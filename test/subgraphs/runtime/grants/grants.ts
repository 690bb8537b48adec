import { createGrantKeys } from '../../../../subgraphs/runtime/grants/grantKeys.ts'
import {
  createGrantOpener,
  createGrantSealer,
  type GrantClaims,
  type GrantOpener,
} from '../../../../subgraphs/runtime/grants/grant.ts'
import { L } from '../../../../subgraphs/runtime/grants/constants.ts'
import { flowDigest, type GrantFlow } from '../../../../subgraphs/runtime/grants/flowDigest.ts'
import type { Clock } from '../../../../subgraphs/runtime/clock/clock.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { TEST_START } from '../../../support/subgraphTester.ts'

/** Two flows of one source, as `schema/flows.json` has them. */
export const FLOWS: readonly GrantFlow[] = [
  flow({ type: 'PondAdSignals', to: 'social', purpose: 'ADS' }),
  flow({ type: 'PondMoodSignals', to: 'photo', purpose: 'PERSONALIZE' }),
]

export function flow(change: Partial<GrantFlow> = {}): GrantFlow {
  return {
    to: 'social',
    type: 'PondAdSignals',
    from: 'pond',
    purpose: 'ADS',
    sdlDigest: 'xvPZPv5cRFTL1JK12iltyCOw1G7fe1ea6nHe30oRcDw',
    noticeVersion: 1,
    ...change,
  }
}

export const GRANT_KEYS = createGrantKeys((source) => new Uint8Array(32).fill(source.charCodeAt(0)))

export const SEALER = createGrantSealer({ keyOf: GRANT_KEYS, random: createSeededRandom('grants') })

/** Claims of a grant that was decided as the tests start, or as `change` says; `exp` follows `t0`. */
export function claims(change: Partial<GrantClaims> = {}): GrantClaims {
  const t0 = change.t0 ?? TEST_START
  return {
    source: 'pond',
    type: 'PondAdSignals',
    recipient: 'social',
    purpose: 'ADS',
    subject: 'sealed-frog',
    exp: t0 + L,
    id: 'GGGGGGGGGGGGGGGGGGGGGG',
    flow: flowDigest(flow()),
    ...change,
    t0,
  }
}

export function openerOf(clock: Clock, change: { source?: string; flows?: readonly GrantFlow[] } = {}): GrantOpener {
  return createGrantOpener({ source: 'pond', keyOf: GRANT_KEYS, clock, flows: FLOWS, ...change })
}
