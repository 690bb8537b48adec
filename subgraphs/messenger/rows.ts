import type { Millis } from '../runtime/clock/millis.ts'
import type { Creation, HandleClaim } from '../runtime/profiles/claimProfile.ts'
import type { Reach } from '../runtime/profiles/newProfile.ts'
import type { Kept } from '../runtime/lifetimes/sweeper.ts'
import type { WithOutbox } from '../runtime/outbox/state.ts'
import type { StoredDocument } from '../storage/port.ts'

export type StatusKind = 'TEXT' | 'IMAGE' | 'VIDEO'

export interface SettingsRow {
  readonly whoMayMessage: Reach
  readonly lastSeen: Reach
  readonly theme: string
  /** BCP 47. */
  readonly language: string
}

/** A person in the messenger; `_id` is the local id. */
export interface ProfileRow extends StoredDocument {
  /** Normalised (`rules/handleIsNormalised.ts`). What finds the profile is the claim of it, not this field. */
  readonly handle: string
  readonly displayName: string
  readonly about: string | null
  /** Private: for age bands only, in no schema. */
  readonly birthYear: number
  /** A topic of the published vocabulary; null for people who are no business. */
  readonly businessCategory: string | null
  readonly settings: SettingsRow
  readonly createdAt: Millis
}

export type HandleRow = HandleClaim

export type CreationRow = Creation

/** Its outbox holds what accounts has to be told. */
export interface StatusRow extends WithOutbox, Kept {
  readonly authorId: string
  readonly kind: StatusKind
  /** The conversation of kind STATUS_AUDIENCE that may see it; null means the author's mutual contacts. */
  readonly audienceId: string | null
  /** Base64url of one MLS message; null when it was posted without content, and once it was deleted. */
  readonly ciphertext: string | null
  readonly postedAt: Millis
  /** 0 once it was deleted. */
  readonly expiresAt: Millis
  /**
   * Opaque, from accounts: the cross-post that has to be told when this is deleted. Absent while nobody shares it; all
   * that the messenger ever knows of it, and shown to nobody.
   */
  readonly crosspostId?: string
}

/** Somebody saw a status; `_id` is `statusId:viewerId`. */
export interface StatusViewRow extends StoredDocument {
  readonly statusId: string
  readonly viewerId: string
  readonly viewedAt: Millis
}

/** The owner has added the contact; `_id` is `ownerId:contactId`. Says nothing about the other way round. */
export interface ContactRow extends StoredDocument {
  readonly ownerId: string
  readonly contactId: string
  readonly addedAt: Millis
}

/** No device can be registered yet: nothing makes a row of this type. */
export interface DeviceRow {
  readonly _id: string
  readonly ownerId: string
  readonly name: string
  readonly identityKey: string
  readonly addedAt: Millis
}

/** No conversation can be started yet: nothing makes a row of this type. */
export interface ConversationRow {
  readonly _id: string
  readonly kind: 'DIRECT' | 'GROUP' | 'STATUS_AUDIENCE'
  readonly epoch: number
  readonly memberIds: readonly string[]
}

/** No message can be sent yet: nothing makes a row of this type. */
export interface MessageRow {
  readonly _id: string
  readonly conversationId: string
  readonly senderDeviceId: string
  readonly kind: 'APPLICATION' | 'COMMIT' | 'WELCOME'
  readonly ciphertext: string
  readonly sentAt: Millis
}
