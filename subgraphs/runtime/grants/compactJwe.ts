import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto'

/** Bytes of the initialisation vector (RFC 7518, section 5.3) and of the authentication tag. */
const IV_BYTES = 12
const TAG_BYTES = 16
const LONGEST = 2048

const COMPACT = /^([\w-]+)\.\.([\w-]{16})\.([\w-]+)\.([\w-]{22})$/

export interface SealOptions {
  readonly key: Uint8Array | KeyObject
  readonly kid: string
  /** 12 bytes, never the same twice under one key. */
  readonly iv: Uint8Array
}

/**
 * JWE in compact serialisation (RFC 7516, section 7.1), `dir` with A256GCM: five times as fast with node:crypto as with
 * a library that is asynchronous and knows every algorithm.
 */
export function sealCompact(plaintext: string, { key, kid, iv }: SealOptions): string {
  if (iv.length !== IV_BYTES) throw new RangeError(`The vector must have ${IV_BYTES} bytes, but got: ${iv.length}.`)
  const header = protectedHeader(kid)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(header, 'ascii'))
  const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]).toString('base64url')
  return `${header}..${base64url(iv)}.${ciphertext}.${cipher.getAuthTag().toString('base64url')}`
}

/**
 * The text inside, or null when it was not sealed under the key of one of these `kids`. Nothing in the header is believed or even
 * read: it has to be, to the letter, the one header that such a `kid` has, so that no algorithm can be chosen from outside.
 */
export function openCompact(
  text: string,
  kids: readonly string[],
  keyOf: (kid: string) => Uint8Array | KeyObject,
): string | null {
  const [, header, iv = '', ciphertext = '', tag = ''] = text.length <= LONGEST ? (COMPACT.exec(text) ?? []) : []
  const kid = kids.find((one) => header === protectedHeader(one))
  return kid === undefined || header === undefined ? null : decrypt(keyOf(kid), header, { iv, ciphertext, tag })
}

interface Parts {
  readonly iv: string
  readonly ciphertext: string
  readonly tag: string
}

function decrypt(key: Uint8Array | KeyObject, header: string, parts: Parts): string | null {
  const [iv, ciphertext, tag] = [bytesOf(parts.iv), bytesOf(parts.ciphertext), bytesOf(parts.tag)]
  if (!iv || !ciphertext || !tag) return null
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(header, 'ascii'))
  decipher.setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** Null for a text that is not the one way to write these bytes: Node reads spare bits and skips what it does not know. */
function bytesOf(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}

let lastHeader = { kid: '', text: '' }

/** The first part of the text; remembered, since nearly all grants are of one day. */
function protectedHeader(kid: string): string {
  if (lastHeader.kid === kid) return lastHeader.text
  const text = base64url(Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid }), 'utf8'))
  lastHeader = { kid, text }
  return text
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url')
}
