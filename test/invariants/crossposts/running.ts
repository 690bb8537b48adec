import type { Clock } from '../../../subgraphs/runtime/clock/clock.ts'
import type { Random } from '../../../subgraphs/runtime/random/random.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { createHeldStorage, type HeldCall } from '../../support/heldStorage.ts'
import type { Network } from './network.ts'
import type { Process, Processes, Service } from './processes.ts'

/** Where something runs: accounts runs twice, over one store. */
export type Place = Service | 'accounts2'
export const PLACES: readonly Place[] = ['accounts', 'accounts2', 'messenger', 'photo', 'social']

export const serviceAt = (place: Place): Service => (place === 'accounts2' ? 'accounts' : place)

/** A process at its place, until it is killed. */
export interface Running {
  readonly place: Place
  readonly process: Process
  isAlive(): boolean
  /** Its calls of the store that wait. */
  held(): readonly HeldCall<null>[]
  /** Nothing of it ever goes on; whoever is told of it by `onDeath` is told now. */
  kill(): void
  onDeath(act: () => void): void
}

export interface RunOptions {
  readonly store: Storage
  readonly clock: Clock
  readonly random: Random
  readonly network: Network
  readonly processes: Processes
  /** Whether calls of the store wait to be let through. */
  readonly holds: () => boolean
  /** Told of each call of the store that was held and took place. */
  readonly onCall: (place: Place, call: HeldCall<null>) => void
}

export function run(place: Place, options: RunOptions): Running {
  const { store, clock, random, network, processes, holds, onCall } = options
  const after = async (call: HeldCall<null>): Promise<void> => onCall(place, call)
  const gate = createHeldStorage({ inner: store, holds, tag: () => null, after })
  const { storage, kill } = gate.process()
  const witnesses: (() => void)[] = []
  let alive = true
  const internal = network.callsOf(place, () => alive)
  const process = processes.take(serviceAt(place), { storage, clock: mortal(clock, () => alive), random, internal })
  return {
    place,
    process,
    isAlive: () => alive,
    held: () => gate.waiting(),
    kill() {
      alive = false
      kill()
      for (const tell of witnesses) tell()
    },
    onDeath: (act) => void witnesses.push(act),
  }
}

/** What waits for time in a process that has died waits for ever. */
function mortal(clock: Clock, isAlive: () => boolean): Clock {
  return {
    wall: () => clock.wall(),
    monotonic: () => clock.monotonic(),
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        const whenAlive = (settle: () => void) => (): void => (isAlive() ? settle() : undefined)
        clock.wait(ms, signal).then(
          whenAlive(resolve),
          whenAlive(() => reject(signal?.reason as Error)),
        )
      }),
  }
}
