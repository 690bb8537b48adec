import type { HeldCall } from '../../support/heldStorage.ts'
import type { Journal } from './journal.ts'
import type { Service } from './processes.ts'
import { type Place, run, type Running, type RunOptions } from './running.ts'

/** What runs where. */
export interface Places {
  /** What runs at this place; it is started if nothing does. */
  readonly running: (place: Place) => Running
  /** Who answers for a service: the second process of accounts where the first has died. */
  readonly receiver: (service: Service) => Running
  readonly isAlive: (place: Place) => boolean
  readonly heldAt: (place: Place) => readonly HeldCall<null>[]
  /** What runs there dies, at the one of its held calls that `which` says, which takes place before if it is `taken`. */
  readonly fell: (place: Place, which: number, taken: boolean) => Promise<boolean>
  /** Lets all held calls of the store through. */
  readonly letGo: () => void
  /** Gives back the processes that are alive. */
  readonly end: () => void
}

export type PlacesOptions = Omit<RunOptions, 'onCall'> & { readonly journal: Journal }

export function createPlaces({ journal, ...options }: PlacesOptions): Places {
  const { count, note } = journal
  const places = new Map<Place, Running>()
  const isAlive = (place: Place): boolean => places.get(place)?.isAlive() === true

  function onCall(place: Place, { collection, method, ids }: HeldCall<null>): void {
    count('held calls of the store')
    note(`${place}: ${collection}.${method} ${ids.map((id) => id.slice(0, 6)).join(' ')}`)
  }

  function running(place: Place): Running {
    const known = places.get(place)
    if (known?.isAlive() === true) return known
    const made = run(place, { ...options, onCall })
    places.set(place, made)
    return made
  }

  async function fell(place: Place, which: number, taken: boolean): Promise<boolean> {
    const at = places.get(place)
    if (at?.isAlive() !== true) return false
    const held = at.held()
    const call = held[which % (held.length || 1)]
    note(`${place} dies ${call === undefined ? 'idle' : `at ${call.collection}.${call.method}, taken: ${taken}`}`)
    if (held.length > 0) count('deaths with calls of the store under way')
    if (taken) await call?.goUnheard()
    at.kill()
    return true
  }

  return {
    running,
    receiver: (service) => running(service === 'accounts' && !isAlive('accounts') ? 'accounts2' : service),
    isAlive,
    heldAt: (place) => places.get(place)?.held() ?? [],
    fell,
    letGo() {
      for (const at of places.values()) for (const call of at.held()) void call.go()
    },
    end() {
      for (const at of places.values()) if (at.isAlive()) options.processes.giveBack(at.process)
    },
  }
}
