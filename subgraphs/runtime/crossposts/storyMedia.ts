import type { Millis } from '../clock/millis.ts'
import type { TravellingMedia } from './operations.ts'

/** Who keeps something, and for how long at the most. */
export interface MediaHold {
  /** Lets go by the same word; the next revision of a copy is another holder. */
  readonly holder: string
  /** What nobody has let go by then may be removed. */
  readonly until: Millis
}

/** Where an app keeps the pictures and films of the copies that it shows. */
export interface StoryMedia {
  /**
   * Checks and stores, and answers the name under which the app shows it; null when the app does not take it. May be
   * called again for the same holder and media, and is quick then: the check takes longer than a decision lives.
   */
  keep(authorId: string, media: TravellingMedia, hold: MediaHold): Promise<string | null>
  /** This holder does not need it any more; nothing is left of what has no holder. May be called again. */
  drop(name: string, holder: string): Promise<void>
}

/** A revision of a copy. */
export function holderOf(copyId: string, revision: number): string {
  return `${copyId}.${revision}`
}

/** What a row of stories says of the picture or film that it keeps. */
interface WithMedia {
  readonly _id: string
  readonly crosspost?: { readonly revision: number; readonly media: string | null }
}

/** Lets go of what this story shows, if it does: it has ended, or shows something else now. */
export async function dropMediaOf(media: StoryMedia, { _id, crosspost }: WithMedia): Promise<void> {
  if (crosspost === undefined || crosspost.media === null) return
  await media.drop(crosspost.media, holderOf(_id, crosspost.revision))
}
