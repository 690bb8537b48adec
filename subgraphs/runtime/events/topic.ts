import type { CollectionDefinition, StoredDocument } from '../../storage/port.ts'
import type { Millis } from '../clock/millis.ts'
import { KEPT_INDEX } from '../lifetimes/sweeper.ts'
import type { EventData, Told } from './eventLog.ts'

/** One topic's log as it is stored. */
export interface Topic extends StoredDocument {
  /** Drawn by chance as the document is made: what was swept and made anew is another log. */
  readonly epoch: string
  /** How many events this epoch has had: the sequence of the newest. */
  readonly size: number
  /** The newest events, without a hole: the last one has the sequence `size`. */
  readonly tail: readonly StoredEvent[]
  /** When nobody has appended or followed for long, it is swept. */
  readonly keptUntil: Millis
}

export interface StoredEvent {
  readonly kind: string
  readonly at: Millis
  readonly data: EventData
}

/** After which event of which log a follower is. */
export interface Place {
  readonly epoch: string
  readonly sequence: number
}

/**
 * Whether a collection of this name holds a log of events. By it a backup leaves logs out: their cursors and events mean
 * nothing in another installation, and one that went back in time would take cursors that are out there for its own.
 */
export function isEventLog(collection: string): boolean {
  return collection.endsWith('_events')
}

/** Throws a `TypeError` for a name by which nobody could tell that it is a log. */
export function topicsNamed(name: string): CollectionDefinition<Topic> {
  if (!isEventLog(name))
    throw new TypeError(`The name of an event log must end in "_events", such as "photo_events", but got: "${name}".`)
  return { name, version: 1, indexes: [KEPT_INDEX] }
}

export function endOf({ epoch, size }: Topic): Place {
  return { epoch, sequence: size }
}

export function cursorOf({ epoch, sequence }: Place): string {
  return `${epoch}:${sequence}`
}

/** The place of a cursor; of what is no cursor, a place in no log at all. */
export function placeOf(cursor: string): Place {
  const [, epoch = '', sequence = '0'] = /^([\w-]{1,64}):(0|[1-9]\d{0,14})$/.exec(cursor) ?? []
  return { epoch, sequence: Number(sequence) }
}

/** What a follower at this place is told next, and where it is then; null while there is nothing to tell. */
export function nextAfter(topic: Topic, place: Place): { readonly told: Told; readonly place: Place } | null {
  const { epoch, size, tail } = topic
  const before = size - tail.length
  // A cursor beyond the end is of a log that is not this one any more (a backup was restored), or of a later state.
  if (place.epoch !== epoch || place.sequence < before || place.sequence > size) {
    const end = endOf(topic)
    return { told: { type: 'GAP', cursor: cursorOf(end) }, place: end }
  }
  const event = tail[place.sequence - before]
  if (event === undefined) return null
  const { kind, data, at } = event
  const next = { epoch, sequence: place.sequence + 1 }
  return { told: { type: 'EVENT', kind, data, at, cursor: cursorOf(next) }, place: next }
}
