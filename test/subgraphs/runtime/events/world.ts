import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { createEventLog } from '../../../../subgraphs/runtime/events/createEventLog.ts'
import type { EventLog, Told } from '../../../../subgraphs/runtime/events/eventLog.ts'
import { topicsNamed } from '../../../../subgraphs/runtime/events/topic.ts'
import { createSweeper } from '../../../../subgraphs/runtime/lifetimes/sweeper.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import type { Random } from '../../../../subgraphs/runtime/random/random.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import type { Collection, Storage } from '../../../../subgraphs/storage/port.ts'
import type { Topic } from '../../../../subgraphs/runtime/events/topic.ts'
import { createHeldStorage, type HeldCall, type HeldStorage, quiet } from '../../../support/heldStorage.ts'
import { START } from './logs.ts'
import { createTruth, forwarded, type Truth } from './truth.ts'

export type Step =
  | { readonly do: 'append'; readonly process: number; readonly topic: number }
  | { readonly do: 'go' | 'dieBeforeItHears'; readonly call: number }
  | { readonly do: 'kill'; readonly process: number }
  | { readonly do: 'follow'; readonly process: number; readonly topic: number }
  | { readonly do: 'resume'; readonly process: number; readonly follower: number }
  | { readonly do: 'take' | 'leave'; readonly follower: number }
  | { readonly do: 'advance'; readonly ms: number }
  | { readonly do: 'sweep' }

/** Planted, so that a test sees that it is found. */
export interface Fault {
  /** Replaces calls of the store. */
  readonly calls?: (topics: Collection<Topic>) => Partial<Collection<Topic>>
  readonly random?: Random
  /** Replaces what a follower is told. */
  readonly told?: (told: Told) => Told
}

const COLLECTION = 'photo_events'
const BOUNDS = { mostEvents: 4, lifetimeMs: 3_600_000, pollMs: 500 }
const LEAST_EVENTS = 2

interface Process {
  readonly log: EventLog
  readonly held: HeldStorage<null>
  isAlive: boolean
}

interface Follower {
  readonly topic: string
  readonly process: Process
  readonly told: AsyncIterator<Told>
  readonly controller: AbortController
  cursor: string
  /** How many events of its topic it has been told, or was told that it missed. */
  position: number
  isAsking: boolean
}

/**
 * Lives through a history: several processes over one store, whose calls take place one by one when a step lets them, or
 * never. Throws the rule that was broken.
 */
export async function live(inner: Storage, steps: readonly Step[], fault: Fault = {}): Promise<void> {
  const world = createWorld(inner, fault)
  for (const step of steps) {
    await world.take(step)
    world.check()
  }
  await world.comeToRest()
  world.check()
  await world.end()
  world.check()
}

function createWorld(inner: Storage, { calls, random = createSeededRandom('world'), told = (item) => item }: Fault) {
  const clock = createManualClock(START)
  const truth = createTruth(calls === undefined ? inner : faulty(inner, calls))
  const common = { collection: COLLECTION, clock, random, log: silentLog, ...BOUNDS }
  const processes = [0, 1, 2].map(startProcess)
  const outside = createEventLog({ ...common, storage: truth.storage })
  const followers: Follower[] = []
  let broken: Error | null = null
  let made = 0

  function startProcess(): Process {
    const held = createHeldStorage({ inner: truth.storage, tag: () => null })
    return { log: createEventLog({ ...common, storage: held.process().storage }), held, isAlive: true }
  }

  function kill(process: Process): void {
    process.isAlive = false
    processes[processes.indexOf(process)] = startProcess()
  }

  const waiting = (): { process: Process; call: HeldCall<null> }[] =>
    processes.flatMap((process) => process.held.waiting().map((call) => ({ process, call })))

  function rule(holds: boolean, sentence: string): void {
    if (!holds) broken ??= new Error(sentence)
  }

  async function append(log: EventLog, topic: string): Promise<void> {
    const number = made++
    const cursor = await log.append(topic, { kind: 'SAID', data: number })
    rule(truth.eventsAt(cursor)[truth.positionOf(cursor) - 1] === number, 'an acknowledged event is where it says')
  }

  function follow(process: Process, topic: string, after: string, position: number): void {
    const controller = new AbortController()
    const iterator = process.log.follow(topic, after, controller.signal)
    followers.push({ topic, process, told: iterator, controller, cursor: after, position, isAsking: false })
  }

  async function ask(follower: Follower | undefined): Promise<void> {
    if (follower === undefined || follower.isAsking) return
    follower.isAsking = true
    const { done, value } = await follower.told.next()
    follower.isAsking = false
    if (done !== true) hear(follower, told(value))
  }

  function hear(follower: Follower, item: Told): void {
    const at = truth.positionOf(item.cursor)
    const isSameLog = item.cursor.split(':')[0] === follower.cursor.split(':')[0]
    if (item.type === 'GAP') {
      rule(at >= follower.position, 'a gap leads ahead')
      rule(
        !isSameLog || at - follower.position > LEAST_EVENTS,
        'a gap is told only to those who may have missed something',
      )
    } else {
      rule(isSameLog, 'between two logs there is a gap')
      rule(item.data === truth.eventsAt(item.cursor)[follower.position], 'events are told in order, each once')
      rule(at === follower.position + 1, 'a cursor is the place after its event')
    }
    follower.position = at
    follower.cursor = item.cursor
  }

  async function take(step: Step): Promise<void> {
    const topicOf = (topic: number): string => ['ada', 'bob'][topic % 2]!
    if (step.do === 'append') void append(pick(processes, step.process)!.log, topicOf(step.topic))
    if (step.do === 'go') await pick(waiting(), step.call)?.call.go()
    if (step.do === 'dieBeforeItHears') await dieAt(pick(waiting(), step.call))
    if (step.do === 'kill') kill(pick(processes, step.process)!)
    if (step.do === 'follow') {
      const cursor = await outside.end(topicOf(step.topic))
      follow(pick(processes, step.process)!, topicOf(step.topic), cursor, truth.positionOf(cursor))
    }
    if (step.do === 'resume') {
      const other = pick(followers, step.follower)
      if (other !== undefined) follow(pick(processes, step.process)!, other.topic, other.cursor, other.position)
    }
    if (step.do === 'take') void ask(pick(followers, step.follower))
    if (step.do === 'leave') pick(followers, step.follower)?.controller.abort()
    if (step.do === 'advance') await clock.advance(step.ms)
    if (step.do === 'sweep') await sweepNow(truth, clock)
    await quiet()
  }

  async function dieAt(last: ReturnType<typeof waiting>[number] | undefined): Promise<void> {
    await last?.call.goUnheard()
    if (last !== undefined) kill(last.process)
  }

  const isLive = ({ process, controller }: Follower): boolean => process.isAlive && !controller.signal.aborted

  /** Nobody dies any more, every call takes place, and everybody asks: then all is told. */
  async function comeToRest(): Promise<void> {
    for (let polls = 0; polls < 3; polls++) {
      for (let calm = false; !calm;) {
        for (const { call } of waiting()) await call.go()
        const asking = followers.filter((follower) => isLive(follower) && !follower.isAsking)
        for (const follower of asking) void ask(follower)
        await quiet()
        calm = waiting().length === 0 && asking.length === 0
      }
      await clock.advance(BOUNDS.pollMs)
    }
    for (const { cursor, position } of followers.filter(isLive)) {
      rule(truth.eventsAt(cursor).length === position, 'in the end all is told')
    }
  }

  async function end(): Promise<void> {
    for (const { controller } of followers) controller.abort()
    await quiet()
    for (const { log } of processes) rule(log.figures().followers === 0, 'nothing is held for who has gone')
  }

  return {
    take,
    comeToRest,
    end,
    check() {
      rule(!truth.hasDoubles(), 'no two logs have one name')
      if (broken !== null) throw broken
    },
  }
}

function pick<T>(values: readonly T[], number: number): T | undefined {
  return values[number % (values.length || 1)]
}

/** As the sweeper of any process does now and then. */
async function sweepNow({ storage }: Truth, clock: ReturnType<typeof createManualClock>): Promise<void> {
  const collection = storage.collection(topicsNamed(COLLECTION))
  const sweep = createSweeper({ collection, index: 'byKeptUntil', clock })
  for (let call = 0; call < 64; call++) await sweep()
}

function faulty(inner: Storage, calls: NonNullable<Fault['calls']>): Storage {
  const topics = inner.collection(topicsNamed(COLLECTION))
  const broken = { ...forwarded(topics), ...calls(topics) }
  return { collection: () => broken as never, check: () => inner.check(), close: () => inner.close() }
}
