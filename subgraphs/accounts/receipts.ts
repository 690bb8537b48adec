import { CompactSign, importJWK, type JWK } from 'jose'
import { canonicalJson } from '../runtime/json/canonicalJson.ts'
import type { Choice, ConsentRecord } from './rules/consentFold.ts'

/** Tells a receipt from whatever else the same key signs. */
const TYPE = 'consent-receipt+jws'

/**
 * What a person keeps of a choice: a compact JWS (RFC 7515, EdDSA) over the canonical JSON of `{account, at, choice,
 * from, noticeDigest, noticeVersion, purpose, to}`. Ed25519 signs the same text the same way each time (RFC 8032), so
 * that it is made when it is asked for.
 */
export async function signReceipt(
  account: string,
  { from, to, purpose }: ConsentRecord,
  { kind, at, noticeVersion, noticeDigest }: Choice,
  key: JWK,
): Promise<string> {
  const claims = {
    account,
    from,
    to,
    purpose,
    choice: kind,
    at: new Date(at).toISOString(),
    noticeVersion,
    noticeDigest,
  }
  return new CompactSign(new TextEncoder().encode(canonicalJson(claims)))
    .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, ...(key.kid === undefined ? {} : { kid: key.kid }) })
    .sign(await importJWK(key, 'EdDSA'))
}
