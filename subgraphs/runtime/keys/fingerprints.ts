import type { Keys } from './keys.ts'

/** By which people and processes compare keys without showing them: 12 characters that tell nothing of a secret. */
export interface KeyFingerprints {
  /** Of the secret that ids are sealed with for ever. */
  readonly permanent: string
  /** Of the root secret that things are made with now. */
  readonly root: string
  /** Of all root secrets that are accepted, `root` first. */
  readonly accepted: readonly string[]
  /** `kid` of the key that signs access tokens. */
  readonly token: string
}

export function keyFingerprints(keys: Keys): KeyFingerprints {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
  return {
    permanent: text(keys.permanent('fingerprint', 9)),
    root: text(keys.derive('fingerprint', 9)),
    accepted: keys.accepted('fingerprint', 9).map(text),
    token: keys.tokenKeys().signing.kid ?? 'unknown',
  }
}
