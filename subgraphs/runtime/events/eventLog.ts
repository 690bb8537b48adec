import type { Scalar } from '../../storage/port.ts'
import type { Millis } from '../clock/millis.ts'

/**
 * What an event may say: ids and codes of the app's own, so that who hears of it knows what to fetch. Never a value of
 * consented data, nor anything that not every follower of the topic may see: the log knows nobody's rights.
 */
export type EventData = Scalar | readonly EventData[] | { readonly [field: string]: EventData }

export interface NewEvent {
  /** What happened, such as `STATUS_POSTED`: 1 to 64 characters. */
  readonly kind: string
  /** At most 512 bytes as JSON. Default: null. */
  readonly data?: EventData
}

/** What a follower is told. */
export type Told = LoggedEvent | Gap

export interface LoggedEvent {
  readonly type: 'EVENT'
  readonly kind: string
  readonly data: EventData
  /** The wall clock of the process that appended it. For people: the order of events is that of the log. */
  readonly at: Millis
  /** Whoever follows from here is told what came after this event. */
  readonly cursor: string
}

/** Events may have been missed: fetch anew now. What happens after that is told. */
export interface Gap {
  readonly type: 'GAP'
  readonly cursor: string
}

/** For operators: what is followed in this process. */
export interface EventFigures {
  readonly topics: number
  readonly followers: number
  /** Whether the store tells of changes by itself; if not, it is asked at every poll. */
  readonly isTold: boolean
}

/**
 * Logs of events in the store, one for each topic, appended to and followed by any number of processes.
 *
 * A topic is any string that names one thing of the app, say `profile:` and its id; only a hash of it is stored, other for
 * each collection. Who may append to it or follow it is the caller's business.
 */
export interface EventLog {
  /**
   * Adds an event at the end of the topic's log, durably, and answers its cursor. Followers in this process are told at
   * once. Rejects with a `TypeError` for an event that is none, and with a `StorageError` when it is not known to be
   * stored; `STORE_UNAVAILABLE` and `STORE_TIMEOUT` may have added it.
   *
   * Append after the change itself is acknowledged, so that whoever fetches on hearing of it sees it. A process that dies
   * in between has appended nothing: an event that must not be lost is appended by an item of the outbox, at least once.
   */
  append(topic: string, event: NewEvent): Promise<string>

  /** Where the topic's log ends now. Take it before you fetch, and follow from it after: then no change falls between. */
  end(topic: string): Promise<string>

  /**
   * All events after the cursor, each exactly once and in the order of the log, then others as they come. A gap is told
   * instead when some of them are not stored any more, or when the cursor is none of this topic's log as it is now.
   *
   * It ends when `signal` is aborted, by `return()`, also while `next()` is waiting, and when the log is stopped. Begins
   * with the first `next()`, which rejects with a `StorageError` when the store cannot be read then; later on a store
   * that is away is waited for. A follower holds its place and nothing else, however slow it is.
   */
  follow(topic: string, after: string, signal?: AbortSignal): AsyncIterableIterator<Told>

  figures(): EventFigures

  /** Ends all followers, those that come later as well, and resolves when nothing is under way. */
  stop(): Promise<void>
}
