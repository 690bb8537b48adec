import { hostname } from 'node:os'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { keyFingerprints } from '../../subgraphs/runtime/keys/fingerprints.ts'
import type { Keys } from '../../subgraphs/runtime/keys/keys.ts'
import type { Log } from '../../subgraphs/runtime/log/log.ts'
import { type Heartbeat, type HeartbeatOptions, startHeartbeat } from '../../subgraphs/runtime/processes/heartbeat.ts'
import { openProcessBook, type ProcessBook, runningOf } from '../../subgraphs/runtime/processes/processes.ts'
import type { Random } from '../../subgraphs/runtime/random/random.ts'
import type { KnownShapes } from '../../subgraphs/runtime/shapes/shapes.ts'
import { versionOfPackage } from '../version.ts'
import type { OpenedHouse } from './house.ts'

export interface PresenceOptions {
  /** The command: `start`, `gateway`, `subgraph photo`. */
  readonly role: string
  readonly book: ProcessBook
  /** Absent where the process has no store. */
  readonly agreement?: Pick<HeartbeatOptions, 'shapes' | 'onBeat'>
  readonly keys: Keys
  readonly clocksDiffer: () => boolean
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/** The same for a process with a store, in which it agrees with all others on what documents are written in. */
export function announceInStore(house: OpenedHouse, role: string, clocksDiffer: () => boolean): Heartbeat {
  const { storage, shapes, clock } = house
  const book = openProcessBook(storage, clock)
  const known = (): KnownShapes => shapes.known()
  const onBeat = async (): Promise<void> => shapes.review(runningOf(await book.list(), clock.wall()))
  return announcePresence({ ...house, role, book, agreement: { shapes: known, onBeat }, clocksDiffer })
}

/** Lets `concord doctor` see this process for as long as it runs. */
export function announcePresence(options: PresenceOptions): Heartbeat {
  const { role, book, agreement, keys, clocksDiffer, clock, random, log } = options
  const { permanent, root, token } = keyFingerprints(keys)
  const self = {
    id: random.id(),
    role,
    version: versionOfPackage(),
    node: process.version,
    host: hostname(),
    pid: process.pid,
    keys: { permanent, root, token },
    startedAt: clock.wall(),
  }
  return startHeartbeat({ book, self, clocksDiffer, ...agreement, clock, log })
}
