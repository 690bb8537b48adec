import type { JSONWebKeySet } from 'jose'
import { openHead, readHead, type HeadClaims } from './head.ts'
import type { ShownHead } from './lines.ts'
import { createLedgerWalk, newestOf, type LedgerProblem } from './walk.ts'

export interface VerifyOptions {
  /** The keys that sign heads, as `/.well-known/jwks.json` publishes them. Default: no signature is checked. */
  readonly jwks?: JSONWebKeySet
  /** Signatures of heads that were kept from other moments: the chain must lead through each. Default: none. */
  readonly heads?: readonly string[]
}

/** A head that is none, or that nobody known has signed. */
export interface HeadProblem {
  readonly kind: 'HEAD'
  readonly message: string
}

export type LedgerVerdict =
  | {
      readonly ok: true
      readonly size: number
      /** `hash` of the last record; empty when there is none. */
      readonly head: string
      /** The newest of the heads that the chain was held against; null when there was none: its end may be missing. */
      readonly signed: HeadClaims | null
      /** Whether the signatures of all heads were checked. */
      readonly signatureChecked: boolean
      /** How many records withhold their body, and with it the proof of their time. */
      readonly withoutBody: number
    }
  | { readonly ok: false; readonly problem: LedgerProblem | HeadProblem }

/**
 * Checks an exported ledger, as FORMAT.md describes it, line by line in constant memory (eight bytes a record aside). It
 * asks nobody. `lines` come one by one or in batches.
 */
export async function verifyLedger(
  lines: Iterable<string> | AsyncIterable<readonly string[]>,
  { jwks, heads = [] }: VerifyOptions = {},
): Promise<LedgerVerdict> {
  const opened = await Promise.all(heads.map((signature) => openShown({ signature }, jwks)))
  const unsound = opened.find((head) => head.problem !== null)
  if (unsound?.problem) return { ok: false, problem: unsound.problem }
  const kept = opened.flatMap(({ claims }) => claims ?? [])
  const walk = createLedgerWalk(kept)
  if (Symbol.asyncIterator in lines) for await (const batch of lines) for (const line of batch) walk.take(line)
  else for (const line of lines) walk.take(line)
  const shown = walk.head()
  const own = shown === null ? null : await openShown(shown, jwks)
  const all = own?.claims ? [...kept, own.claims] : kept
  const problem = strangersAmong(all) ?? walk.end(own?.claims ?? null) ?? own?.problem ?? null
  if (problem !== null) return { ok: false, problem }
  const { records, withoutBody, last } = walk.count()
  const signed = newestOf(all)
  return { ok: true, size: records, head: last, signed, signatureChecked: jwks !== undefined, withoutBody }
}

function strangersAmong(heads: readonly HeadClaims[]): HeadProblem | null {
  const accounts = new Set(heads.map(({ account }) => account))
  if (accounts.size <= 1) return null
  const message = `All heads must be of one account, but are of ${[...accounts].join(', ')}. Give those of this ledger.`
  return { kind: 'HEAD', message }
}

type Opened =
  { readonly claims: HeadClaims; readonly problem: null } | { readonly claims: null; readonly problem: HeadProblem }

async function openShown(
  shown: Partial<ShownHead> & Pick<ShownHead, 'signature'>,
  jwks: JSONWebKeySet | undefined,
): Promise<Opened> {
  const claims = jwks === undefined ? readHead(shown.signature) : await openHead(shown.signature, jwks)
  if (claims === null) return unsound(jwks === undefined ? NOT_A_HEAD : NOT_SIGNED)
  const { account = claims.account, size = claims.size, head = claims.head, signedAt = claims.signedAt } = shown
  const same =
    account === claims.account && size === claims.size && head === claims.head && signedAt === claims.signedAt
  return same ? { claims, problem: null } : unsound('The head was edited: it says something else than its signature.')
}

const NOT_A_HEAD = "The head's signature must be a compact JWS over a ledger head, but is none."
const NOT_SIGNED =
  'The head must be signed as a ledger head by one of the given keys, but is not. Check that the keys are of this installation.'

function unsound(message: string): Opened {
  return { claims: null, problem: { kind: 'HEAD', message } }
}
