import { open } from 'lmdb'
import type { Database, RootDatabase } from 'lmdb'
import { StorageError } from '../port.ts'
import type { BaseCheck } from './base.ts'
import { createBaseCheck, StaleBase } from './base.ts'
import { storeDirectory } from './directory.ts'
import { storageErrorOf, writeErrorOf } from './errors.ts'
import { BYTE_KEYS, catalogKey } from './keys.ts'

/** The version of everything below: how keys, documents and the catalog are written. */
const FORMAT = '1'

/** How many writes may wait for one commit: it bounds the transaction, and how long its callbacks hold the event loop. */
const MOST_IN_FLIGHT = 500

/** How often a write that met a stale base begins again. Each time needs another process to open the store meanwhile. */
const MOST_TRIES = 20

/** An open LMDB environment: one ordered tree, and the two ways to touch it. */
export interface Environment {
  /**
   * Everything, by the kinds of keys in keys.ts: documents (`[version, document]` as JSON), entries of indexes and the
   * catalog. One tree without a name, because opening it writes nothing: see base.ts.
   */
  readonly database: Database<string, string>
  /** Reads what is newest, in one snapshot. `look` must be synchronous and keep no cursor. */
  readonly read: <T>(look: () => T) => T
  /**
   * Runs `change` inside the write transaction, where reads see the newest state and no other process writes. Resolves
   * with its answer when that is on disk; when it throws, nothing of it happened. It must be synchronous and may run
   * more than once, of which one counts.
   */
  readonly write: <T>(change: () => T) => Promise<T>
  /** Keeps the newest state to be read over many turns, until it is released. */
  readonly hold: () => HeldState
}

/** One state of the store. While it is held, LMDB uses none of its pages again, so that the file may grow. */
export interface HeldState {
  /** Up to `limit` entries with a key after `start` (exclusive) and before `end`. */
  readonly range: (start: string, end: string, limit: number) => { readonly key: string; readonly value: string }[]
  readonly count: (start: string, end: string) => number
  /** Must come before the environment is closed. */
  readonly release: () => void
}

interface Shared {
  readonly environment: Environment
  readonly close: () => Promise<void>
  users: number
  closing: Promise<void> | null
}

// LMDB allows a process to open an environment once only, so that all users of a directory share it.
const opened = new Map<string, Shared>()

/** The environment in this directory (made when absent), and how to let go of it: the last user closes it. */
export async function acquireEnvironment(
  directory: string,
): Promise<{ environment: Environment; release: () => Promise<void> }> {
  const path = storeDirectory(directory)
  while (opened.get(path)?.closing) await opened.get(path)?.closing
  let shared = opened.get(path)
  if (shared === undefined) opened.set(path, (shared = openShared(path)))
  const mine = shared
  mine.users++
  const release = async (): Promise<void> => {
    if (--mine.users > 0) return
    mine.closing = mine.close().finally(() => opened.delete(path))
    await mine.closing
  }
  try {
    await checkFormat(mine.environment)
  } catch (error) {
    await release()
    throw error
  }
  return { environment: mine.environment, release }
}

function openShared(path: string): Shared {
  try {
    const root = open<string, string>({
      path,
      // The name would be taken for a file if it had a dot in it.
      noSubdir: false,
      // Without this a promise resolves before the disk has the data.
      overlappingSync: false,
      encoding: 'string',
      keyEncoder: BYTE_KEYS,
    })
    const base = createBaseCheck(root, path)
    const admit = gate(MOST_IN_FLIGHT)
    const environment: Environment = {
      database: root,
      read(look) {
        // lmdb keeps a snapshot for the rest of the turn, or longer under load; a new one costs two microseconds.
        root.resetReadTxn()
        return attempt(look)
      },
      write: (change) => admit(() => durably(root, base, change)),
      hold: () => holdState(root),
    }
    return { environment, close: () => root.close().finally(base.close), users: 0, closing: null }
  } catch (error) {
    throw storageErrorOf(error)
  }
}

function attempt<T>(look: () => T): T {
  try {
    return look()
  } catch (error) {
    throw storageErrorOf(error)
  }
}

function holdState(root: Environment['database'] & Pick<RootDatabase, 'resetReadTxn'>): HeldState {
  // A snapshot that a read of this turn made would be older, and shared with whoever reads next.
  root.resetReadTxn()
  const transaction = attempt(() => root.useReadTransaction())
  return {
    range: (start, end, limit) =>
      attempt(() => [...root.getRange({ start, end, exclusiveStart: true, limit, transaction })]),
    count: (start, end) => attempt(() => root.getKeysCount({ start, end, transaction })),
    release: () => transaction.done(),
  }
}

async function durably<T>(root: RootDatabase<string, string>, base: BaseCheck, change: () => T): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      // A childTransaction, unlike a transaction, is rolled back when its callback throws.
      const written = root.childTransaction(() => {
        base.check()
        return change()
      })
      hearOfBatch(root)
      return await written
    } catch (error) {
      if (!(error instanceof StaleBase) || tries === MOST_TRIES) throw await writeErrorOf(error)
    }
  }
}

/**
 * lmdb begins what was written in a turn as one batch, after the turn, and makes a promise for the batch that it gives to
 * nobody: when a commit fails (a full disk), that would end the process as an unhandled rejection. Who wrote is told by
 * the promise of the write.
 */
function hearOfBatch(root: Pick<RootDatabase, 'committed'>): void {
  setImmediate(() => {
    root.committed.then(undefined, () => undefined)
  })
}

/** Lets `most` calls run at once and the others wait for their turn, in order. */
function gate(most: number): <T>(run: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (run) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await run()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running--
      else next()
    }
  }
}

/** Always a write transaction: the first one after opening is the one that base.ts wants soon. */
async function checkFormat({ database, write }: Environment): Promise<void> {
  const found = await write(() => {
    const written = database.get(catalogKey('format'))
    if (written === undefined) void database.put(catalogKey('format'), FORMAT)
    return written ?? FORMAT
  })
  if (found === FORMAT) return
  throw new StorageError(
    'STORE_TOO_NEW',
    `The store is written in format ${found}, but this release reads format ${FORMAT}. Use the release that wrote it.`,
  )
}
