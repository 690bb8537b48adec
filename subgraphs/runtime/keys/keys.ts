import { createPrivateKey, hash, hkdfSync } from 'node:crypto'
import type { JWK } from 'jose'
import { fault } from '../errors/fault.ts'
import { openRootSecret } from './rootSecret.ts'

/** An Ed25519 key pair as JWKs (RFC 8037). */
export interface SigningKeys {
  /** The private key, with `kid` (RFC 7638 thumbprint) and `alg: 'EdDSA'`. */
  readonly signing: JWK
  /** What may be published: the public key, then retired ones whose signatures still count. */
  readonly jwks: { readonly keys: readonly JWK[] }
}

/** All secrets of one installation, each derived from one root secret for one use. */
export interface Keys {
  /** `length` secret bytes for this use (HKDF-SHA-256, RFC 5869); the same for the same label, unrelated for others. */
  derive(label: string, length: number): Uint8Array
  /** The pair that signs access tokens. */
  tokenKeys(): SigningKeys
  /** The pair of this use, for receivers that must not be able to sign themselves (partners). */
  signingKeys(label: string): SigningKeys
}

export interface ConfiguredKeys {
  /** At least 32 bytes in base64url. Shared by all processes of a distributed installation. */
  readonly rootSecret?: string
  /** The private Ed25519 key of access tokens as JWK. Default: derived from the root secret. */
  readonly tokenKey?: JWK
  /** Public JWKs of former token keys, accepted until the last token they signed has expired. Default: none. */
  readonly retiredTokenKeys?: readonly JWK[]
}

export interface KeysOptions {
  /** The data directory: without a configured root secret, one is made in `keys/` below it at the first start. */
  readonly directory?: string
  readonly configured?: ConfiguredKeys
}

/** Opens or makes the keys. Throws the fault `CONFIGURATION_INVALID`, and what the file system throws. */
export function openKeys({ directory, configured = {} }: KeysOptions): Keys {
  const root = rootSecretOf(directory, configured.rootSecret)
  const derive = (label: string, length: number): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', root, 'concord', label, length))
  const signingKeys = (label: string): SigningKeys => pairOf(ed25519(derive(`ed25519 ${label}`, 32)), [])
  const tokens = configured.tokenKey
    ? pairOf(checkedTokenKey(configured.tokenKey), configured.retiredTokenKeys ?? [])
    : pairOf(ed25519(derive('ed25519 access tokens', 32)), configured.retiredTokenKeys ?? [])

  return { derive, signingKeys, tokenKeys: () => tokens }
}

function rootSecretOf(directory: string | undefined, configured: string | undefined): Uint8Array {
  if (configured !== undefined) return checkedRootSecret(configured)
  if (directory !== undefined) return checkedRootSecret(openRootSecret(directory))
  throw fault('CONFIGURATION_INVALID', { message: 'Keys need a data directory or a configured root secret.' })
}

function checkedRootSecret(text: string): Uint8Array {
  const bytes = /^[A-Za-z0-9_-]*$/.test(text) ? Buffer.from(text, 'base64url') : Buffer.alloc(0)
  if (bytes.length >= 32) return bytes
  throw fault('CONFIGURATION_INVALID', {
    message: `The root secret must be at least 32 bytes in base64url, but got: ${bytes.length}. Make a new one.`,
  })
}

function checkedTokenKey(key: JWK): JWK {
  const { kty, crv, d, x } = key
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof d !== 'string' || typeof x !== 'string') {
    throw fault('CONFIGURATION_INVALID', {
      message: `The token key must be a private Ed25519 JWK, but got: kty ${kty}, crv ${crv}. Make a new one.`,
    })
  }
  if (ed25519(Buffer.from(d, 'base64url')).x !== x) {
    throw fault('CONFIGURATION_INVALID', { message: 'The token key must have the "x" that belongs to its "d".' })
  }
  return { kty, crv, d, x, ...(key.kid === undefined ? {} : { kid: key.kid }) }
}

function pairOf(key: JWK, retired: readonly JWK[]): SigningKeys {
  const { kty, crv, x } = key
  const shared = { kid: key.kid ?? thumbprint(key), alg: 'EdDSA', use: 'sig' }
  const published = { kty, crv, x, ...shared } as JWK
  // Only public members, whatever somebody configured as retired.
  const others = retired.map((old) => ({
    kty,
    crv,
    x: old.x,
    kid: old.kid ?? thumbprint(old),
    alg: 'EdDSA',
    use: 'sig',
  }))
  return { signing: { ...key, ...shared }, jwks: { keys: [published, ...(others as JWK[])] } }
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

function ed25519(seed: Uint8Array): JWK {
  if (seed.length !== 32) {
    throw fault('CONFIGURATION_INVALID', { message: `An Ed25519 key must have 32 bytes, but got: ${seed.length}.` })
  }
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' })
  return key.export({ format: 'jwk' })
}

function thumbprint({ crv, kty, x }: JWK): string {
  return hash('sha256', JSON.stringify({ crv, kty, x }), 'base64url')
}
