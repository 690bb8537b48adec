import type { ExecutionResult } from 'graphql'
import type { Clock } from '../../../subgraphs/runtime/clock/clock.ts'
import { createManualClock, type ManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import type { CallIdentity } from '../../../subgraphs/runtime/identity/identity.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { createAwaitedStorage } from '../../support/awaitedStorage.ts'
import type { HeldCall } from '../../support/heldStorage.ts'
import { TEST_START } from '../../support/subgraphTester.ts'
import { type Target, TARGETS, Violation } from './acts.ts'
import { createJournal, type Journal } from './journal.ts'
import type { Onlooker } from './looking.ts'
import { createMail, type Hear, type Mail } from './mail.ts'
import { createNever, type Never } from './never.ts'
import { createNetwork, type Fate, type Message, type Network, type NetworkOptions, type Waiting } from './network.ts'
import type { Town } from './people.ts'
import { createPlaces, type Places } from './places.ts'
import type { Processes, Service } from './processes.ts'
import { type Place, PLACES, type Running } from './running.ts'
import { createTrouble, type Trouble } from './trouble.ts'
import { createWatch, type Watch } from './watch.ts'

export interface Request {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly identity: Omit<CallIdentity, 'timeoutMs'>
}

/** What clients stand on. */
export interface ClientGround {
  readonly clock: Pick<Clock, 'wall'>
  readonly never: Never
  readonly onlooker: Onlooker
  readonly story: string[]
  /** What was let through, and what came to what, for the closing figures. */
  readonly counts: Record<string, number>
  readonly mostStatuses: number
  /** How many acts may be under way: the model tries them in every order. */
  readonly mostAtOnce: number
  /** Sends it to this process, which is started if it is not there; `hear` is called once, at some later time. */
  send(place: Place, request: Request, hear: Hear): void
  /** Answered at once, while everything else stands still. */
  ask(service: Service, request: Request): Promise<ExecutionResult>
  /** Whether an app is accepting a copy at this very moment. */
  isAccepting(target: Target): boolean
}

/** The processes, the network between them and the time in which they live; everything waits to be let through. */
export interface Stage extends ClientGround, Trouble {
  readonly clock: ManualClock
  readonly network: Network
  /** What waits: of the store in the order of the places, then of the network. */
  waiting(): readonly (HeldCall<null> | Waiting)[]
  heldAt(place: Place): readonly HeldCall<null>[]
  running(place: Place): Running
  kill(place: Place, which: number, taken: boolean): Promise<void>
  /** Until nothing goes on but what is held or waits for time; hears answers, and looks. */
  settle(): Promise<void>
  /** What must never be seen is looked for. */
  look(): Promise<void>
  /** Nothing is held any more, until `hold`. */
  release(): void
  hold(): void
  /** Until it is so, with everything released; time passes where nothing else does. */
  until(isSo: () => boolean): Promise<void>
  /** All workers try what is due, again and again while there is something. */
  drain(): Promise<void>
  /** What becomes of calls that are not held. */
  setFate(fateOf: (message: Message) => Fate): void
  /** Sent and not yet heard of. */
  pending(): number
  /** All that clients ever sent, oldest first. */
  requests(): readonly Request[]
  /** Gives back the processes that are alive. */
  end(): void
}

export interface StageOptions {
  readonly store: Storage
  readonly processes: Processes
  readonly town: Town
  /** The wall clock at the beginning. Default: `TEST_START`. */
  readonly startAt?: number
  /** What is looked for all the time. Default: all that holds from the beginning of a history. */
  readonly never?: Never
  /** Of what is drawn by chance: another one where a history goes on. Default: `crossposts`. */
  readonly seed?: string
}

/** Whether calls wait to be let through, and what becomes of those between services that do not. */
interface Gate {
  holding: boolean
  fateOf: (message: Message) => Fate
}

/** All that a stage is made of. */
interface Parts {
  readonly clock: ManualClock
  readonly gate: Gate
  readonly journal: Journal
  readonly trouble: Trouble
  readonly mail: Mail
  readonly network: Network
  readonly places: Places
  readonly watch: Watch
  /** Until nothing in the store goes on but what is held. */
  readonly settled: () => Promise<void>
  /** All that clients sent. */
  readonly sent: Request[]
}

export function createStage(options: StageOptions): Stage {
  const parts = createParts(options)
  const { clock, gate, journal, trouble, mail, network, places, watch } = parts
  const { settle, until } = createRest(parts)
  return {
    clock,
    network,
    never: watch.never,
    onlooker: watch.onlooker,
    story: journal.story,
    counts: journal.counts,
    mostStatuses: 3,
    mostAtOnce: 5,
    ...trouble,
    ...createAsking(parts),
    waiting: () => [...PLACES.flatMap(places.heldAt), ...network.waiting()],
    heldAt: places.heldAt,
    running: places.running,
    isAccepting: (target) => network.atWork(serviceOf(target), 'putStory') > 0,
    async kill(place, which, taken) {
      if (!(await places.fell(place, which, taken))) return
      trouble.disturb(null)
      await settle()
    },
    settle,
    look: watch.look,
    release() {
      gate.holding = false
      places.letGo()
      for (const message of network.waiting()) message.meet(gate.fateOf(message))
    },
    hold: () => void (gate.holding = true),
    until,
    drain: () => drain(places, until),
    setFate: (next) => void (gate.fateOf = next),
    pending: mail.pending,
    requests: () => parts.sent,
    end() {
      places.end()
      watch.end()
    },
  }
}

function createParts(options: StageOptions): Parts {
  const { store, processes, town, startAt = TEST_START, seed = 'crossposts', never = createNever() } = options
  const { storage, settled } = createAwaitedStorage(store)
  const clock = createManualClock(startAt)
  const random = createSeededRandom(seed)
  const gate: Gate = { holding: true, fateOf: () => 'deliver' }
  const journal = createJournal()
  const trouble = createTrouble()
  const holds = (): boolean => gate.holding
  const network = createNetwork({
    holds,
    fateOf: (message) => gate.fateOf(message),
    receiver: (service) => places.receiver(service),
    ...reporters(journal, trouble, () => watch.stir()),
  })
  const watch = createWatch({ storage, clock, random, processes, profiles: town.profiles, never })
  const places = createPlaces({ store: storage, clock, random, network, processes, holds, journal })
  return { clock, gate, journal, trouble, mail: createMail(), network, places, watch, settled, sent: [] }
}

/** What is written down of calls between services, and what of it excuses a delivery that is given up. */
function reporters(
  { count, note }: Journal,
  { disturb }: Trouble,
  stir: () => void,
): Pick<NetworkOptions, 'onFate' | 'onAnswer'> {
  return {
    onFate(message, fate) {
      note(`${message.from} → ${message.to}.${message.operation}: ${fate}`)
      if (fate === 'lose' || fate === 'cut' || fate === 'stall') disturb(targetOf(message.to))
      count(`calls between services: ${fate}`)
    },
    onAnswer({ to, operation }, output) {
      stir()
      const { outcome } = (output ?? {}) as { outcome?: string }
      if (outcome === undefined) return
      if (outcome === 'TOO_LATE') disturb(targetOf(to))
      count(`${operation}: ${outcome}`)
      note(`${to}.${operation} answers ${outcome}`)
    },
  }
}

/** How long a request may take: for ever, since it stands still while it is held. */
const UNBOUNDED_MS = 1e12

function createAsking({ gate, mail, places, sent }: Parts): Pick<Stage, 'send' | 'ask'> {
  return {
    send(place, given, hear) {
      const { identity, ...request } = given
      sent.push(given)
      const at: Running = places.running(place)
      const tell = mail.expect(hear)
      at.onDeath(() => tell('LOST'))
      const asked = { ...request, identity: { timeoutMs: UNBOUNDED_MS, ...identity } }
      void at.process.subgraph.execute(asked).then((result) => (at.isAlive() ? tell(result) : undefined))
    },
    async ask(service, { identity, ...request }) {
      const before = { ...gate }
      Object.assign(gate, { holding: false, fateOf: () => 'deliver' } satisfies Gate)
      const { subgraph } = places.running(service).process
      const answer = await subgraph.execute({ ...request, identity: { timeoutMs: UNBOUNDED_MS, ...identity } })
      Object.assign(gate, before)
      return answer
    },
  }
}

/** How the stage comes to rest. */
function createRest({ clock, mail, watch, settled }: Parts): Pick<Stage, 'settle' | 'until'> {
  async function settle(): Promise<void> {
    await settled()
    while (await mail.hearAll()) {
      watch.stir()
      await settled()
    }
    await watch.lookIfStirred()
  }

  async function until(isSo: () => boolean): Promise<void> {
    for (let turn = 0; turn < 3_000; turn++) {
      await settle()
      if (isSo()) return
      if (turn % 3 === 2) await clock.advance(100)
    }
    throw new Violation('something never ends')
  }

  return { settle, until }
}

async function drain({ isAlive, running }: Places, until: Stage['until']): Promise<void> {
  for (const place of PLACES) {
    // An app has no outbox, and the second process of accounts nothing that the first has not.
    if (place !== 'accounts' && place !== 'messenger' && !isAlive(place)) continue
    const state = { draining: true }
    const end = (): void => void (state.draining = false)
    const drained = running(place).process.subgraph.outbox?.drain() ?? Promise.resolve(0)
    drained.then(end, end)
    await until(() => !state.draining)
    await drained
  }
}

const serviceOf = (target: Target): Service => (target === 'PHOTO' ? 'photo' : 'social')

function targetOf(service: Service): Target | null {
  return TARGETS.find((target) => serviceOf(target) === service) ?? null
}
