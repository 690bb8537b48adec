import { checkScan } from '../document/requests.ts'
import { toLoad } from '../document/stored.ts'
import type { CollectionDefinition, Snapshot, StoredDocument, StoredRow } from '../port.ts'
import type { Connection } from './connection.ts'
import { isDuplicateKey } from './errors.ts'
import type { MongoRow } from './rows.ts'
import { documentOf, rowOf } from './rows.ts'

/**
 * Reads the collections as they are when each document is met. MongoDB could read one moment of a replica set, for five
 * minutes and not on every server that speaks its protocol; a backup takes as long as it takes, so that this is not used.
 */
export async function createSnapshot(connection: Connection): Promise<Snapshot> {
  const names = await connection.call(() => connection.names())
  const collections = await Promise.all(
    names.map(async (name) => ({
      name,
      documents: await connection.call(() => connection.rows(name).estimatedDocumentCount()),
    })),
  )
  let closed = false
  return {
    isOneMoment: false,
    collections,
    async scan(collection, after, limit) {
      checkScan(limit, closed)
      return connection.call(async () => {
        const filter = after === null ? {} : { _id: { $gt: after } }
        const options = { sort: { _id: 1 }, limit, batchSize: limit + 1 } as const
        const rows = await connection.read((session) =>
          connection
            .rows(collection)
            .find(filter, { ...options, session })
            .toArray(),
        )
        return rows.map(storedRow)
      })
    },
    close: () => void (closed = true),
  }
}

/** As `WholeStorage.load` has it; the collection is open, so that its unique indexes are there. */
export function loadRows<D extends StoredDocument>(
  connection: Connection,
  definition: CollectionDefinition<D>,
  rows: readonly StoredRow[],
): Promise<readonly string[]> {
  return connection.call(async () => {
    const given = rows.map((row) => rowOf({ version: row.version, document: toLoad(row, definition) }))
    const refused: string[] = []
    for (let at = 0; at < given.length; at += AT_ONCE) {
      const some = given.slice(at, at + AT_ONCE)
      const loaded = await Promise.all(some.map((row) => insert(connection, definition.name, row)))
      refused.push(...some.flatMap(({ _id }, place) => (loaded[place] === true ? [] : [_id])))
    }
    return refused
  })
}

/** Fewer than the driver has connections: on a busy server those that wait for one would run out of patience. */
const AT_ONCE = 50

async function insert(connection: Connection, collection: string, row: MongoRow): Promise<boolean> {
  try {
    await connection.write((session) => connection.rows(collection).insertOne(row, { session }))
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

function storedRow(row: MongoRow): StoredRow {
  return { version: row.version, document: documentOf(row) as StoredRow['document'] }
}
