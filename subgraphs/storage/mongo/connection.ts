import type { ChangeStream, ClientSession, Collection, MongoClient, Timestamp } from 'mongodb'
import { didNothing, storageErrorOf, storeClosed } from './errors.ts'
import type { MongoRow } from './rows.ts'

export type RowCollection = Collection<MongoRow>

/** A change as `watch` tells it: no values. */
export interface RowChange {
  readonly _id: unknown
  readonly operationType: string
  readonly documentKey?: { readonly _id?: unknown }
  readonly clusterTime?: Timestamp
}

/** How long the server may wait for a change before it says that there was none, in milliseconds, at the most. */
const WATCH_MS = 1_000

/**
 * The way of every command to the server. Every one runs in a session of its own that begins where this store's newest
 * answer ended (`afterClusterTime`): so a read sees every write that was acknowledged before it began in this process,
 * also on a primary that was elected a moment ago, which read concern majority alone does not promise. No read needs to
 * be linearizable: the port allows a plain read to be a turn old, and what must not act on an old state is a guarded
 * write, which the primary decides on its newest state.
 */
export interface Connection {
  rows(collection: string): RowCollection
  /** The collections that lie in the database, by the names of their definitions. */
  names(): Promise<readonly string[]>
  /** A call of the port: refused when the store is closed, waited for when it closes, its errors in the port's terms. */
  call<T>(act: () => Promise<T>): Promise<T>
  /** A command that only reads. The driver sends it a second time when the connection broke or the primary changed. */
  read<T>(command: (session: ClientSession) => Promise<T>): Promise<T>
  /**
   * A command that writes. Sent a second time only when the first surely did nothing (`didNothing`): an insert or a
   * guarded write that had been applied would answer the second time that it lost, and an increment would count twice.
   */
  write<T>(command: (session: ClientSession) => Promise<T>): Promise<T>
  /**
   * What the server tells from now on of the writes to a collection. Neither waited for when the store closes, nor begun
   * anew by this store when it breaks.
   */
  watch(collection: string): ChangeStream<MongoRow, RowChange>
  /** This store's reads see whatever the server had at that time. */
  heardOf(time: Timestamp): void
  /** Runs these acts one after the other, over all collections. */
  inTurn<T>(act: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

export function createConnection(client: MongoClient, database: string): Connection {
  const underWay = new Set<Promise<unknown>>()
  let newest: Timestamp | undefined
  let closing: Promise<void> | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function inSession<T>(command: (session: ClientSession) => Promise<T>): Promise<T> {
    const session = client.startSession({ causalConsistency: true })
    try {
      if (newest !== undefined) session.advanceOperationTime(newest)
      const answer = await command(session)
      // Not after a failure: what was not acknowledged may be rolled back, and waiting for it would be in vain.
      if (session.operationTime !== undefined) heardOf(session.operationTime)
      return answer
    } finally {
      await session.endSession()
    }
  }

  function heardOf(time: Timestamp): void {
    if (newest === undefined || time.greaterThan(newest)) newest = time
  }

  async function call<T>(act: () => Promise<T>): Promise<T> {
    if (closing !== null) throw storeClosed()
    const running = act()
    underWay.add(running)
    try {
      return await running
    } catch (error) {
      throw storageErrorOf(error)
    } finally {
      underWay.delete(running)
    }
  }

  return {
    rows: (collection) => client.db(database).collection<MongoRow>(collection),
    async names() {
      const found = await client.db(database).listCollections({}, { nameOnly: true }).toArray()
      // What has a dot in its name is the adapter's own, or the server's.
      return found.map(({ name }) => name).filter((name) => !name.includes('.'))
    },
    call,
    read: inSession,
    write: (command) =>
      inSession(command).catch((error: unknown) => {
        if (didNothing(error)) return inSession(command)
        throw error
      }),
    watch: (collection) => {
      // Well before the connection is given up because nothing came.
      const maxAwaitTimeMS = Math.min(WATCH_MS, client.options.socketTimeoutMS / 2 || WATCH_MS)
      const told = { $project: { operationType: 1, documentKey: 1, clusterTime: 1 } }
      return client.db(database).collection<MongoRow>(collection).watch([told], { maxAwaitTimeMS })
    },
    heardOf,
    inTurn(act) {
      const turn = last.then(act)
      last = turn.catch(() => {})
      return turn
    },
    async close() {
      closing ??= Promise.allSettled(underWay).then(() => client.close())
      await closing
    },
  }
}
