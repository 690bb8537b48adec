import { decodeMlsMessage } from 'ts-mls'

/** A status names its picture or film and carries its key; the file itself is kept elsewhere, sealed as well. */
export const LARGEST_CIPHERTEXT_BYTES = 65_536

const BASE64URL = /^[A-Za-z0-9_-]*$/

export type CiphertextRefusal = 'NOT_AN_MLS_MESSAGE' | 'CIPHERTEXT_TOO_LARGE'

/**
 * Whether this is content that only the author's audience can read: base64url of exactly one MLS message (RFC 9420,
 * section 6), which is a PrivateMessage of content type `application`. The other forms of MLS messages are refused:
 * they carry no content, or would carry it in the clear (a PublicMessage). Nothing is decrypted, no key is here.
 */
export function ciphertextRefusal(ciphertext: string): CiphertextRefusal | null {
  if (ciphertext.length > Math.ceil((LARGEST_CIPHERTEXT_BYTES * 4) / 3)) return 'CIPHERTEXT_TOO_LARGE'
  if (!BASE64URL.test(ciphertext)) return 'NOT_AN_MLS_MESSAGE'
  return isSealedMessage(Buffer.from(ciphertext, 'base64url')) ? null : 'NOT_AN_MLS_MESSAGE'
}

function isSealedMessage(bytes: Uint8Array): boolean {
  const decoded = decode(bytes)
  if (decoded === undefined) return false
  const [message, length] = decoded
  if (length !== bytes.length) return false
  return message.wireformat === 'mls_private_message' && message.privateMessage.contentType === 'application'
}

function decode(bytes: Uint8Array): ReturnType<typeof decodeMlsMessage> {
  try {
    return decodeMlsMessage(bytes, 0)
  } catch {
    // The decoder throws on some broken input and answers undefined on other; both mean: not a message.
    return undefined
  }
}
