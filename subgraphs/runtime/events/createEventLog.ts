import type { Storage } from '../../storage/port.ts'
import type { Clock } from '../clock/clock.ts'
import { derivedId } from '../idempotency/derivedId.ts'
import type { Log } from '../log/log.ts'
import type { Random } from '../random/random.ts'
import type { EventLog, NewEvent } from './eventLog.ts'
import { createFollowedTopics } from './followedTopics.ts'
import { createFollowing } from './following.ts'
import { cursorOf, endOf, type StoredEvent, type Topic, topicsNamed } from './topic.ts'
import { createTopicStore } from './topicStore.ts'
import { startWatch, type WatchParts } from './watch.ts'

export interface EventLogOptions {
  readonly storage: Storage
  /** The name of the collection that holds the topics, one per subgraph. It ends in `_events`, such as `photo_events`. */
  readonly collection: string
  readonly clock: Clock
  readonly random: Random
  /** Hears of a store that cannot be read or tells of no changes; never of a topic. */
  readonly log: Log
  /** How often, in milliseconds, a store is asked that does not tell of changes by itself. Default: 500. */
  readonly pollMs?: number
  /** How many events of a topic are stored at the most, from 2; half as many at the least. Default: 128. */
  readonly mostEvents?: number
  /** For how many milliseconds a topic is stored at least that nobody appends to nor follows. Default: an hour. */
  readonly lifetimeMs?: number
}

const LONGEST_KIND = 64
const MOST_BYTES = 512

/** The logs of events of one subgraph, as one process sees them. */
export function createEventLog(options: EventLogOptions): EventLog {
  const { storage, collection, clock, random, log, pollMs = 500, mostEvents = 128, lifetimeMs = 3_600_000 } = options
  checkWhole({ pollMs, lifetimeMs }, 1)
  checkWhole({ mostEvents }, 2)
  const store = createTopicStore({ storage, collection, clock, random, log, mostEvents, lifetimeMs })
  const followed = createFollowedTopics()
  const { follow, figures, stop } = createFollowing({
    followed,
    startWatch: () => startWatch({ store, followed, clock, random, log, pollMs, ...changesOf(storage, collection) }),
  })

  async function look(id: string): Promise<Topic> {
    const mark = followed.mark()
    const [topic] = await store.look([id])
    followed.show(topic!, mark)
    return topic!
  }

  return {
    async append(topic, event) {
      const mark = followed.mark()
      const written = await store.append(idOf(collection, topic), storedEvent(event, clock))
      followed.show(written, mark)
      await store.trim(written)
      return cursorOf(endOf(written))
    },
    end: async (topic) => cursorOf(endOf(await look(idOf(collection, topic)))),
    follow(topic, after, signal) {
      const id = idOf(collection, topic)
      return follow({ id, after, look: async () => void (await look(id)), signal })
    },
    figures,
    stop,
  }
}

/** Of the collection too, so that the stores of two apps hold nothing that is equal. */
function idOf(collection: string, topic: string): string {
  return derivedId('events', collection, topic)
}

function storedEvent({ kind, data = null }: NewEvent, clock: Clock): StoredEvent {
  if (kind.length < 1 || kind.length > LONGEST_KIND)
    throw new TypeError(`The kind of an event must have 1 to ${LONGEST_KIND} characters, but got: ${kind.length}.`)
  const bytes = Buffer.byteLength(JSON.stringify(data))
  if (bytes > MOST_BYTES)
    throw new TypeError(
      `The data of "${kind}" must have at most ${MOST_BYTES} bytes, but got: ${bytes}. Tell ids and let followers fetch.`,
    )
  return { kind, at: clock.wall(), data }
}

function changesOf(storage: Storage, collection: string): Pick<WatchParts, 'changes'> {
  if (storage.changes === undefined) return {}
  return { changes: (signal) => storage.changes!(topicsNamed(collection), signal) }
}

function checkWhole(options: Readonly<Record<string, number>>, least: number): void {
  for (const [name, value] of Object.entries(options)) {
    if (!Number.isInteger(value) || value < least)
      throw new RangeError(`${name} must be a whole number from ${least}, but got: ${value}`)
  }
}
