import { createManualClock, type ManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import { createEventLog, type EventLogOptions } from '../../../../subgraphs/runtime/events/createEventLog.ts'
import type { EventLog, Told } from '../../../../subgraphs/runtime/events/eventLog.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import type { Random } from '../../../../subgraphs/runtime/random/random.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import type { Storage } from '../../../../subgraphs/storage/port.ts'
import { quiet } from '../../../support/heldStorage.ts'

export const START = Date.parse('2026-11-22T12:00:00Z')

/** Logs of one collection over one store, each as a process of its own would have it. */
export interface Logs {
  readonly clock: ManualClock
  readonly storage: Storage
  readonly process: (options?: Partial<EventLogOptions>) => EventLog
}

export function createLogs(storage: Storage = createMemoryStorage()): Logs {
  const clock = createManualClock(START)
  const random: Random = createSeededRandom('events')
  const own = { storage, collection: 'photo_events', clock, random, log: silentLog }
  return { clock, storage, process: (options) => createEventLog({ ...own, ...options }) }
}

/** What a follower has been told so far, in words: the kind of an event, or `GAP`. */
export interface Heard {
  readonly words: string[]
  /** Of what it was told last. */
  readonly cursor: () => string
  readonly ended: Promise<void>
}

/** Follows as an app does, and takes whatever comes as soon as it can. */
export function listen(told: AsyncIterable<Told>): Heard {
  const words: string[] = []
  let cursor = ''
  const ended = (async () => {
    for await (const item of told) {
      words.push(item.type === 'GAP' ? 'GAP' : item.kind)
      cursor = item.cursor
    }
  })()
  return { words, cursor: () => cursor, ended }
}

/** Appends them one after the other; resolves when whoever listens in this process has heard of them. */
export async function appendAll(log: EventLog, topic: string, kinds: Iterable<string>): Promise<void> {
  for (const kind of kinds) await log.append(topic, { kind })
  await quiet()
}

export { quiet }
