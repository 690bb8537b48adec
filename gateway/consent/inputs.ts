import { type AcceptanceObserver, createValuesTest } from '../../subgraphs/runtime/grants/acceptance.ts'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import type { ClockTrust } from '../../subgraphs/runtime/grants/clockWatch.ts'
import { isNode, type TreeNode } from '../merge/tree.ts'
import type { ConsentRules } from './rules.ts'

/** The labels of a generation, and the time by which inputs hold. */
export interface Consent {
  readonly rules: ConsentRules
  readonly clock: Clock
  /** Whether a value of a consented type may be sent now. */
  readonly isOfNow: (value: unknown) => boolean
}

export interface ConsentOptions {
  readonly clockTrust?: ClockTrust
  readonly onAcceptance?: AcceptanceObserver
}

export function createConsent(rules: ConsentRules, clock: Clock, options: ConsentOptions = {}): Consent {
  const { clockTrust, onAcceptance } = options
  const isValid = createValuesTest(clock, onAcceptance)
  const isTrusted = (): boolean => clockTrust?.isTrusted() ?? true
  return { rules, clock, isOfNow: (value) => isNode(value) && isTrusted() && isValid(value['validUntil']) }
}

/** The same representations as of now: an input that has expired since they were made is null. */
export function asOfNow(representations: readonly TreeNode[], { rules, isOfNow }: Consent): readonly object[] {
  return representations.map((one) => {
    const roads = [...(rules.roads.get(String(one['__typename']))?.keys() ?? [])]
    const gone = roads.filter((road) => one[road] !== undefined && one[road] !== null && !isOfNow(one[road]))
    return gone.length === 0 ? one : { ...one, ...Object.fromEntries(gone.map((road) => [road, null])) }
  })
}
