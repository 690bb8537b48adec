import type { Collection, Guard, NewDocument } from '../../storage/port.ts'
import type { Millis } from '../clock/millis.ts'
import type { App } from '../identity/identity.ts'
import type { Living } from '../lifetimes/endEarly.ts'
import type { Kept } from '../lifetimes/sweeper.ts'

/** A story of an app: posted in it, or the copy of a status. One whose `expiresAt` is 0 has ended, for good. */
export interface ReceivedStory extends Living, Kept {
  readonly authorId: string
  /** One of the app's own. */
  readonly audience: string
  readonly postedAt: Millis
  readonly crosspostedFrom: App | null
  /** What makes it a copy. Absent in stories that were posted in the app. */
  readonly crosspost?: CopyState
}

export interface CopyState {
  /** Which put it is as of; 0 when it ended before the first. */
  readonly revision: number
  /** The name of its picture or film; still there when it has ended, until it is swept. */
  readonly media: string | null
}

/** A row of stories as it is written for a copy. */
export type CopyRow<D extends ReceivedStory> = NewDocument<D> & { readonly crosspost: CopyState }

/** What became of a put at its row: written, or found there already in this or a newer revision, or not written. */
export type Written = 'WRITTEN' | 'SAME' | 'NEWER' | 'ENDED' | 'TOO_LATE'

/** The rows of copies: one for each key, ended ones included. Each step is one guarded write, so that races are decided here. */
export interface Copies<D extends ReceivedStory> {
  /** Whether a put of this revision would still change something, as far as a plain read can tell. */
  waitsFor(copyId: string, revision: number): Promise<boolean>
  /** Makes the row, or brings it to this revision. `inTime` is asked right before each write. */
  write(row: CopyRow<D>, inTime: () => boolean): Promise<Written>
  /** Ends the row, or leaves this tombstone where there is none. */
  end(tombstone: CopyRow<D>): Promise<void>
}

export interface CopiesOptions<D extends ReceivedStory> {
  readonly stories: Collection<D>
  /** The fields that hold what a copy shows, as they are when it has ended. */
  readonly emptied: object
  /** This is not shown any more: it has ended, or was overwritten. */
  readonly passed: (row: D) => Promise<void>
}

export function createCopies<D extends ReceivedStory>({ stories, emptied, passed }: CopiesOptions<D>): Copies<D> {
  const read = async (copyId: string): Promise<D | null> => (await stories.getMany([copyId]))[0] ?? null

  async function write(row: CopyRow<D>, inTime: () => boolean): Promise<Written> {
    const { _id, ...set } = row
    const { revision } = row.crosspost
    for (;;) {
      const there = await read(_id)
      if (there !== null && hasEnded(there)) return 'ENDED'
      if (there !== null && revisionOf(there) >= revision) {
        // Somebody may have ended it since: a plain read may be a turn old, a guarded write is of now.
        if (await stories.patch(_id, guardOf(there), {})) return revisionOf(there) > revision ? 'NEWER' : 'SAME'
        continue
      }
      if (!inTime()) return 'TOO_LATE'
      if (there === null) {
        if ((await stories.insert(row)) === 'inserted') return 'WRITTEN'
      } else if (await stories.patch(_id, guardOf(there), { set })) {
        await passed(there)
        return 'WRITTEN'
      }
      // Lost to another put or to an end: look at what it left.
    }
  }

  async function end(tombstone: CopyRow<D>): Promise<void> {
    const { _id } = tombstone
    for (;;) {
      const there = await read(_id)
      if (there === null) {
        if ((await stories.insert(tombstone)) === 'inserted') return
      } else if (hasEnded(there)) {
        return
      } else if (await stories.patch(_id, guardOf(there), { set: { ...emptied, expiresAt: 0 } })) {
        return passed(there)
      }
    }
  }

  return {
    async waitsFor(copyId, revision) {
      const there = await read(copyId)
      return there === null || (!hasEnded(there) && revisionOf(there) < revision)
    },
    write,
    end,
  }
}

function hasEnded({ expiresAt }: ReceivedStory): boolean {
  return expiresAt === 0
}

function revisionOf({ crosspost }: ReceivedStory): number {
  return crosspost?.revision ?? 0
}

/** Nobody has ended it, its author included, and no other put has come since it was read. */
function guardOf({ expiresAt, crosspost }: ReceivedStory): Guard {
  return { expiresAt, 'crosspost.revision': crosspost?.revision ?? null }
}
