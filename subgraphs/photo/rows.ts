import type { Millis } from '../runtime/clock/millis.ts'
import type { ReceivedStory } from '../runtime/crossposts/copies.ts'
import type { Creation, HandleClaim } from '../runtime/profiles/claimProfile.ts'
import type { Reach } from '../runtime/profiles/newProfile.ts'
import type { StoredDocument } from '../storage/port.ts'

export interface SettingsRow {
  readonly whoMayTag: Reach
  readonly whoMayMessage: Reach
  /** `light`, `dark` or `system`. */
  readonly theme: string
  /** BCP 47. */
  readonly language: string
}

/** A person in the photo app; `_id` is the local id. */
export interface ProfileRow extends StoredDocument {
  /** Normalised (`rules/usernameIsNormalised.ts`). What finds the profile is the claim of it, not this field. */
  readonly username: string
  readonly displayName: string
  readonly bio: string | null
  /** Followers must be accepted, and everything but the name is for them only. */
  readonly private: boolean
  /** Kept for age bands only, in no schema. */
  readonly birthYear: number
  readonly settings: SettingsRow
  readonly createdAt: Millis
}

export type CreationRow = Creation

/** Search reads the claim too: what it looks up is long, and would weigh on every photo whose author is read. */
export interface UsernameRow extends HandleClaim {
  /** What a search finds it by (`rules/searchFindsWordBeginnings.ts`); empty while the profile is private. */
  readonly searchPrefixes: readonly string[]
}

/** The follower follows the followee, or asks to; `_id` is `followerId:followeeId`. */
export interface FollowRow extends StoredDocument {
  readonly followerId: string
  readonly followeeId: string
  readonly state: 'REQUESTED' | 'FOLLOWING'
  /** Since when it is in this state. */
  readonly since: Millis
}

export interface PhotoRow extends StoredDocument {
  readonly authorId: string
  /** A name in `pictures/catalogue.ts`; null for a photo that was uploaded. */
  readonly picture: string | null
  /** The name of what was uploaded; absent or null otherwise. */
  readonly media?: string | null
  readonly caption: string | null
  readonly takenAt: Millis | null
  /** The place in feeds. */
  readonly publishedAt: Millis
}

/** `_id` is `photoId:profileId`. */
export interface LikeRow extends StoredDocument {
  readonly photoId: string
  readonly profileId: string
  readonly likedAt: Millis
}

/** Nothing makes one yet: commenting is a mutation of a later version. */
export interface CommentRow extends StoredDocument {
  readonly photoId: string
  readonly authorId: string
  readonly text: string
  readonly createdAt: Millis
}

export interface StoryRow extends ReceivedStory {
  readonly caption: string | null
  /** A name in `pictures/catalogue.ts`; null for a story of words. */
  readonly picture: string | null
  readonly audience: 'FOLLOWERS' | 'EVERYONE'
  /** Also the place in lists. 0 once it was deleted. */
  readonly expiresAt: Millis
}

/** The `_id` of a like: nobody likes a photo twice. */
export function likeId(photoId: string, profileId: string): string {
  return `${photoId}:${profileId}`
}
