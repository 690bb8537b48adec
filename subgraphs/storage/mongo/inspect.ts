import { type Db, MongoClient } from 'mongodb'
import type { IndexInspection } from '../document/inspection.ts'
import { compileCollection } from '../document/definition.ts'
import type { CollectionDefinition } from '../port.ts'
import { storageErrorOf } from './errors.ts'
import { storedName } from './indexes.ts'
import { clientOptions, databaseOf } from './mongo.ts'

/** What an operator wants to know of a server. */
export interface MongoInspection extends IndexInspection {
  readonly version: string
  readonly topology: 'sharded cluster' | 'replica set' | 'single server'
  /** `localTime` of the primary, in milliseconds since the epoch, and the clock of whoever asked before and after. */
  readonly time: { readonly theirs: number; readonly sent: number; readonly received: number }
}

/** How long the server may take for an answer, in milliseconds. */
const PATIENCE_MS = 4_000

/** Looks at the server and its indexes; writes nothing. Rejects with a `StorageError`. */
export async function inspectMongo(
  url: string,
  definitions: readonly CollectionDefinition<never>[],
  wall: () => number,
): Promise<MongoInspection> {
  const client = new MongoClient(url, clientOptions(PATIENCE_MS))
  try {
    const database = client.db(databaseOf(url))
    await database.command({ ping: 1 })
    const sent = wall()
    // Servers before 4.4.2, and some that are like MongoDB, know it by its old name only.
    const hello = await database.command({ hello: 1 }).catch(() => database.command({ isMaster: 1 }))
    const received = wall()
    const { version } = await database.command({ buildInfo: 1 })
    return {
      version: String(version),
      topology: hello['msg'] === 'isdbgrid' ? 'sharded cluster' : hello['setName'] ? 'replica set' : 'single server',
      time: { theirs: Number(hello['localTime']), sent, received },
      ...(await inspectIndexes(database, definitions)),
    }
  } catch (error) {
    throw storageErrorOf(error)
  } finally {
    await client.close()
  }
}

async function inspectIndexes(
  database: Db,
  definitions: readonly CollectionDefinition<never>[],
): Promise<IndexInspection> {
  const opened = new Set((await database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name))
  const missing: string[] = []
  for (const definition of definitions.filter(({ name }) => opened.has(name))) {
    const found = await database.collection(definition.name).indexes()
    const names = new Set(found.map(({ name }) => name))
    for (const index of compileCollection(definition).indexes.values())
      if (!names.has(storedName(index))) missing.push(`${definition.name}.${index.name}`)
  }
  return { missing, unopened: definitions.map(({ name }) => name).filter((name) => !opened.has(name)) }
}
