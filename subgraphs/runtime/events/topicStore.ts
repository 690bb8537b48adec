import type { Collection, Storage } from '../../storage/port.ts'
import type { Clock } from '../clock/clock.ts'
import type { Millis } from '../clock/millis.ts'
import { createSweeper } from '../lifetimes/sweeper.ts'
import { describeError } from '../log/describeError.ts'
import type { Log } from '../log/log.ts'
import type { Random } from '../random/random.ts'
import { type StoredEvent, type Topic, topicsNamed } from './topic.ts'

export interface TopicStoreParts {
  readonly storage: Storage
  readonly collection: string
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly mostEvents: number
  readonly lifetimeMs: number
}

/** The topics in the store. Every write is one atomic step on one document; between any two the process may die. */
export interface TopicStore {
  /** The topic as this event left it: its sequence is `size`. */
  append(id: string, event: StoredEvent): Promise<Topic>
  /** To be called with what `append` answered, before more is appended. Never rejects. */
  trim(written: Topic): Promise<void>
  /** These topics as they are now: made where there is none, and kept for longer where their time is running out. */
  look(ids: readonly string[]): Promise<readonly Topic[]>
}

export function createTopicStore(parts: TopicStoreParts): TopicStore {
  const { storage, collection, clock, random, log, mostEvents, lifetimeMs } = parts
  const topics = storage.collection(topicsNamed(collection))
  const sweep = createSweeper({ collection: topics, index: 'byKeptUntil', clock })
  const keptUntil = (): Millis => inSteps(clock.wall(), lifetimeMs)

  async function append(id: string, event: StoredEvent): Promise<Topic> {
    for (;;) {
      const change = { inc: { size: 1 }, push: { tail: [event] }, set: { keptUntil: keptUntil() } }
      const written = (await topics.patch(id, {}, change)) ?? (await begin(id, [event]))
      if (written !== null) return written
    }
  }

  async function look(ids: readonly string[]): Promise<readonly Topic[]> {
    const found = await topics.getMany(ids)
    return Promise.all(found.map((topic, at) => (topic === null ? open(ids[at]!) : keepOn(topic))))
  }

  /** A topic that was not there; null when somebody else was faster. */
  async function begin(_id: string, tail: readonly StoredEvent[]): Promise<Topic | null> {
    const fresh = { _id, epoch: random.id(), size: tail.length, tail, keptUntil: keptUntil() }
    if ((await topics.insert(fresh)) === 'conflict') return null
    await afterwards(sweep)
    return { ...fresh, rev: 1 }
  }

  /** It is made without an event, so that whoever follows has a log to be in from now on. */
  async function open(id: string): Promise<Topic> {
    for (;;) {
      const topic = (await begin(id, [])) ?? (await topics.patch(id, {}, { set: { keptUntil: keptUntil() } }))
      if (topic !== null) return topic
    }
  }

  async function keepOn(topic: Topic): Promise<Topic> {
    if (topic.keptUntil - clock.wall() > lifetimeMs / 2) return topic
    return (
      (await topics.patch(topic._id, { epoch: topic.epoch }, { set: { keptUntil: keptUntil() } })) ?? open(topic._id)
    )
  }

  /** What is done is done: keeping order fails by itself, and somebody else will. */
  async function afterwards(act: () => Promise<void>): Promise<void> {
    await act().catch((error: unknown) => {
      log.warn({ collection, error: describeError(error) }, 'old events could not be removed; tried again later')
    })
  }

  return { append, trim: (written) => afterwards(() => trimTo(mostEvents, topics, written)), look }
}

/**
 * Takes the older half away. It is left only when somebody did it, so a tail has no more events over than appends were
 * under way at once.
 */
async function trimTo(mostEvents: number, topics: Collection<Topic>, written: Topic): Promise<void> {
  let topic: Topic | null = written
  while (topic !== null && topic.tail.length > mostEvents) topic = await halve(mostEvents, topics, topic)
}

/** Only if nothing was appended since it was read: that would be lost without a trace. Answers what is there now. */
async function halve(
  mostEvents: number,
  topics: Collection<Topic>,
  { _id, epoch, size, tail }: Topic,
): Promise<Topic | null> {
  const change = { set: { tail: tail.slice(-Math.ceil(mostEvents / 2)) } }
  const halved = await topics.patch(_id, { epoch, size }, change)
  return halved ?? (await topics.getMany([_id]))[0] ?? null
}

/** Rounded up, so that most appends change nothing in the index. */
function inSteps(now: Millis, lifetimeMs: Millis): Millis {
  const step = Math.ceil(lifetimeMs / 12)
  return Math.ceil((now + lifetimeMs) / step) * step
}
