import { z } from 'zod'
import type { Clock } from '../clock/clock.ts'
import type { Random } from '../random/random.ts'
import { type AcceptanceObserver, acceptanceTime, isAcceptable } from './acceptance.ts'
import { openCompact, sealCompact } from './compactJwe.ts'
import { L, SPARE } from './constants.ts'
import { flowDigest, type GrantFlow } from './flowDigest.ts'
import { type GrantKeyOf, openedDates, utcDate } from './grantKeys.ts'

/** What a grant says (consent.md, section 2). Times in milliseconds since the epoch. */
export interface GrantClaims {
  /** Who may read it, by its name in `schema/subgraphs.yaml`. */
  readonly source: string
  /** The consented type that it opens. */
  readonly type: string
  /** Whom the values are for, by its name in `schema/subgraphs.yaml`. */
  readonly recipient: string
  readonly purpose: string
  /** The person: the sealed id of the profile in the source's app. */
  readonly subject: string
  /** Read before what was decided on. */
  readonly t0: number
  /** Always `t0 + L`. */
  readonly exp: number
  /** Names its record in the ledger. */
  readonly id: string
  /** `flowDigest` of the flow that was decided. */
  readonly flow: string
}

/** Makes a grant that only its source can read. Throws a `RangeError` when `exp` is not `t0 + L`. */
export interface GrantSealer {
  seal(claims: GrantClaims): string
}

export interface GrantSealerOptions {
  readonly keyOf: GrantKeyOf
  readonly random: Random
}

export function createGrantSealer({ keyOf, random }: GrantSealerOptions): GrantSealer {
  return {
    seal(claims) {
      const { source, t0, exp } = claims
      if (exp !== t0 + L) throw new RangeError(`A grant must expire ${L} ms after its t0, but got: ${exp - t0} ms.`)
      const date = utcDate(t0)
      return sealCompact(JSON.stringify(claims), { key: keyOf(source, date), kid: date, iv: random.bytes(12) })
    },
  }
}

/** What a source may know of a grant that holds. */
export interface OpenGrant {
  /** The sealed id of the person in the source's app. */
  readonly subject: string
  readonly purpose: string
  /** Names its record in the person's ledger; for whoever compares the two, no resolver is told. */
  readonly id: string
  /** In milliseconds since the epoch: the values' `validUntil`. */
  readonly exp: number
  /** How long the values may still take, in milliseconds by now; 0 or less when it is too late. */
  left(): number
}

/** The one way in which a source learns whose data to give. */
export interface GrantOpener {
  /**
   * The grant if it holds now for this source and this consented type, under a flow that this source knows; null for
   * anything else, whatever is wrong with it.
   */
  open(grant: unknown, type: string): OpenGrant | null
}

export interface GrantOpenerOptions {
  /** The source's name in `schema/subgraphs.yaml`. */
  readonly source: string
  /** Several while keys are rotated: a grant under any of them is read. */
  readonly keyOf: GrantKeyOf | readonly GrantKeyOf[]
  readonly clock: Clock
  /** Rows of `schema/flows.json`; those of other sources are left out. */
  readonly flows: readonly GrantFlow[]
  /** Told of each grant that was read and tried against the time. Default: nobody. */
  readonly onAcceptance?: AcceptanceObserver | undefined
}

export function createGrantOpener({ source, keyOf, clock, flows, onAcceptance }: GrantOpenerOptions): GrantOpener {
  const now = acceptanceTime(clock)
  const keyOfs = typeof keyOf === 'function' ? [keyOf] : keyOf
  const known = flows.filter(({ from }) => from === source).map((flow) => ({ ...flow, digest: flowDigest(flow) }))
  const isKnown = ({ type, recipient, purpose, flow }: GrantClaims): boolean =>
    known.some((one) => one.type === type && one.to === recipient && one.purpose === purpose && one.digest === flow)

  return {
    open(grant, type) {
      if (typeof grant !== 'string') return null
      const time = now()
      const text = readWithAny(keyOfs, (keyFor) =>
        openCompact(grant, openedDates(time), (date) => keyFor(source, date)),
      )
      const claims = text === null ? null : readClaims(text)
      if (claims === null || claims.source !== source || claims.type !== type || !isKnown(claims)) return null
      const { subject, purpose, id, t0, exp } = claims
      const accepted = exp === t0 + L && isAcceptable(exp, time)
      if (onAcceptance) onAcceptance({ of: 'grant', exp, now: time, accepted })
      if (!accepted) return null
      return { subject, purpose, id, exp, left: () => exp - now() - SPARE }
    },
  }
}

function readWithAny(keyOfs: readonly GrantKeyOf[], read: (keyOf: GrantKeyOf) => string | null): string | null {
  for (const keyOf of keyOfs) {
    const text = read(keyOf)
    if (text !== null) return text
  }
  return null
}

const grantClaims = z.strictObject({
  source: z.string(),
  type: z.string(),
  recipient: z.string(),
  purpose: z.string(),
  subject: z.string(),
  t0: z.number(),
  exp: z.number(),
  id: z.string(),
  flow: z.string(),
})

function readClaims(text: string): GrantClaims | null {
  try {
    return grantClaims.parse(JSON.parse(text))
  } catch {
    return null
  }
}
