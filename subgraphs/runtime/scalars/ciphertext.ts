import { textScalar } from './textScalar.ts'

/**
 * End-to-end encrypted bytes in base64url without padding. What is inside, only devices can tell. Any text comes in: the
 * field that takes it refuses what is no message of its protocol, malformed base64url included, with a code of its own.
 */
export const Ciphertext = textScalar({
  name: 'Ciphertext',
  expected: 'bytes in base64url without padding',
  write: (value) => (isBase64Url(value) ? value : null),
  read: (value) => value,
})

/** Canonical: a second spelling of the same bytes would be a second value to whoever compares texts. */
function isBase64Url(value: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(value) && Buffer.from(value, 'base64url').toString('base64url') === value
}
