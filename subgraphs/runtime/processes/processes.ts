import type { CollectionDefinition, Storage, StoredDocument } from '../../storage/port.ts'
import type { Clock } from '../clock/clock.ts'
import type { Millis } from '../clock/millis.ts'
import type { KeyFingerprints } from '../keys/fingerprints.ts'
import type { KnownShapes } from '../shapes/shapes.ts'

/** What a process says of itself, for `concord doctor`: no secret, and nothing of any person. */
export interface ProcessReport {
  /** Random, made at its start. */
  readonly id: string
  /** The command: `start`, `gateway`, `subgraph photo`. */
  readonly role: string
  readonly version: string
  readonly node: string
  /** The machine's name, and its number of the process. */
  readonly host: string
  readonly pid: number
  /** By which processes see that they share their keys, without the keys (`keyFingerprints`). */
  readonly keys: Pick<KeyFingerprints, 'permanent' | 'root' | 'token'>
  /** By its own clock. */
  readonly startedAt: Millis
  /** Whether it sees that clocks differ, and holds consented data back. */
  readonly clocksDiffer: boolean
  /** Which documents it reads: none where it has no store. Absent where an older release runs, which does not say. */
  readonly shapes?: KnownShapes
}

export interface ProcessRow extends StoredDocument, Omit<ProcessReport, 'id'> {
  /** By the clock of whoever wrote it: the process itself, or for a gateway, which has no store, `accounts`. */
  readonly seenAt: Millis
}

export const PROCESSES: CollectionDefinition<ProcessRow> = {
  name: 'house_processes',
  version: 1,
  indexes: [{ name: 'bySeenAt', eq: [], order: 'seenAt' }],
}

/** How often a process says that it is there, in milliseconds. */
export const BEAT_MS = 10_000
/** One that was not seen for so long is gone. */
export const GONE_MS = 3 * BEAT_MS
/** Those of them that run at this time. */
export function runningOf(rows: readonly ProcessRow[], now: Millis): readonly ProcessRow[] {
  return rows.filter(({ seenAt }) => now - seenAt < GONE_MS)
}

/** How long one that is gone can be looked up. */
const KEEP_MS = 3_600_000
/** However often processes start: the longest gone are forgotten first. */
export const MOST_PROCESSES = 500

/** Where processes say that they are there. */
export interface ProcessBook {
  put(report: ProcessReport): Promise<void>
  /** It ended as it should. */
  forget(id: string): Promise<void>
}

/** The book in the store; `sweep` keeps it short. */
export interface StoredProcessBook extends ProcessBook {
  /** All that are kept, the longest not seen first. */
  list(): Promise<readonly ProcessRow[]>
}

export function openProcessBook(storage: Storage, clock: Pick<Clock, 'wall'>): StoredProcessBook {
  const rows = storage.collection(PROCESSES)
  const list = async (): Promise<readonly ProcessRow[]> =>
    (await rows.page('bySeenAt', {}, { limit: 2 * MOST_PROCESSES })).items

  /** At each start, so that it is bounded by how many start. */
  async function sweep(): Promise<void> {
    const all = await list()
    const oldest = clock.wall() - KEEP_MS
    const tooMany = all.length - MOST_PROCESSES
    const gone = all.filter(({ seenAt }, index) => seenAt < oldest || index < tooMany)
    await Promise.all(gone.map(({ _id }) => rows.delete(_id)))
  }

  return {
    list,
    async put({ id, ...report }) {
      const set = { ...report, seenAt: clock.wall() }
      if ((await rows.patch(id, {}, { set })) !== null) return
      await rows.insert({ _id: id, ...set })
      await sweep()
    },
    async forget(id) {
      await rows.delete(id)
    },
  }
}
