import { readConfiguration } from '../../../bin/configuration.ts'
import { createFamilyMember } from '../../../bin/house/family.ts'
import type { House } from '../../../bin/house/house.ts'
import { loadContract } from '../../../schema/contract.ts'
import type { Clock } from '../../../subgraphs/runtime/clock/clock.ts'
import type { InternalCalls } from '../../../subgraphs/runtime/internal/client.ts'
import { openKeys } from '../../../subgraphs/runtime/keys/keys.ts'
import { silentLog } from '../../../subgraphs/runtime/log/log.ts'
import type { Random } from '../../../subgraphs/runtime/random/random.ts'
import type { Subgraph } from '../../../subgraphs/runtime/subgraph/subgraph.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { ROOT_SECRET } from '../../support/demoData.ts'
import { createMovingStorage } from '../../support/movingStorage.ts'
import { MEDIA_URL } from '../../support/startedGraph.ts'

/** Whom internal calls are made to. */
export type Service = 'accounts' | 'messenger' | 'photo' | 'social'

/** What a process stands on in one history. */
export interface Ground {
  readonly storage: Storage
  readonly clock: Clock
  readonly random: Random
  readonly internal: InternalCalls
}

/** What a planted fault exchanges, of this service; nothing by default. */
export interface Exchange {
  readonly ground?: (service: Service, ground: Ground) => Ground
  readonly subgraph?: (service: Service, subgraph: Subgraph, ground: Ground) => Subgraph
}

/** A subgraph with all that it keeps in memory. */
export interface Process {
  readonly service: Service
  readonly subgraph: Subgraph
  standOn(ground: Ground): void
}

/**
 * Making a process costs as much as a history: one that has come through a history alive, and has nothing left to write,
 * goes on into the next, onto another store. One that was killed never comes back.
 */
export interface Processes {
  take(service: Service, ground: Ground): Process
  giveBack(process: Process): void
}

const contract = loadContract()
const keys = openKeys({ configured: { rootSecret: ROOT_SECRET } })
const configuration = readConfiguration(undefined, {}, { keys: { rootSecret: ROOT_SECRET }, log: { level: 'silent' } })

export function createProcesses(exchange: Exchange = {}): Processes {
  const idle: Process[] = []
  return {
    take(service, ground) {
      const at = idle.findIndex((process) => process.service === service)
      const [process = createProcess(service, exchange, ground)] = at < 0 ? [] : idle.splice(at, 1)
      process.standOn(ground)
      return process
    },
    giveBack: (process) => void idle.push(process),
  }
}

/** What a process of the family is made over. */
export function houseOn({ storage, clock, random }: Omit<Ground, 'internal'>): House {
  const close = async (): Promise<void> => undefined
  return { configuration, contract, keys, storage, clock, random, log: silentLog, close }
}

function createProcess(service: Service, exchange: Exchange, first: Ground): Process {
  let on = first
  const below: Ground = {
    storage: createMovingStorage(() => on.storage),
    clock: {
      wall: () => on.clock.wall(),
      monotonic: () => on.clock.monotonic(),
      wait: (ms, signal) => on.clock.wait(ms, signal),
    },
    random: { bytes: (length) => on.random.bytes(length), id: () => on.random.id() },
    internal: { call: (to, operation, input) => on.internal.call(to, operation, input) },
  }
  const ground = exchange.ground?.(service, below) ?? below
  const { internal } = ground
  const subgraph = createFamilyMember(service, houseOn(ground), { mediaUrl: MEDIA_URL, internal: () => internal })
  return {
    service,
    subgraph: exchange.subgraph?.(service, subgraph, ground) ?? subgraph,
    standOn: (next) => void (on = next),
  }
}
