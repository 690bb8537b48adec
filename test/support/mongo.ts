import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { afterAll, describe, test } from 'vitest'
import { freePort } from '../../bin/house/freePort.ts'
import { type MongoOptions, openMongoStorage } from '../../subgraphs/storage/mongo/mongo.ts'
import type { WholeStorage } from '../../subgraphs/storage/port.ts'

/** A server that speaks MongoDB's protocol, for tests. */
export interface MongoServer extends AsyncDisposable {
  readonly url: string
  /** What it is, for whoever reads the output: `MongoDB 8.0.4`, `mongo-java-server 1.47.0`. */
  readonly name: string
  /** Whether it is MongoDB itself: other servers take write and read concerns and give them no meaning. */
  readonly isMongoDB: boolean
  /** Whether it has change streams: replica sets and sharded clusters have. */
  readonly tellsChanges: boolean
}

const HOW =
  'neither MONGODB_URL nor mongod on the PATH. Run it with `.ci/mongo -- npx vitest run FILE` (Java 17 and Maven), or ' +
  'with MONGODB_URL set.'

/**
 * Registers tests over the server that `MONGODB_URL` names, else over a `mongod` of their own; where there is neither,
 * one line says what was skipped and how to run it.
 */
export async function overMongo(what: string, tests: (server: MongoServer) => void): Promise<void> {
  const server = await findMongo()
  if (server === null) {
    console.info(`Skipped: ${what}, over MongoDB: ${HOW}`)
    test(`${what}, over MongoDB`, ({ skip }) => skip(HOW))
    return
  }
  describe(`${what}, over ${server.name}`, () => {
    afterAll(() => server[Symbol.asyncDispose]())
    tests(server)
  })
}

async function findMongo(): Promise<MongoServer | null> {
  const url = process.env['MONGODB_URL']
  if (url !== undefined && url !== '') return describeServer(url, async () => {})
  return spawnSync('mongod', ['--version'], { stdio: 'ignore' }).status === 0 ? startMongod() : null
}

async function startMongod(): Promise<MongoServer> {
  const directory = mkdtempSync(join(tmpdir(), 'concord-mongod-'))
  const port = await freePort('127.0.0.1')
  const options = ['--dbpath', directory, '--port', String(port), '--bind_ip', '127.0.0.1', '--quiet']
  const child = spawn('mongod', options, { stdio: 'ignore' })
  return describeServer(`mongodb://127.0.0.1:${port}`, async () => {
    child.kill('SIGTERM')
    await once(child, 'close')
    rmSync(directory, { recursive: true, force: true })
  })
}

async function describeServer(url: string, stop: () => Promise<void>): Promise<MongoServer> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 20_000 })
  try {
    const { version, gitVersion } = await client.db('admin').command({ buildInfo: 1 })
    const isMongoDB = gitVersion !== undefined
    const name = process.env['MONGODB_SERVER'] ?? `${isMongoDB ? 'MongoDB' : 'A server like MongoDB'} ${version}`
    const tellsChanges = await hasChangeStreams(client)
    return { url, name, isMongoDB, tellsChanges, [Symbol.asyncDispose]: stop }
  } finally {
    await client.close()
  }
}

async function hasChangeStreams(client: MongoClient): Promise<boolean> {
  const stream = client.db('concord_test').collection('probe').watch([], { maxAwaitTimeMS: 1 })
  try {
    await stream.tryNext()
    return true
  } catch {
    return false
  } finally {
    await stream.close()
  }
}

/** A database of its own. */
export interface MongoDatabase {
  readonly name: string
  /** The server's, with the name. */
  readonly url: string
  open(options?: Partial<MongoOptions>): Promise<WholeStorage>
  drop(): Promise<void>
}

let made = 0

export function createDatabase({ url }: MongoServer): MongoDatabase {
  const name = `concord_test_${process.pid}_${++made}`
  const named = new URL(url.replace(/,[^/]*/, ''))
  return {
    name,
    url: `${url.replace(/(\/\/[^/?]+).*$/, '$1')}/${name}${named.search}`,
    open: (options) => openMongoStorage({ url, database: name, ...options }),
    async drop() {
      const client = new MongoClient(url)
      await client.db(name).dropDatabase()
      await client.close()
    },
  }
}
