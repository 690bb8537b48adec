import { refusalsOf } from '../runtime/errors/refusals.ts'
import { UPLOAD_MESSAGES } from '../runtime/uploads/announced.ts'
import type { ConsentErrorCode, CrosspostErrorCode, LinkErrorCode } from './generated/types.ts'

const LINK_MESSAGES: Readonly<Record<LinkErrorCode, string>> = {
  LINK_SAME_APP:
    'A profile must be linked with a profile of another app, but the app that was named is the one that asks. ' +
    'Name another app.',
  LINK_CODE_WRONG:
    'This must be a code that another app is showing to you for this app, but no request has it. ' +
    'Compare it with what is shown there, or make a new request.',
  LINK_REQUEST_NOT_FOUND:
    'This must be a request that you made or opened in the last 10 minutes, but you take part in none with this id. ' +
    'Fetch viewer.linkRequests again.',
  LINK_TRIES_USED_UP:
    'At most five wrong codes may be tried within 10 minutes, but this profile has tried them. Wait 10 minutes, then ' +
    'compare the code with what the other app shows.',
  LINK_REQUEST_EXPIRED:
    'A request must be finished within 10 minutes, but this one is older. Make a new one in the app that asked.',
  LINK_ALREADY_CONFIRMED:
    'A request is confirmed once, but this one was confirmed already. Approve it in the app that asked.',
  LINK_WRONG_STATE:
    'The request must be at the step where this can be done, but it is not: open, confirm and approve follow one another, ' +
    'and what was approved or rejected stays so. Fetch viewer.linkRequests again, or make a new request.',
  LINK_FLOW_NOT_OFFERED:
    'Every choice must be about something that the request offers, but this one is not. Answer linkRequest.offers, no more.',
  LINK_CHOICES_INCOMPLETE:
    'Every offer must be answered once, but one is not answered, or twice. Send one choice for each of linkRequest.offers.',
  LINK_NOTICE_OUTDATED:
    'The digest must be that of the notice as it is now, but it is not. Show the notice of the offer again and ask anew.',
  LINK_SESSION_STALE:
    'This needs a sign-in of the last five minutes with the profile concerned, but it is older or missing. Sign in again, ' +
    'then repeat it.',
  LINK_APP_TAKEN: 'An account holds one profile of each app, but this one would hold two. Unlink the other one first.',
  LINK_BOTH_HAVE_ACCOUNTS:
    'One of the two profiles must be without an account, but both have one. Unlink one of them first.',
  LINK_ALREADY_ACTIVE:
    'An account holds one profile of each app, but yours has a live link of this app. Unlink it first.',
  LINK_IDEMPOTENCY_KEY_REUSED:
    'An idempotency key must be used for one input, but this one was used with another. Use a new key.',
  LINK_NOT_FOUND:
    'This must be a link of your own account, but your account has none with this id. Fetch viewer.account.links again.',
}

const CONSENT_MESSAGES: Readonly<Record<ConsentErrorCode, string>> = {
  CONSENT_NOTICE_OUTDATED:
    'The digest must be that of the notice as it is now, but it is not, or is missing. Show consent.notice and ask again.',
  CONSENT_FLOW_NOT_OFFERED:
    'This must be something that is offered to this person, but there is no such flow, or it is not offered. ' +
    'Take one of account.consents or account.features.',
  CONSENT_LINK_NOT_ACTIVE:
    'The links of both apps must be active, but one is paused or missing. Link or resume it first.',
  CONSENT_FEATURE_UNAVAILABLE:
    'The feature must be one that can be switched on in this direction, but it cannot. ' +
    'Read FeatureSetting.unavailableBecause, and take another one.',
  CONSENT_NO_ACCOUNT:
    'Two of your profiles must be linked before this can be allowed, but nothing is linked. Link them first.',
}

const CROSSPOST_MESSAGES: Readonly<Record<CrosspostErrorCode, string>> = {
  CROSSPOST_NO_TARGETS: 'At least one app must be named to share a status in, but got none. Name PHOTO or SOCIAL.',
  CROSSPOST_TARGET_INVALID:
    'A status must be shared in apps other than the messenger, each named once, but this one is the messenger or is ' +
    'named before. Leave it out.',
  CROSSPOST_LINK_NOT_ACTIVE:
    'Your messenger profile must be linked with your profile in this app, and both links be active, but they are not. ' +
    'Link them first.',
  CROSSPOST_NOT_ENABLED:
    'Sharing from the messenger must be switched on for this app, but it is off. ' +
    'Switch the feature CROSSPOST on in the accounts center first.',
  CROSSPOST_AUDIENCE_INVALID:
    'The audience must be one that this app knows, but it does not know this one. ' +
    'Use FOLLOWERS or EVERYONE in the photo app, FRIENDS or EVERYONE in the social app.',
  CROSSPOST_AUDIENCE_WIDER:
    'A status must be shared again with no more people than before, but this audience is wider. ' +
    'Use the one of before or a narrower one.',
  CROSSPOST_STATUS_NOT_FOUND:
    'This must be a status that your messenger profile has posted, but it has none with this id. ' +
    'Fetch your statuses again, signed in with that profile.',
  CROSSPOST_STATUS_GONE: 'The status must be live, but it has expired or was deleted. Post a new one and share that.',
  CROSSPOST_TEXT_TOO_LONG: 'The text must have at most 2,000 characters, but it has more. Shorten it.',
  CROSSPOST_CONTENT_EMPTY:
    'There must be something to show, but got neither a text nor an upload. Send content.text, content.uploadId or both.',
  CROSSPOST_MEDIA_REJECTED:
    'The upload must be a picture or short video that you have uploaded for this, but there is none that can be used. ' +
    'Upload it again, then share it.',
  CROSSPOST_IDEMPOTENCY_KEY_REUSED:
    'An idempotency key must be used for one input, but this one was used with another. Use a new key.',
  CROSSPOST_NOT_FOUND:
    'This must be a cross-post of yours that has not ended, but you have none with this id. Fetch them again.',
  CROSSPOST_UPLOAD_TOO_LARGE: UPLOAD_MESSAGES.UPLOAD_TOO_LARGE,
  CROSSPOST_UPLOAD_TYPE_REFUSED: UPLOAD_MESSAGES.UPLOAD_TYPE_REFUSED,
  CROSSPOST_UPLOAD_DIGEST_MALFORMED: UPLOAD_MESSAGES.UPLOAD_DIGEST_MALFORMED,
  CROSSPOST_UPLOADS_TOO_MANY: UPLOAD_MESSAGES.UPLOADS_TOO_MANY,
  CROSSPOST_UPLOAD_NOT_FOUND: UPLOAD_MESSAGES.UPLOAD_NOT_FOUND,
}

// Refusals for a payload's `errors`. `path` leads to what was wrong, from the input on; none: the input as a whole.

export const linkRefusal = refusalsOf(LINK_MESSAGES)
export const consentRefusal = refusalsOf(CONSENT_MESSAGES)
export const crosspostRefusal = refusalsOf(CROSSPOST_MESSAGES)
