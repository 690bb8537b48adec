import type { Storage } from '../../../subgraphs/storage/port.ts'
import type { Clock } from '../../../subgraphs/runtime/clock/clock.ts'
import type { Random } from '../../../subgraphs/runtime/random/random.ts'
import { createOnlooker, type Onlooker } from './looking.ts'
import type { Never } from './never.ts'
import type { Profiles } from './people.ts'
import type { Process, Processes, Service } from './processes.ts'

/** Looks, whenever something may have changed, for what must never be seen. */
export interface Watch {
  readonly never: Never
  readonly onlooker: Onlooker
  /** Something may look different now. */
  readonly stir: () => void
  readonly look: () => Promise<void>
  readonly lookIfStirred: () => Promise<void>
  /** Gives back the processes through which it looks. */
  readonly end: () => void
}

export interface WatchOptions {
  /** Past everything that is held. */
  readonly storage: Storage
  readonly clock: Clock
  readonly random: Random
  readonly processes: Processes
  readonly profiles: Profiles
  /** What is looked for. */
  readonly never: Never
}

export function createWatch({ storage, clock, random, processes, profiles, never }: WatchOptions): Watch {
  const looking: Process[] = []
  const internal = { call: () => Promise.reject(new Error('an onlooker calls nobody')) }
  const looker = (service: Service) => {
    const process = processes.take(service, { storage, clock, random, internal })
    looking.push(process)
    return () => process.subgraph
  }
  const of = { accounts: looker('accounts'), photo: looker('photo'), social: looker('social') }
  const onlooker = createOnlooker({ of, profiles, now: () => clock.wall() })
  let stirred = false

  async function look(): Promise<void> {
    stirred = false
    never.look(await onlooker.sight(), clock.wall())
  }

  return {
    never,
    onlooker,
    stir: () => void (stirred = true),
    look,
    lookIfStirred: async () => (stirred ? look() : undefined),
    end() {
      for (const process of looking) processes.giveBack(process)
    },
  }
}
