import { MongoClient } from 'mongodb'
import type { ClientSession, MongoClientOptions } from 'mongodb'
import type { Log } from '../../runtime/log/log.ts'
import { silentLog } from '../../runtime/log/log.ts'
import { compileCollection } from '../document/definition.ts'
import { newestShape } from '../document/downgrade.ts'
import { misuse } from '../document/misuse.ts'
import type { CollectionDefinition, StoredDocument, WholeStorage, WrittenVersion } from '../port.ts'
import { StorageError } from '../port.ts'
import { changesOf } from './changes.ts'
import { MongoCollection } from './collection.ts'
import type { Connection } from './connection.ts'
import { createConnection } from './connection.ts'
import { isDuplicateKey } from './errors.ts'
import { createSnapshot, loadRows } from './whole.ts'

export interface MongoOptions {
  /** `mongodb://…` or `mongodb+srv://…`: a replica set, a sharded cluster, or (for development) a single server. */
  readonly url: string
  /** Default: the one that the URL names, else `concord`. */
  readonly database?: string
  /** How long a command may wait for its answer, in milliseconds; for a server, half as long. Default: 10,000. */
  readonly patienceMs?: number
  /** Hears of the server that was found. Default: nobody. */
  readonly log?: Log
  /** Default: the version of each definition. */
  readonly written?: WrittenVersion
}

/** What `check` writes to. No collection of a definition has a dot in its name. */
const CHECKS = 'concord.checks'

const PATIENCE_MS = 10_000

/**
 * Every write is acknowledged by the majority, from its journal; every read comes from the primary and shows only what
 * the majority has. `retryWrites` is off because connection.ts decides what may be sent again. A write that the majority
 * does not acknowledge in time is told so by the server, before its connection would be given up.
 */
export function clientOptions(patienceMs: number = PATIENCE_MS): MongoClientOptions {
  return {
    appName: 'concord',
    writeConcern: { w: 'majority', journal: true, wtimeoutMS: Math.round(patienceMs * 0.8) },
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    retryWrites: false,
    retryReads: true,
    serverSelectionTimeoutMS: patienceMs / 2,
    connectTimeoutMS: patienceMs / 2,
    waitQueueTimeoutMS: patienceMs / 2,
    socketTimeoutMS: patienceMs,
    ignoreUndefined: false,
  }
}

/**
 * The adapter for MongoDB 4.4 or later, on the official driver. Rejects with `STORE_UNAVAILABLE` when no server answers,
 * and with `STORE_MISUSE` for what is no MongoDB URL.
 */
export async function openMongoStorage(options: MongoOptions): Promise<WholeStorage> {
  const { url, database, patienceMs, log = silentLog, written } = options
  const client = clientOf(url, patienceMs)
  try {
    await client.connect()
  } catch (error) {
    await client.close()
    // The driver's message names hosts, never credentials, and is what an operator needs.
    const cause = error instanceof Error ? error.message : String(error)
    throw new StorageError('STORE_UNAVAILABLE', `MongoDB cannot be reached: ${cause}`, { cause: error })
  }
  const connection = createConnection(client, database ?? databaseOf(url))
  await report(client, log)
  return storageOver(connection, written)
}

/** A store over a connection, which it closes. */
export function storageOver(connection: Connection, written: WrittenVersion = newestShape): WholeStorage {
  const collections = new WeakMap<object, unknown>()
  const open = <D extends StoredDocument>(definition: CollectionDefinition<D>): MongoCollection<D> => {
    const known = collections.get(definition) as MongoCollection<D> | undefined
    if (known !== undefined) return known
    const collection = new MongoCollection(compileCollection(definition), connection, written)
    collections.set(definition, collection)
    return collection
  }
  return {
    collection: open,
    snapshot: () => createSnapshot(connection),
    async load(definition, rows) {
      await open(definition).getMany([])
      return loadRows(connection, definition, rows)
    },
    changes: ({ name }, signal) => changesOf(connection, name, signal),
    async check() {
      await connection.call(() => connection.write((session) => touch(connection, session)))
    },
    close: () => connection.close(),
  }
}

/** Writes, as nothing less shows that the majority takes writes. Two at once may both insert: then one of them did. */
async function touch(connection: Connection, session: ClientSession): Promise<void> {
  const count = { $inc: { rev: 1 } }
  try {
    await connection.rows(CHECKS).findOneAndUpdate({ _id: 'check' }, count, { upsert: true, session })
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

function clientOf(url: string, patienceMs?: number): MongoClient {
  try {
    return new MongoClient(url, clientOptions(patienceMs))
  } catch {
    // The driver's message may quote the URL, and with it a password.
    throw misuse('The URL of the store must be one of MongoDB, such as mongodb://host1,host2/concord?replicaSet=rs0.')
  }
}

/** The database that a URL names, else `concord`. */
export function databaseOf(url: string): string {
  const named = /^[^:]+:\/\/[^/?]+\/([^?]+)/.exec(url)?.[1]
  return named === undefined ? 'concord' : decodeURIComponent(named)
}

/** Only for whoever reads the log: a server that does not tell its version serves as well. */
async function report(client: MongoClient, log: Log): Promise<void> {
  const { version } = await client
    .db()
    .command({ buildInfo: 1 })
    .catch(() => ({ version: 'unknown' }))
  log.info({ version: String(version) }, 'Opened a store in MongoDB')
}
