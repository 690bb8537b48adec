import { z } from 'zod'
import { lengthOf } from '../text/text.ts'

// The internal calls by which a status is shown in other apps: between `accounts`, which decides and keeps the
// cross-post, `messenger`, which knows the status, and the apps with the copies. All ids are sealed by their owners.

/** In characters, that is Unicode code points: what every app shows in a story. */
export const LONGEST_TEXT = 2_000

/** Milliseconds since the epoch. */
const millis = z.int().nonnegative()

/** `statusFacts`, from accounts to the messenger: whether this profile has such a status, and until when. */
export const statusFactsInput = z.strictObject({
  statusId: z.string(),
  profileId: z.string(),
  /**
   * The cross-post that wants to be told of the end (`statusEnded`): noted with the status while that is live, in the
   * write that finds it live, so that no deletion slips between. Opaque to the messenger.
   */
  crosspostId: z.string(),
})

export const statusFactsOutput = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('LIVE'), expiresAt: millis }),
  /** Expired or deleted. */
  z.strictObject({ state: z.literal('GONE') }),
  /** There is none, or it is somebody else's. */
  z.strictObject({ state: z.literal('NOT_FOUND') }),
])

/** `statusEnded`, from the messenger to accounts: a status that has a cross-post was deleted. May come before the cross-post. */
export const statusEndedInput = z.strictObject({ crosspostId: z.string(), expiresAt: millis })
export const statusEndedOutput = z.strictObject({})

/** A picture or film as it travels to the app that shows it: re-encoded already, and checked again there. */
export const travellingMedia = z.strictObject({
  contentType: z.string(),
  /** base64url. */
  bytes: z.string(),
})

/** `putStory`, from accounts to the photo and the social app: makes the copy, or brings it to this revision. */
export const putStoryInput = z.strictObject({
  /** Names the copy: the same in every try, unrelated to the key in any other app, never used again after `endStory`. */
  key: z.string().min(16).max(64),
  /** The sealed id of the author's profile in the app that is called. */
  authorId: z.string(),
  /** From 1; of two puts with one key the higher one counts, in whatever order they come. */
  revision: z.int().min(1),
  /** Or null, when it is a picture or film alone. */
  text: z
    .string()
    .refine((text) => lengthOf(text) <= LONGEST_TEXT, `must have at most ${LONGEST_TEXT} characters`)
    .nullable(),
  media: travellingMedia.nullable(),
  /** Of the target's own audiences. */
  audience: z.string(),
  /** When the status was shared, and when it expires: the copy expires with it. */
  postedAt: millis,
  expiresAt: millis,
  /**
   * The end of the decision that this put rests on: t0 + L. Not accepted later (`isAcceptable`), so that nothing is put
   * after a withdrawal has answered (consent.md, section 2).
   */
  validUntil: millis,
})

export const putStoryOutput = z.discriminatedUnion('outcome', [
  /** The copy is there, at this revision or a later one. `storyId` is sealed. */
  z.strictObject({ outcome: z.literal('LIVE'), storyId: z.string() }),
  /** Nothing is there and nothing will be under this key: it was ended, its author deleted it there, or its time is over. */
  z.strictObject({ outcome: z.literal('ENDED') }),
  /** Came after `validUntil`: decide again. Changed nothing. */
  z.strictObject({ outcome: z.literal('TOO_LATE') }),
  /** The app does not take it: no such author, or an audience that it does not know. */
  z.strictObject({ outcome: z.literal('REFUSED') }),
  /** The app does not take this picture or film. */
  z.strictObject({ outcome: z.literal('MEDIA_REJECTED') }),
])

/**
 * `endStory`, from accounts to the photo and the social app: removes the copy for good, whether it came already or is
 * still to come; remembered until an hour after `expiresAt`.
 */
export const endStoryInput = z.strictObject({
  key: z.string().min(16).max(64),
  authorId: z.string(),
  expiresAt: millis,
})
export const endStoryOutput = z.strictObject({})

/** How long after its status a copy that ended is remembered: no put is so late that it is not refused. */
export const TOMBSTONE_MS = 60 * 60 * 1000

export type StatusFacts = z.infer<typeof statusFactsOutput>
export type PutStory = z.infer<typeof putStoryInput>
export type PutStoryOutcome = z.infer<typeof putStoryOutput>
export type EndStory = z.infer<typeof endStoryInput>
export type TravellingMedia = z.infer<typeof travellingMedia>
