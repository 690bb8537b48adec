import { hostname } from 'node:os'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { keyFingerprints } from '../../subgraphs/runtime/keys/fingerprints.ts'
import type { Keys } from '../../subgraphs/runtime/keys/keys.ts'
import type { Log } from '../../subgraphs/runtime/log/log.ts'
import { type Heartbeat, startHeartbeat } from '../../subgraphs/runtime/processes/heartbeat.ts'
import type { ProcessBook } from '../../subgraphs/runtime/processes/processes.ts'
import type { Random } from '../../subgraphs/runtime/random/random.ts'
import { versionOfPackage } from '../version.ts'

export interface PresenceOptions {
  /** The command: `start`, `gateway`, `subgraph photo`. */
  readonly role: string
  readonly book: ProcessBook
  readonly keys: Keys
  readonly clocksDiffer: () => boolean
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/** Lets `concord doctor` see this process for as long as it runs. */
export function announcePresence({ role, book, keys, clocksDiffer, clock, random, log }: PresenceOptions): Heartbeat {
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
  return startHeartbeat({ book, self, clocksDiffer, clock, log })
}
