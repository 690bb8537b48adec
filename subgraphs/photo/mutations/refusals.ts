import { refusalsOf } from '../../runtime/errors/refusals.ts'
import { UPLOAD_MESSAGES } from '../../runtime/uploads/announced.ts'
import type { PhotoErrorCode } from '../generated/types.ts'
import { LONGEST_CAPTION } from '../rules/captionsSaySomething.ts'
import { FOLLOWING_LIMIT } from '../rules/privateProfilesAcceptFollowers.ts'

/** What must hold, what came instead, what to do. */
const messages: Readonly<Record<PhotoErrorCode, string>> = {
  PHOTO_NOT_FOUND: 'There must be a photo with this id that you may see, but there is none. Load the list again.',
  PROFILE_PRIVATE: 'This profile is private. Follow it, and wait until its owner accepts.',
  PROFILE_NOT_FOUND: 'There must be a profile with this id, but there is none. Look it up again.',
  OWN_PROFILE: 'This needs somebody else, but the id is of your own profile.',
  BLOCKED: 'You have blocked this profile. Unblock it first.',
  FOLLOW_REQUEST_NOT_FOUND:
    'This profile must have asked to follow you, but no request is waiting. Load the list again.',
  FOLLOWING_LIMIT_REACHED: `You can follow at most ${FOLLOWING_LIMIT} profiles, requests included. Unfollow one first.`,
  STORY_NOT_FOUND: 'There must be a story of yours with this id that is still shown, but there is none.',
  CAPTION_INVALID: `A caption must have at most ${LONGEST_CAPTION} characters, that of a story at least one. Write another one.`,
  AUDIENCE_REFUSED: 'A story here is for FOLLOWERS or EVERYONE; FRIENDS belongs to the social app.',
  ...UPLOAD_MESSAGES,
  IDEMPOTENCY_KEY_REUSED: 'This idempotency key was used before with another input. Use a new key for a new act.',
}

/** A refusal for a payload's `errors`. `path` leads to what was wrong, from the input on. */
export const refusal = refusalsOf(messages)
