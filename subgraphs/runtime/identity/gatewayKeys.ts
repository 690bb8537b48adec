import { createPublicKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../clock/clock.ts'
import { withinTime } from '../clock/withinTime.ts'

/** The keys by which a partner knows the gateway's calls. */
export interface GatewayKeys {
  /** The public key of this `kid`; null where the gateway publishes none. Rejects when it cannot be asked. */
  keyOf(kid: string): Promise<KeyObject | null>
}

export interface GatewayKeysOptions {
  /** Where the gateway publishes them: `https://<gateway>/.well-known/calls/jwks.json`. */
  readonly url: string
  readonly clock: Clock
  /** How long the gateway may take to answer, in milliseconds. Default: 5,000. */
  readonly timeoutMs?: number
}

/** How long fetched keys are used without a look, in milliseconds: as long as the gateway says. */
const FRESH_MS = 300_000
/** How long they are used while the gateway does not answer: a key that was taken back must end. */
const STALE_MS = 3_600_000
/** An unknown `kid` is a new key, or anybody's invention: the gateway is asked at most so often for it. */
const REST_MS = 10_000
/** The longest set that is read, in characters. */
const LONGEST = 65_536

interface Fetched {
  readonly at: number
  readonly keys: ReadonlyMap<string, KeyObject>
}

/**
 * Fetches the gateway's keys when the first call comes, again every five minutes, and for a `kid` that it does not know:
 * after a rotation the first call brings the new one.
 */
export function createGatewayKeys({ url, clock, timeoutMs = 5_000 }: GatewayKeysOptions): GatewayKeys {
  let known: Fetched | null = null
  let asking: Promise<Fetched> | null = null
  let askedAt = Number.NEGATIVE_INFINITY

  async function ask(): Promise<Fetched> {
    askedAt = clock.monotonic()
    const keys = keysIn(await fetchText(url, clock, timeoutMs))
    return { at: clock.monotonic(), keys }
  }

  /** Calls that wait for the same answer ask once. */
  async function refreshed(): Promise<Fetched> {
    asking ??= ask().finally(() => (asking = null))
    known = await asking
    return known
  }

  async function current(kid: string): Promise<Fetched> {
    if (known === null) return refreshed()
    const age = clock.monotonic() - known.at
    if (age < FRESH_MS && known.keys.has(kid)) return known
    if (asking === null && clock.monotonic() - askedAt < REST_MS) return usable(known, clock)
    const before = known
    return refreshed().catch((error: unknown) => {
      if (clock.monotonic() - before.at < STALE_MS) return before
      throw error
    })
  }

  return { keyOf: async (kid) => (await current(kid)).keys.get(kid) ?? null }
}

function usable(known: Fetched, clock: Clock): Fetched {
  if (clock.monotonic() - known.at < STALE_MS) return known
  throw new Error('The keys of the gateway are too old, and it has not answered.')
}

const keySet = z.object({ keys: z.array(z.looseObject({})) })
const publicKey = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() })

/** What of the set is an Ed25519 key with a name; others are for somebody else. */
function keysIn(text: string): ReadonlyMap<string, KeyObject> {
  const found = new Map<string, KeyObject>()
  for (const one of keySet.parse(JSON.parse(text)).keys) {
    const read = publicKey.safeParse(one)
    if (!read.success) continue
    const { kid, kty, crv, x } = read.data
    found.set(kid, createPublicKey({ key: { kty, crv, x }, format: 'jwk' }))
  }
  return found
}

async function fetchText(url: string, clock: Clock, timeoutMs: number): Promise<string> {
  return withinTime(clock, timeoutMs, async (signal) => {
    const response = await fetch(url, { signal, redirect: 'error' })
    if (!response.ok || response.body === null)
      throw new Error(`The gateway must answer with its keys, but answered ${response.status}.`)
    return boundedText(response.body)
  })
}

async function boundedText(body: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > LONGEST) throw new Error(`The keys of the gateway must have at most ${LONGEST} characters.`)
  }
  return text
}
