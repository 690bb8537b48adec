import type { ClientSession, Collection, MongoClient, Timestamp } from 'mongodb'
import { didNothing, storageErrorOf, storeClosed } from './errors.ts'
import type { MongoRow } from './rows.ts'

export type RowCollection = Collection<MongoRow>

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
      const { operationTime } = session
      if (operationTime !== undefined && (newest === undefined || operationTime.greaterThan(newest)))
        newest = operationTime
      return answer
    } finally {
      await session.endSession()
    }
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
