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

/**
 * All secrets of one installation, each derived from a root secret for one use (HKDF-SHA-256, RFC 5869): `length` bytes,
 * the same for the same label, unrelated for others.
 */
export interface Keys {
  /** What this process makes things with. */
  derive(label: string, length: number): Uint8Array
  /** What this process accepts: that of `derive` first, then of the other root secrets while keys are rotated. */
  accepted(label: string, length: number): readonly Uint8Array[]
  /** For what must outlive every rotation: ids and names of files. */
  permanent(label: string, length: number): Uint8Array
  /** The pair that signs access tokens. */
  tokenKeys(): SigningKeys
  /** The pair of this use, for receivers that must not be able to sign themselves (partners). */
  signingKeys(label: string): SigningKeys
}

export interface ConfiguredKeys {
  /** At least 32 bytes in base64url. Shared by all processes of a distributed installation. */
  readonly rootSecret?: string
  /**
   * Root secrets whose calls, grants and tokens are accepted beside: the next one before a rotation, the former one
   * after it. Default: none.
   */
  readonly acceptedSecrets?: readonly string[]
  /** The root secret that ids and names of files were first made with: never rotated. Default: `rootSecret`. */
  readonly permanentSecret?: string
  /** The private Ed25519 key of access tokens as JWK. Default: derived from the root secret. */
  readonly tokenKey?: JWK
  /** Public JWKs of other token keys: the next one before a rotation, the former one until its last token has expired. Default: none. */
  readonly acceptedTokenKeys?: readonly JWK[]
}

export interface KeysOptions {
  /** The data directory: without a configured root secret, one is made in `keys/` below it at the first start. */
  readonly directory?: string
  readonly configured?: ConfiguredKeys
}

/** Opens or makes the keys. Throws the fault `CONFIGURATION_INVALID`, and what the file system throws. */
export function openKeys({ directory, configured = {} }: KeysOptions): Keys {
  const { acceptedSecrets = [], permanentSecret, acceptedTokenKeys = [] } = configured
  const root = rootSecretOf(directory, configured.rootSecret)
  const roots = [root, ...acceptedSecrets.map(checkedRootSecret)]
  const first = permanentSecret === undefined ? root : checkedRootSecret(permanentSecret)
  const accepted = (label: string, length: number): Uint8Array[] => roots.map((one) => derivedFrom(one, label, length))
  // Published with the newest first; what another root signed is accepted, and never signed here.
  const pair = (label: string, retired: readonly JWK[], configuredKey?: JWK): SigningKeys => {
    const [own, ...others] = accepted(`ed25519 ${label}`, 32).map(ed25519)
    if (configuredKey) return pairOf(configuredKey, retired)
    return pairOf(own as JWK, [...others, ...retired])
  }
  const tokens = pair('access tokens', acceptedTokenKeys, configured.tokenKey && checkedTokenKey(configured.tokenKey))

  return {
    derive: (label, length) => derivedFrom(root, label, length),
    accepted,
    permanent: (label, length) => derivedFrom(first, label, length),
    signingKeys: (label) => pair(label, []),
    tokenKeys: () => tokens,
  }
}

function derivedFrom(root: Uint8Array, label: string, length: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', root, 'concord', label, length))
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
