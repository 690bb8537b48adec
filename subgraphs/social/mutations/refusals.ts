import { refusalsOf } from '../../runtime/errors/refusals.ts'
import { UPLOAD_MESSAGES } from '../../runtime/uploads/announced.ts'
import { lengthOf } from '../../runtime/text/text.ts'
import type { SocialError, SocialErrorCode } from '../generated/types.ts'
import { MOST_FRIENDS } from '../rules/friendsHaveALimit.ts'

const MESSAGES: Readonly<Record<SocialErrorCode, string>> = {
  POST_NOT_FOUND: 'There must be a post with this id that is yours to see and, to delete it, yours. It may be gone.',
  STORY_NOT_FOUND: 'There must be a story of yours with this id that has not expired. It may be gone.',
  PROFILE_NOT_FOUND: 'There must be a profile with this id. Search for the person again.',
  BLOCKED: 'You have blocked this person. Unblock them first.',
  OWN_PROFILE: 'This must be about somebody else, but it names your own profile.',
  FRIEND_REQUEST_NOT_FOUND: 'This person must have asked to be your friend. They may have taken it back.',
  FRIEND_LIMIT_REACHED: `Nobody may have more than ${MOST_FRIENDS} friends, and one of you has as many. Remove one first.`,
  TEXT_LENGTH_INVALID: 'The text must have at least one character that is not white space. Write something.',
  REACTION_INVALID: 'The reaction must be exactly one emoji. Choose one.',
  AUDIENCE_INVALID: 'The audience must be FRIENDS or EVERYONE. FOLLOWERS exist in the photo app only.',
  ...UPLOAD_MESSAGES,
  IDEMPOTENCY_KEY_REUSED:
    'This idempotency key was used with another input in the last 24 hours. Use a new key for a new act.',
}

/** A refusal for a payload's `errors`. `path` leads to what was wrong, from the input on. */
export const refusal = refusalsOf(MESSAGES)

/** Why this text was refused: blank, or longer than `longest` code points. */
export function textRefusal(written: string, longest: number): SocialError {
  const blank = refusal('TEXT_LENGTH_INVALID', 'text')
  const length = lengthOf(written.trim())
  if (length === 0) return blank
  return { ...blank, message: `The text must have at most ${longest} characters, but got: ${length}. Shorten it.` }
}
