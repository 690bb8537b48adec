import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto'
import { createRecent } from '../recent/recent.ts'
import type { Ids } from './ids.ts'
import { decodeSealed, ID_MAC_BYTES, splitSealed, type TypedId } from './readType.ts'

export interface IdsOptions {
  /** The app, or `accounts`: part of every key, so that two apps share nothing even if somebody gives them one key. */
  readonly app: string
  /** At least 32 secret bytes (`Keys.derive`). */
  readonly key: Uint8Array
}

type CursorPosition = { readonly order: string | number | boolean | null; readonly id: string }

/** A MAC costs 4 µs and a feed has fifty ids, mostly the same ones each time. Some 3 MB at the most. */
const REMEMBERED_IDS = 5000

/**
 * Public ids: `base64url(mac ‖ 'Type:local')`, the first 16 bytes of HMAC-SHA-256. Cursors are encrypted as well, since
 * a position may belong to something that the viewer does not see: SIV (the MAC of the plain text is the nonce of
 * AES-256-CTR, after RFC 5297), so that equal positions give equal cursors and no randomness is needed.
 */
export function createIds({ app, key }: IdsOptions): Ids {
  if (key.length < 32) {
    throw new RangeError(`The key of the ids of ${app} must have at least 32 bytes, but got: ${key.length}.`)
  }
  const idKey = subkey(key, 'id', app)
  const cursorMacKey = subkey(key, 'cursor mac', app)
  const cursorKey = subkey(key, 'cursor', app)

  const sealed = createRecent<string>(REMEMBERED_IDS)
  const opened = createRecent<TypedId>(REMEMBERED_IDS)

  function seal(type: string, local: string): string {
    const plain = `${type}:${local}`
    const known = sealed.get(plain)
    if (known !== undefined) return known
    const text = Buffer.from(plain, 'utf8')
    const id = Buffer.concat([mac(idKey, text), text]).toString('base64url')
    sealed.set(plain, id)
    return id
  }

  function open(id: string, ...types: readonly [string, ...string[]]): string | null {
    const parts = opened.get(id) ?? prove(id)
    return parts !== null && types.includes(parts.type) ? parts.local : null
  }

  function prove(id: string): TypedId | null {
    const bytes = decodeSealed(id)
    if (bytes === null) return null
    const expected = mac(idKey, bytes.subarray(ID_MAC_BYTES))
    if (!timingSafeEqual(expected, bytes.subarray(0, ID_MAC_BYTES))) return null
    const parts = splitSealed(bytes)
    // Only what was proved is remembered: nobody fills the memory with ids of their own making.
    if (parts !== null) opened.set(id, parts)
    return parts
  }

  function sealCursor(scope: string, position: CursorPosition): string {
    const plain = Buffer.from(JSON.stringify([position.order, position.id]), 'utf8')
    const nonce = cursorMac(scope, plain)
    const cipher = createCipheriv('aes-256-ctr', cursorKey, nonce)
    return Buffer.concat([nonce, cipher.update(plain), cipher.final()]).toString('base64url')
  }

  function openCursor(scope: string, cursor: string): CursorPosition | null {
    const bytes = decodeSealed(cursor)
    if (bytes === null) return null
    const nonce = bytes.subarray(0, ID_MAC_BYTES)
    const cipher = createDecipheriv('aes-256-ctr', cursorKey, nonce)
    const plain = Buffer.concat([cipher.update(bytes.subarray(ID_MAC_BYTES)), cipher.final()])
    if (!timingSafeEqual(cursorMac(scope, plain), nonce)) return null
    const [order, id] = JSON.parse(plain.toString('utf8')) as [CursorPosition['order'], string]
    return { order, id }
  }

  function cursorMac(scope: string, plain: Buffer): Buffer {
    // The length keeps scope and position apart: no scope can be read as the start of another's position.
    return mac(cursorMacKey, Buffer.from(`${Buffer.byteLength(scope)}:${scope}`, 'utf8'), plain)
  }

  return { seal, open, sealCursor, openCursor }
}

function subkey(key: Uint8Array, use: string, app: string): Buffer {
  return createHmac('sha256', key).update(`concord ${use}\0${app}`).digest()
}

function mac(key: Buffer, ...parts: readonly Buffer[]): Buffer {
  const hmac = createHmac('sha256', key)
  for (const part of parts) hmac.update(part)
  return hmac.digest().subarray(0, ID_MAC_BYTES)
}
