import type { ExecutionResult } from 'graphql'
import type { Clock } from '../../../subgraphs/runtime/clock/clock.ts'
import { createManualClock, type ManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import type { CallIdentity } from '../../../subgraphs/runtime/identity/identity.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { createAwaitedStorage } from '../../support/awaitedStorage.ts'
import { TEST_START } from '../../support/subgraphTester.ts'
import { type Target, TARGETS, Violation } from './acts.ts'
import { createOnlooker, type Onlooker } from './looking.ts'
import { createNever, type Never } from './never.ts'
import { createNetwork, type Fate, type Message, type Network, type Waiting } from './network.ts'
import type { Town } from './people.ts'
import type { Process, Processes, Service } from './processes.ts'
import { type Place, PLACES, run, type Running } from './running.ts'
import type { HeldCall } from '../../support/heldStorage.ts'

export interface Request {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly identity: Omit<CallIdentity, 'timeoutMs'>
}

/** `LOST`: the process died before it answered. */
export type Heard = ExecutionResult | 'LOST'

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
  send(place: Place, request: Request, hear: (heard: Heard) => Promise<void> | void): void
  /** Answered at once, while everything else stands still. */
  ask(service: Service, request: Request): Promise<ExecutionResult>
  /** Whether an app is accepting a copy at this very moment. */
  isAccepting(target: Target): boolean
}

/** The processes, the network between them and the time in which they live; everything waits to be let through. */
export interface Stage extends ClientGround {
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
  mayGiveUp(target: Target): boolean
  disturb(target: Target | null): void
  /** All is quiet: what tries came to nothing is over. */
  forgetDisturbances(): void
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

/** After so many tries a delivery fails. */
const MOST_TRIES = 10

export function createStage(options: StageOptions): Stage {
  const { store: inner, processes, town, startAt = TEST_START, seed = 'crossposts', never = createNever() } = options
  const { storage: store, settled } = createAwaitedStorage(inner)
  const clock = createManualClock(startAt)
  const random = createSeededRandom(seed)
  const story: string[] = []
  const counts: Record<string, number> = {}
  const places = new Map<Place, Running>()
  const requests: Request[] = []
  const heard: (() => Promise<void> | void)[] = []
  const unheard = new Set<object>()
  const disturbed: Record<Target | 'all', number> = { PHOTO: 0, SOCIAL: 0, all: 0 }
  const looking: Process[] = []
  let holding = true
  let changed = false
  let fateOf: (message: Message) => Fate = () => 'deliver'

  const count = (what: string): void => void (counts[what] = (counts[what] ?? 0) + 1)
  const network = createNetwork({
    holds: () => holding,
    fateOf: (message) => fateOf(message),
    receiver: (service) => running(service === 'accounts' && !isAlive('accounts') ? 'accounts2' : service),
    onFate(message, fate) {
      story.push(`      ${message.from} → ${message.to}.${message.operation}: ${fate}`)
      if (fate === 'lose' || fate === 'cut' || fate === 'stall') disturb(targetOf(message.to))
      count(`calls between services: ${fate}`)
    },
    onAnswer({ to, operation }, output) {
      changed = true
      const { outcome } = (output ?? {}) as { outcome?: string }
      if (outcome === 'TOO_LATE') disturb(targetOf(to))
      if (outcome !== undefined) count(`${operation}: ${outcome}`)
      if (outcome !== undefined) story.push(`      ${to}.${operation} answers ${outcome}`)
    },
  })
  const onlooker = createOnlooker({ of: lookers(), profiles: town.profiles, now: () => clock.wall() })

  const isAlive = (place: Place): boolean => places.get(place)?.isAlive() === true

  function running(place: Place): Running {
    const known = places.get(place)
    if (known?.isAlive() === true) return known
    const made = run(place, { store, clock, random, network, processes, holds: () => holding, onCall })
    places.set(place, made)
    return made
  }

  function onCall(place: Place, { collection, method, ids }: HeldCall<null>): void {
    count('held calls of the store')
    story.push(`      ${place}: ${collection}.${method} ${ids.map((id) => id.slice(0, 6)).join(' ')}`)
  }

  function lookers(): Parameters<typeof createOnlooker>[0]['of'] {
    const internal = { call: () => Promise.reject(new Error('an onlooker calls nobody')) }
    const looker = (service: Service) => {
      const process = processes.take(service, { storage: store, clock, random, internal })
      looking.push(process)
      return () => process.subgraph
    }
    return { accounts: looker('accounts'), photo: looker('photo'), social: looker('social') }
  }

  function disturb(target: Target | null): void {
    disturbed[target ?? 'all']++
  }

  function send(place: Place, request: Request, hear: (heard: Heard) => Promise<void> | void): void {
    const at = running(place)
    const token = {}
    requests.push(request)
    unheard.add(token)
    const tell = (answer: Heard): void => {
      if (unheard.delete(token)) heard.push(() => hear(answer))
    }
    at.onDeath(() => tell('LOST'))
    const identity = { timeoutMs: 1e12, ...request.identity }
    void at.process.subgraph
      .execute({ ...request, identity })
      .then((result) => (at.isAlive() ? tell(result) : undefined))
  }

  async function settle(): Promise<void> {
    await settled()
    while (heard.length > 0) {
      for (const hear of heard.splice(0)) await hear()
      changed = true
      await settled()
    }
    if (changed) await look()
  }

  async function look(): Promise<void> {
    changed = false
    never.look(await onlooker.sight(), clock.wall())
  }

  async function ask(service: Service, { identity, ...request }: Request): Promise<ExecutionResult> {
    const before = { holding, fateOf }
    holding = false
    fateOf = () => 'deliver'
    const { subgraph } = running(service).process
    const answer = await subgraph.execute({ ...request, identity: { timeoutMs: 1e12, ...identity } })
    holding = before.holding
    fateOf = before.fateOf
    return answer
  }

  async function kill(place: Place, which: number, taken: boolean): Promise<void> {
    const at = places.get(place)
    if (at?.isAlive() !== true) return
    const held = at.held()
    const call = held[which % (held.length || 1)]
    story.push(
      `      ${place} dies ${call === undefined ? 'idle' : `at ${call.collection}.${call.method}, taken: ${taken}`}`,
    )
    if (held.length > 0) count('deaths with calls of the store under way')
    if (taken) await call?.goUnheard()
    at.kill()
    disturb(null)
    await settle()
  }

  function release(): void {
    holding = false
    for (const at of places.values()) for (const call of at.held()) void call.go()
    for (const message of network.waiting()) message.meet(fateOf(message))
  }

  async function until(isSo: () => boolean): Promise<void> {
    for (let turn = 0; turn < 3_000; turn++) {
      await settle()
      if (isSo()) return
      if (turn % 3 === 2) await clock.advance(100)
    }
    throw new Violation('something never ends')
  }

  async function drain(): Promise<void> {
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

  return {
    clock,
    network,
    never,
    onlooker,
    story,
    counts,
    waiting: () => [...PLACES.flatMap((place) => places.get(place)?.held() ?? []), ...network.waiting()],
    heldAt: (place) => places.get(place)?.held() ?? [],
    running,
    send,
    ask,
    mostStatuses: 3,
    mostAtOnce: 5,
    isAccepting: (target) => network.atWork(serviceOf(target), 'putStory') > 0,
    kill,
    settle,
    look,
    release,
    hold: () => void (holding = true),
    until,
    drain,
    setFate: (next) => void (fateOf = next),
    pending: () => unheard.size,
    requests: () => requests,
    mayGiveUp: (target) => disturbed[target] + disturbed.all >= MOST_TRIES,
    disturb,
    forgetDisturbances: () => void Object.assign(disturbed, { PHOTO: 0, SOCIAL: 0, all: 0 }),
    end() {
      for (const at of places.values()) if (at.isAlive()) processes.giveBack(at.process)
      for (const process of looking) processes.giveBack(process)
    },
  }
}

const serviceOf = (target: Target): Service => (target === 'PHOTO' ? 'photo' : 'social')

function targetOf(service: Service): Target | null {
  return TARGETS.find((target) => serviceOf(target) === service) ?? null
}
