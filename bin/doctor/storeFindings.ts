import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { DELTA } from '../../subgraphs/runtime/grants/constants.ts'
import type { Keys } from '../../subgraphs/runtime/keys/keys.ts'
import type { IndexInspection } from '../../subgraphs/storage/document/inspection.ts'
import type { CollectionDefinition, Storage } from '../../subgraphs/storage/port.ts'
import { unfinishedRestore } from '../backup/unfinished.ts'
import type { Configuration } from '../configuration.ts'
import { isForeignStore } from '../house/installation.ts'
import { type Finding, inWords, surelyAhead } from './finding.ts'

const area = 'store'

/** Whether it can be read and written. */
export async function writableFinding(storage: Storage): Promise<Finding> {
  try {
    await storage.check()
    return { area, what: 'reachable, writable', status: 'ok', found: 'a write was acknowledged' }
  } catch (error) {
    return unusable('reachable, writable', error)
  }
}

/** Whether it is of this installation. */
export async function ownerFinding(storage: Storage, keys: Keys): Promise<Finding> {
  const what = 'belongs to us'
  if (!(await isForeignStore(storage, keys))) return { area, what, status: 'ok', found: 'ids open with our secret' }
  const found = 'its ids were made with another secret'
  const todo = 'Configure the secret of its first day as keys.permanentSecret, or another store.'
  return { area, what, status: 'fail', found, todo }
}

/** Whether all of it is there: a restore that did not end leaves a part; null when nothing was restored by halves. */
export async function restoreFinding(storage: Storage): Promise<Finding | null> {
  const unfinished = await unfinishedRestore(storage)
  if (unfinished === null) return null
  const { begunAt, backupOf, todo } = unfinished
  const found = `a part of the backup of ${backupOf}: its restore began ${begunAt} and did not end`
  return { area, what: 'whole', status: 'fail', found, todo: `Nothing starts on it. ${todo}` }
}

/** Whether there is a store to look at: looking makes none. */
export function hasStore({ data, store }: Configuration): boolean {
  return store !== undefined || existsSync(join(data, 'store'))
}

/** Which store, its indexes, and how its clock stands to ours. */
export async function storeFindings(
  { data, store }: Configuration,
  definitions: readonly CollectionDefinition<never>[],
  clock: Clock,
): Promise<readonly Finding[]> {
  try {
    return store === undefined
      ? await embeddedFindings(join(data, 'store'), definitions)
      : await mongoFindings(store, definitions, clock)
  } catch (error) {
    return [unusable('server', error)]
  }
}

async function embeddedFindings(
  directory: string,
  definitions: readonly CollectionDefinition<never>[],
): Promise<readonly Finding[]> {
  const { inspectLmdbIndexes } = await import('../../subgraphs/storage/lmdb/inspectIndexes.ts')
  return [
    { area, what: 'kind', status: 'ok', found: `embedded, in ${directory}` },
    indexFinding(await inspectLmdbIndexes(directory, definitions), definitions),
    { area, what: 'clock', status: 'ok', found: 'of this machine, as that of all processes on it' },
  ]
}

async function mongoFindings(
  url: string,
  definitions: readonly CollectionDefinition<never>[],
  clock: Clock,
): Promise<readonly Finding[]> {
  const { inspectMongo } = await import('../../subgraphs/storage/mongo/inspect.ts')
  const { version, topology, time, ...indexes } = await inspectMongo(url, definitions, () => clock.wall())
  const single = topology === 'single server'
  const kind: Finding = { area, what: 'kind', status: single ? 'warn' : 'ok', found: `MongoDB ${version}, ${topology}` }
  const todo = 'For data that must outlive a machine, use a replica set of three.'
  return [single ? { ...kind, todo } : kind, indexFinding(indexes, definitions), clockFinding(time)]
}

function indexFinding(
  { missing, unopened }: IndexInspection,
  definitions: readonly CollectionDefinition<never>[],
): Finding {
  const what = 'indexes'
  const rest = unopened.length === 0 ? '' : `; ${unopened.length} collections are not in use yet`
  if (missing.length === 0)
    return { area, what, status: 'ok', found: `those of ${definitions.length - unopened.length} collections${rest}` }
  const todo =
    'They are built when a process first uses the collection, and reads wait for it: start one and look again.'
  return { area, what, status: 'warn', found: `missing or not whole: ${missing.join(', ')}`, todo }
}

function clockFinding(time: Parameters<typeof surelyAhead>[0]): Finding {
  const ahead = surelyAhead(time)
  const what = 'clock'
  const asked = `asked within ${time.received - time.sent} ms`
  if (Math.abs(ahead) <= DELTA) return { area, what, status: 'ok', found: `agrees with ours (${asked})` }
  const found = `${Math.abs(ahead)} ms ${ahead > 0 ? 'ahead of' : 'behind'} ours, at the least`
  const todo = `Synchronise both (NTP). Processes that are more than ${DELTA} ms apart hold consented data back.`
  return { area, what, status: 'warn', found, todo }
}

function unusable(what: string, error: unknown): Finding {
  const todo = 'Look at "store" and "data" in the configuration, at the server, its disk and the network between.'
  return { area, what, status: 'fail', found: inWords(error), todo }
}
