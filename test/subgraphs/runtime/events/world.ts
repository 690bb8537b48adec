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
import { createAudience, type Follows, LEAST_EVENTS } from './audience.ts'
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
const BOUNDS = { mostEvents: 2 * LEAST_EVENTS, lifetimeMs: 3_600_000, pollMs: 500 }

interface Process extends Follows {
  readonly held: HeldStorage<null>
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
  const audience = createAudience({ truth, told, rule })
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

  async function take(step: Step): Promise<void> {
    const topicOf = (topic: number): string => ['ada', 'bob'][topic % 2]!
    if (step.do === 'append') void append(pick(processes, step.process)!.log, topicOf(step.topic))
    if (step.do === 'go') await pick(waiting(), step.call)?.call.go()
    if (step.do === 'dieBeforeItHears') await dieAt(pick(waiting(), step.call))
    if (step.do === 'kill') kill(pick(processes, step.process)!)
    if (step.do === 'follow') {
      const cursor = await outside.end(topicOf(step.topic))
      const place = { topic: topicOf(step.topic), cursor, position: truth.positionOf(cursor) }
      audience.follow(pick(processes, step.process)!, place)
    }
    if (step.do === 'resume') audience.follow(pick(processes, step.process)!, pick(audience.all(), step.follower))
    if (step.do === 'take') void audience.ask(pick(audience.all(), step.follower))
    if (step.do === 'leave') pick(audience.all(), step.follower)?.controller.abort()
    if (step.do === 'advance') await clock.advance(step.ms)
    if (step.do === 'sweep') await sweepNow(truth, clock)
    await quiet()
  }

  async function dieAt(last: ReturnType<typeof waiting>[number] | undefined): Promise<void> {
    await last?.call.goUnheard()
    if (last !== undefined) kill(last.process)
  }

  /** Nobody dies any more, every call takes place, and everybody asks: then all is told. */
  async function comeToRest(): Promise<void> {
    for (let polls = 0; polls < 3; polls++) {
      for (let calm = false; !calm;) {
        for (const { call } of waiting()) await call.go()
        const asking = audience.live().filter(({ isAsking }) => !isAsking)
        for (const follower of asking) void audience.ask(follower)
        await quiet()
        calm = waiting().length === 0 && asking.length === 0
      }
      await clock.advance(BOUNDS.pollMs)
    }
    for (const { cursor, position } of audience.live()) {
      rule(truth.eventsAt(cursor).length === position, 'in the end all is told')
    }
  }

  async function end(): Promise<void> {
    for (const { controller } of audience.all()) controller.abort()
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
