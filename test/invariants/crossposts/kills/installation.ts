import type { ExecutionResult } from 'graphql'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../../../bin/house/freePort.ts'
import { systemClock } from '../../../../subgraphs/runtime/clock/systemClock.ts'
import { CALL_HEADER, createHeaderSigner } from '../../../../subgraphs/runtime/identity/header.ts'
import { openKeys } from '../../../../subgraphs/runtime/keys/keys.ts'
import { callKey } from '../../../../subgraphs/runtime/keys/uses.ts'
import { systemRandom } from '../../../../subgraphs/runtime/random/systemRandom.ts'
import { openLmdbStorage } from '../../../../subgraphs/storage/lmdb/lmdb.ts'
import type { Storage } from '../../../../subgraphs/storage/port.ts'
import { type Child, concord } from '../../../support/child.ts'
import { createCleanup } from '../../../support/cleanup.ts'
import { ROOT_SECRET } from '../../../support/demoData.ts'
import type { MongoDatabase } from '../../../support/mongo.ts'
import { people, type Profiles } from '../people.ts'
import { type Place, PLACES, serviceAt } from '../running.ts'
import type { Heard } from '../mail.ts'
import type { Request } from '../stage.ts'

/** The subgraphs as `concord subgraph` runs them, a process each (accounts twice), over one store. */
export interface Installation extends AsyncDisposable {
  readonly profiles: Profiles
  /** The same store as this process sees it. */
  readonly store: Storage
  /** kill -9; resolves when the process is gone. */
  kill(place: Place): Promise<void>
  /** Starts it at the address where it was; resolves when it listens. */
  start(place: Place): Promise<void>
  /** `LOST` when the process is not there, or dies before it answers. */
  ask(place: Place, request: Request): Promise<Heard>
}

const HOST = '127.0.0.1'

/** `database`: a MongoDB. Default: an embedded store. */
export async function openInstallation(database?: MongoDatabase): Promise<Installation> {
  const cleanup = createCleanup()
  const directory = await mkdtemp(join(tmpdir(), 'concord-crossposts-'))
  cleanup.add(() => rm(directory, { recursive: true, force: true }))
  const store = await (database?.open() ?? openLmdbStorage({ directory: join(directory, 'store') }))
  cleanup.add(() => store.close())
  const profiles = await people(store, systemClock)
  const ports = new Map<Place, number>()
  for (const place of PLACES) ports.set(place, await freePort(HOST))
  const urlOf = (place: Place): string => `http://${HOST}:${ports.get(place)}/graphql`
  const subgraphs = Object.fromEntries(PLACES.map((place) => [place, urlOf(place)]))
  const config = join(directory, 'concord.yaml')
  // JSON is YAML.
  const stored = database === undefined ? {} : { store: database.url }
  writeFileSync(config, JSON.stringify({ data: directory, subgraphs, log: { level: 'error' }, ...stored }))

  const children = new Map<Place, Child>()
  async function start(place: Place): Promise<void> {
    const args = ['subgraph', serviceAt(place), '--config', config, '--port', String(ports.get(place))]
    const child = concord(args, { env: { CONCORD_ROOT_SECRET: ROOT_SECRET } })
    children.set(place, child)
    await child.prints(/listens on/)
  }
  cleanup.add(() => Promise.all([...children.values()].map((child) => child[Symbol.asyncDispose]())))
  await Promise.all(PLACES.map(start))

  return {
    profiles,
    store,
    start,
    async kill(place) {
      children.get(place)?.kill('SIGKILL')
      await children.get(place)?.ended
    },
    ask: (place, request) => ask(place, urlOf(place), request),
    [Symbol.asyncDispose]: cleanup.run,
  }
}

const keys = openKeys({ configured: { rootSecret: ROOT_SECRET } })

async function ask(place: Place, url: string, { query, variables, identity }: Request): Promise<Heard> {
  const audience = serviceAt(place)
  const key = callKey(keys, 'gateway', audience)
  const sign = createHeaderSigner({ audience, key, clock: systemClock, random: systemRandom })
  const body = JSON.stringify({ query, variables })
  const headers = { 'content-type': 'application/json', [CALL_HEADER]: sign(body, { ...identity, timeoutMs: 15_000 }) }
  try {
    const response = await fetch(url, { method: 'POST', headers, body })
    return (await response.json()) as ExecutionResult
  } catch {
    return 'LOST'
  }
}
