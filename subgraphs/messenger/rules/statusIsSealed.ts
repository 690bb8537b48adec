import { decodeMlsMessage } from 'ts-mls/message.js'

/** A status names its picture or film and carries its key; the file itself is kept elsewhere, sealed as well. */
export const LARGEST_CIPHERTEXT_BYTES = 65_536

export type CiphertextRefusal = 'NOT_AN_MLS_MESSAGE' | 'CIPHERTEXT_TOO_LARGE'

/**
 * Whether this is content that only the author's audience can read: base64url of exactly one MLS message (RFC 9420,
 * section 6), which is a PrivateMessage of content type `application`. The other forms of MLS messages are refused:
 * they carry no content, or would carry it in the clear (a PublicMessage). Nothing is decrypted, no key is here.
 */
export function ciphertextRefusal(ciphertext: string): CiphertextRefusal | null {
  if (ciphertext.length > Math.ceil((LARGEST_CIPHERTEXT_BYTES * 4) / 3)) return 'CIPHERTEXT_TOO_LARGE'
  const bytes = Buffer.from(ciphertext, 'base64url')
  // Node skips what is not base64url; only the one canonical spelling comes out as it went in.
  const isBase64Url = bytes.toString('base64url') === ciphertext
  return isBase64Url && isSealedMessage(bytes) ? null : 'NOT_AN_MLS_MESSAGE'
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
