import { CompactSign, compactVerify, createLocalJWKSet, decodeJwt, errors, importJWK } from 'jose'
import type { JSONWebKeySet, JWK } from 'jose'
import { canonicalJson } from '../../runtime/json/canonicalJson.ts'

/** Where the ledger of an account stood at a moment. */
export interface HeadClaims {
  /** The account's id as the graph shows it. */
  readonly account: string
  /** How many records there were, 1 or more. */
  readonly size: number
  /** `hash` of the last of them. */
  readonly head: string
  /** ISO 8601 in UTC with milliseconds. */
  readonly signedAt: string
}

/** `LedgerHead` of the graph, and the account that it is about. */
export interface SignedHead extends HeadClaims {
  /** Compact JWS (RFC 7515, EdDSA) whose payload is the canonical JSON of the claims. */
  readonly signature: string
}

/** Tells a head from whatever else the same key signs. */
const TYPE = 'ledger-head+jws'

/** Signs with a private Ed25519 JWK; its `kid` leads verifiers to the public key. */
export async function signHead(claims: HeadClaims, key: JWK): Promise<SignedHead> {
  const { account, size, head, signedAt } = claims
  const payload = canonicalJson({ account, size, head, signedAt })
  const signature = await new CompactSign(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, ...(key.kid === undefined ? {} : { kid: key.kid }) })
    .sign(await importJWK(key, 'EdDSA'))
  return { account, size, head, signedAt, signature }
}

/** What a head's signature says, or null when none of these keys has signed it, or not as a head. */
export async function openHead(signature: string, jwks: JSONWebKeySet): Promise<HeadClaims | null> {
  try {
    const { payload, protectedHeader } = await compactVerify(signature, createLocalJWKSet(jwks), {
      algorithms: ['EdDSA', 'Ed25519'],
    })
    if (protectedHeader.typ !== TYPE) return null
    return claimsOf(JSON.parse(new TextDecoder().decode(payload)))
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof SyntaxError) return null
    throw error
  }
}

/** What a head says of itself, its signature unchecked; null when it is no head. */
export function readHead(signature: string): HeadClaims | null {
  try {
    return claimsOf(decodeJwt(signature))
  } catch {
    return null
  }
}

function claimsOf(value: unknown): HeadClaims | null {
  if (typeof value !== 'object' || value === null) return null
  const { account, size, head, signedAt } = value as Partial<Record<keyof HeadClaims, unknown>>
  if (typeof account !== 'string' || typeof head !== 'string' || typeof signedAt !== 'string') return null
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 1) return null
  return { account, size, head, signedAt }
}
