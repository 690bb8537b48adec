import type { Keys } from './keys.ts'

/** By which people and processes compare keys without showing them. */
export interface KeyFingerprints {
  /** 12 characters that are derived from the root secret and tell nothing of it. */
  readonly root: string
  /** `kid` of the key that signs access tokens. */
  readonly token: string
}

export function keyFingerprints(keys: Keys): KeyFingerprints {
  return {
    root: Buffer.from(keys.derive('fingerprint', 9)).toString('base64url'),
    token: keys.tokenKeys().signing.kid ?? 'unknown',
  }
}
