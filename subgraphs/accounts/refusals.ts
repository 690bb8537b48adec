import { refusalsOf } from '../runtime/errors/refusals.ts'
import type { ConsentErrorCode, CrosspostErrorCode, LinkErrorCode } from './generated/types.ts'

// Only the codes that can come today: the others of the enums come with what they are about.

const LINK_MESSAGES = {
  LINK_SAME_APP:
    'A profile must be linked with a profile of another app, but the app that was named is the one that asks. ' +
    'Name another app.',
  LINK_CODE_WRONG:
    'This must be a code that another app is showing to you for this app, but no request has it. ' +
    'Compare it with what is shown there, or make a new request.',
  LINK_REQUEST_NOT_FOUND:
    'This must be a request that you made or opened in the last 10 minutes, but you take part in none with this id. ' +
    'Fetch viewer.linkRequests again.',
  LINK_NOT_FOUND:
    'This must be a link of your own account, but your account has none with this id. Fetch viewer.account.links again.',
} as const satisfies Partial<Record<LinkErrorCode, string>>

const CONSENT_MESSAGES = {
  CONSENT_NO_ACCOUNT:
    'Two of your profiles must be linked before this can be allowed, but nothing is linked. Link them first.',
} as const satisfies Partial<Record<ConsentErrorCode, string>>

const CROSSPOST_MESSAGES = {
  CROSSPOST_NO_TARGETS: 'At least one app must be named to share a status in, but got none. Name PHOTO or SOCIAL.',
  CROSSPOST_TARGET_INVALID:
    'A status must be shared in apps other than the messenger, each named once, but this one is the messenger or is ' +
    'named before. Leave it out.',
  CROSSPOST_LINK_NOT_ACTIVE:
    'Your messenger profile must be linked with your profile in this app, and both links be active, but they are not. ' +
    'Link them first.',
  CROSSPOST_NOT_FOUND:
    'This must be a cross-post of yours that has not ended, but you have none with this id. Fetch them again.',
} as const satisfies Partial<Record<CrosspostErrorCode, string>>

// Refusals for a payload's `errors`. `path` leads to what was wrong, from the input on; none: the input as a whole.

export const linkRefusal = refusalsOf(LINK_MESSAGES)
export const consentRefusal = refusalsOf(CONSENT_MESSAGES)
export const crosspostRefusal = refusalsOf(CROSSPOST_MESSAGES)
