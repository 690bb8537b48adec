/** How many bytes of MAC stand before `Type:local` in a public id. */
export const ID_MAC_BYTES = 16

/** The longest public id or cursor that is looked at, in characters; real ones stay far below. */
const LONGEST_ID = 4096

const BASE64URL = /^[A-Za-z0-9_-]+$/
const TYPE_NAME = /^[_A-Za-z][_0-9A-Za-z]{0,127}$/

/**
 * The type that a public id names, or null when the id is malformed. Needs no key and proves nothing: anybody can write
 * an id of any type. For routing `node(id)`; only the owner's `Ids.open` tells whether the id is real.
 */
export function readType(id: string): string | null {
  const bytes = decodeSealed(id)
  if (bytes === null) return null
  return splitSealed(bytes)?.type ?? null
}

/** The bytes of a public id or cursor, or null when it is not base64url as we write it: one spelling per value. */
export function decodeSealed(text: string): Buffer | null {
  if (text.length > LONGEST_ID || !BASE64URL.test(text)) return null
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length > ID_MAC_BYTES && bytes.toString('base64url') === text ? bytes : null
}

/** What a public id says. */
export interface TypedId {
  readonly type: string
  readonly local: string
}

/** `Type` and `local` of a decoded public id, or null when they are not there. The MAC is not looked at. */
export function splitSealed(bytes: Buffer): TypedId | null {
  const text = bytes.toString('utf8', ID_MAC_BYTES)
  const colon = text.indexOf(':')
  if (colon < 1 || colon === text.length - 1) return null
  const type = text.slice(0, colon)
  return TYPE_NAME.test(type) ? { type, local: text.slice(colon + 1) } : null
}
