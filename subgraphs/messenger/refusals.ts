import { refusalsOf } from '../runtime/errors/refusals.ts'
import type { MessengerErrorCode } from './generated/types.ts'
import { LARGEST_CIPHERTEXT_BYTES } from './rules/statusIsSealed.ts'

const MESSAGES: Readonly<Record<MessengerErrorCode, string>> = {
  DEVICE_UNKNOWN: 'This must be a device of yours, but no device of yours has this id. Register the device first.',
  STATUS_GONE: 'This must be a status of yours that has not expired, but there is none with this id. Fetch them again.',
  NOT_A_MEMBER:
    'The audience must be your own conversation of kind STATUS_AUDIENCE, but you are in none with this id. ' +
    'Leave it out to post to your mutual contacts.',
  EPOCH_OUTDATED: 'The message must be of the current epoch of the group. Fetch what you missed and try again.',
  NOT_AN_MLS_MESSAGE:
    'The ciphertext must be exactly one MLS PrivateMessage with application content (RFC 9420), in base64url. ' +
    'Encrypt the content for the audience first.',
  CIPHERTEXT_TOO_LARGE: `The ciphertext must have at most ${LARGEST_CIPHERTEXT_BYTES} bytes. Send large files apart.`,
  PROFILE_NOT_FOUND: 'This must be a messenger profile, but none was found by this id. Look the person up again.',
  BLOCKED: 'This must be a profile that you have not blocked. Unblock it first.',
  OWN_PROFILE: 'This must be the profile of somebody else, but it is your own.',
  IDEMPOTENCY_KEY_REUSED:
    'An idempotency key must be used for one input only, but this one came with another input in the last 24 hours. ' +
    'Use a new key for a new status.',
}

/** A refusal for a payload's `errors`. `path` leads to what was wrong, from the input on. */
export const refusal = refusalsOf(MESSAGES)
