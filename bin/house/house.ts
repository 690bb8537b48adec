import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type DestinationStream, pino } from 'pino'
import { loadContract, type Contract } from '../../schema/contract.ts'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { systemClock } from '../../subgraphs/runtime/clock/systemClock.ts'
import { openKeys, type Keys } from '../../subgraphs/runtime/keys/keys.ts'
import { rootSecretFile } from '../../subgraphs/runtime/keys/rootSecret.ts'
import type { Log } from '../../subgraphs/runtime/log/log.ts'
import { type Metrics, silentMetrics } from '../../subgraphs/runtime/metrics/metrics.ts'
import { countStoreCalls } from '../../subgraphs/runtime/metrics/storeFigures.ts'
import type { Random } from '../../subgraphs/runtime/random/random.ts'
import { systemRandom } from '../../subgraphs/runtime/random/systemRandom.ts'
import { createShapes, type Shapes } from '../../subgraphs/runtime/shapes/shapes.ts'
import { newestShape } from '../../subgraphs/storage/document/downgrade.ts'
import { openLmdbStorage } from '../../subgraphs/storage/lmdb/lmdb.ts'
import { StorageError, type Storage, type WholeStorage, type WrittenVersion } from '../../subgraphs/storage/port.ts'
import { refuseUnfinishedRestore } from '../backup/unfinished.ts'
import { ConfigurationError, type Configuration } from '../configuration.ts'
import { refuseForeignStore } from './installation.ts'

/** What every process of an installation stands on: the ports, opened once and closed once. */
export interface House {
  readonly configuration: Configuration
  readonly contract: Contract
  readonly keys: Keys
  readonly storage: Storage
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Default: nothing is counted. */
  readonly metrics?: Metrics
  close(): Promise<void>
}

/** A process of the installation, which has opened its store. */
export interface OpenedHouse extends House {
  /** What the store's documents are written in, beside processes of other releases. */
  readonly shapes: Shapes
}

/** `iss` of the tokens that this installation makes and accepts. */
export const ISSUER = 'https://concord.example'

/** `to`: where lines are written. Default: standard error, at once. */
export function createLog(
  configuration: Configuration,
  to: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  // Nothing of a request is ever logged whole; the paths are cut in case a library hands over its own request object.
  const redact = {
    paths: ['*.headers.authorization', '*.headers.cookie', 'headers.authorization', 'headers.cookie'],
    remove: true,
  }
  return pino({ level: configuration.log.level, redact }, to)
}

export function openConfiguredKeys({ data, keys }: Configuration): Keys {
  const { rootSecret, permanentSecret, acceptedSecrets, tokenKey, acceptedTokenKeys } = keys
  return openKeys({
    directory: data,
    configured: {
      acceptedSecrets,
      acceptedTokenKeys,
      ...(rootSecret !== undefined && { rootSecret }),
      ...(permanentSecret !== undefined && { permanentSecret }),
      ...(tokenKey !== undefined && { tokenKey }),
    },
  })
}

/** As `openConfiguredKeys`, for what must not make new ones: a backup without the keys that it belongs to is of no use. */
export function openExistingKeys(configuration: Configuration): Keys {
  const file = rootSecretFile(configuration.data)
  if (configuration.keys.rootSecret !== undefined || existsSync(file)) return openConfiguredKeys(configuration)
  throw new ConfigurationError(
    `The root secret of the installation must be there, but there is neither ${file} nor CONCORD_ROOT_SECRET. Put it in place first.`,
  )
}

/** The MongoDB that the configuration names, else the embedded store below the data directory. */
export async function openConfiguredStorage(
  { data, store }: Configuration,
  log: Log,
  written: WrittenVersion = newestShape,
): Promise<WholeStorage> {
  if (store === undefined) return openLmdbStorage({ directory: join(data, 'store'), log, written })
  // Its driver takes a fifth of a second to load, which nobody without MongoDB should wait for.
  const { openMongoStorage } = await import('../../subgraphs/storage/mongo/mongo.ts')
  return openMongoStorage({ url: store, log, written }).catch((error: unknown) => {
    if (!(error instanceof StorageError) || error.code !== 'STORE_MISUSE') throw error
    throw new ConfigurationError(`"store" does not hold: ${error.message}`, { cause: error })
  })
}

/** Opens the store and everything else that a process with subgraphs needs. */
export async function openHouse(configuration: Configuration, metrics: Metrics = silentMetrics): Promise<OpenedHouse> {
  const log = createLog(configuration)
  const contract = loadContract(configuration.contract)
  const keys = openConfiguredKeys(configuration)
  const shapes = createShapes({ hold: configuration.holdShapes })
  const whole = await openConfiguredStorage(configuration, log, shapes.written)
  const storage = await openOwn(whole, keys, shapes).catch(async (error: unknown) => {
    await whole.close()
    throw error
  })
  return {
    configuration,
    contract,
    keys,
    storage: countStoreCalls(storage, metrics),
    shapes,
    clock: systemClock,
    random: systemRandom,
    log,
    metrics,
    close: () => storage.close(),
  }
}

/** Refuses a store that is half restored, or of other keys. */
async function openOwn(storage: Storage, keys: Keys, shapes: Shapes): Promise<Storage> {
  await refuseUnfinishedRestore(storage)
  const isNew = await refuseForeignStore(storage, keys)
  return shapes.open(storage, isNew)
}

/** Once the subgraphs have opened their collections: throws where a newer release writes what they cannot read. */
export function refuseNewerStore(shapes: Shapes): void {
  const error = shapes.tooOld()
  if (error !== null) throw new ConfigurationError(error.message, { cause: error })
}
