import type { Millis } from '../../runtime/clock/millis.ts'
import type { TravellingMedia } from '../../runtime/crossposts/operations.ts'

/** A picture or film that cross-posts of one author show. Opaque here; kept in the cross-post, so a plain JSON value. */
export interface MediaRef {
  /** Equal for the same thing: references are compared by it alone. */
  readonly id: string
  /** As it was re-encoded. */
  readonly contentType: string
}

/** What was uploaded for cross-posts, as the aggregate needs it. */
export interface CrosspostMedia {
  /**
   * Takes what was uploaded under this id: null unless it is whole, fit to be shown, and was uploaded by `owner` (the
   * sealed id of the author's profile in the messenger). Taken again by the same owner it is the same reference: an act
   * may be repeated after its process died. Kept until it is released, and at the longest until `until`, so that what
   * was taken for a cross-post that nobody came to write does not stay.
   */
  take(uploadId: string, owner: string, until: Millis): Promise<MediaRef | null>
  /** The bytes, re-encoded already, as an app is sent them; null when there is nothing (any more). */
  read(ref: MediaRef): Promise<TravellingMedia | null>
  /** The cross-post shows it nowhere any more, and never will again. Released twice is released. */
  release(ref: MediaRef): Promise<void>
}
