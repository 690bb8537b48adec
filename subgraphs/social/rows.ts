import type { Millis } from '../runtime/clock/millis.ts'
import type { ReceivedStory } from '../runtime/crossposts/copies.ts'
import type { Creation, HandleClaim } from '../runtime/profiles/claimProfile.ts'
import type { Reach } from '../runtime/profiles/newProfile.ts'
import type { StoredDocument } from '../storage/port.ts'

/** The audiences that this app knows; the graph's `FOLLOWERS` is refused here. */
export type SocialAudience = 'FRIENDS' | 'EVERYONE'

export interface SettingsRow {
  readonly whoMayTag: Reach
  readonly whoMayMessage: Reach
  readonly whoMayFind: Reach
  readonly whoMaySeeFriends: Reach
  readonly theme: string
  /** BCP 47. */
  readonly language: string
}

/** A person in the social app; `_id` is the local id. */
export interface ProfileRow extends StoredDocument {
  /** Normalised (`rules/usernameIsNormalised.ts`), this profile's alone by its claim (`UsernameRow`), never changes. */
  readonly username: string
  readonly displayName: string
  /** Private: for age bands only, in no schema. */
  readonly birthYear: number
  readonly settings: SettingsRow
  readonly createdAt: Millis
}

export type CreationRow = Creation

/**
 * A profile is found by its name through this claim, which no two can have. Search reads it too: what that looks up is
 * long, and would weigh on every post whose author is read.
 */
export interface UsernameRow extends HandleClaim {
  /** What a search finds the profile by, derived from both names (`rules/searchFindsWords.ts`). */
  readonly keys: readonly string[]
}

/**
 * What two people are to one another, blocks included: one document, so that every step is one atomic write and a block
 * and a friendship can never stand side by side. Never deleted, since only a `rev` that keeps growing tells a late
 * writer that it decided on an old state. `_id` is made of both ids in order (`pairId`).
 */
export interface PairRow extends StoredDocument {
  /** Both ids while they are friends, else empty. */
  readonly friends: readonly string[]
  /** Who has asked while the other has not answered, else null. */
  readonly requestedBy: string | null
  /** Who was asked, else null. */
  readonly requestedOf: string | null
  /** Who of the two has blocked the other. */
  readonly blockedBy: readonly string[]
  /** Who of the two the other has blocked: the same, for counting. */
  readonly blocked: readonly string[]
  /** When they became friends, or one asked the other, or that ended. */
  readonly since: Millis
}

export interface PostRow extends StoredDocument {
  readonly authorId: string
  /** Empty once it was deleted. */
  readonly text: string
  /** The name of what was uploaded; absent or null when there is none, and once it was deleted. */
  readonly media?: string | null
  readonly audience: SocialAudience
  readonly createdAt: Millis
  /** What is left of it then shows to a late retry of the posting that it was there; nobody sees it any more. */
  readonly deleted: boolean
}

/** One person's reaction to one post; `_id` is `postId~personId`, so that there is never a second one. */
export interface ReactionRow extends StoredDocument {
  readonly postId: string
  readonly personId: string
  /** One emoji, normalised (`rules/reactionIsOneEmoji.ts`). */
  readonly reaction: string
  readonly reactedAt: Millis
}

export interface CommentRow extends StoredDocument {
  readonly postId: string
  readonly authorId: string
  readonly text: string
  readonly createdAt: Millis
}

export interface StoryRow extends ReceivedStory {
  /** Null when it is a picture or video alone, and once it was deleted. */
  readonly text: string | null
  readonly audience: SocialAudience
}

/** The same whichever of the two comes first. Local ids are base64url, so that nothing else reads as this. */
export function pairId(one: string, other: string): string {
  return one < other ? `${one}~${other}` : `${other}~${one}`
}

/** The other one of two, as the pair's `_id` names them. */
export function otherOf(pair: { readonly _id: string }, person: string): string {
  const [one = '', other = ''] = pair._id.split('~')
  return one === person ? other : one
}

export function reactionId(postId: string, personId: string): string {
  return `${postId}~${personId}`
}
