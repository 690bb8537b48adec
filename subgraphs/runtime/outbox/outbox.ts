import type { Collection, Guard } from '../../storage/port.ts'
import type { Millis } from '../clock/millis.ts'
import type { OutboxState, WithOutbox } from './state.ts'

/** One try of one item, by whoever holds its lease. */
export interface OutboxWork<D extends WithOutbox> {
  /** The aggregate as it was when the lease was taken: the newest, not as a plain read saw it. */
  readonly document: D
  readonly item: string
  /** 1 at the first try. */
  readonly tries: number
  /** The wall clock when the lease was taken. */
  readonly now: Millis
}

/** What becomes of the aggregate, in the one write that settles the item. */
export interface Settlement {
  /** The outbox afterwards. */
  readonly outbox: OutboxState
  /** Other fields of the aggregate, by dotted path. Default: none. */
  readonly set?: Readonly<Record<string, unknown>>
  /**
   * What must still be as in `current` when this is written, beside the outbox and the lease, which always must. Default:
   * the whole document (`rev`). For a document that others write all the time: only what was looked at; `{}` for nothing.
   */
  readonly guard?: Guard
}

/**
 * Made from the aggregate (others may have changed it since the try began) and its outbox, this item taken out already.
 * Pure: called again when `current` was not the newest, as `guard` tells. What it answers is written only while the lease
 * is held: not when the item was put anew, or somebody else tries it. When it throws, the item is tried again later.
 */
export type Settle<D extends WithOutbox> = SettleMethod<D>['settle']

// As a method, so that handlers of different documents fit into one list.
interface SettleMethod<D extends WithOutbox> {
  settle(current: D, outbox: OutboxState): Settlement
}

/** What is done with the items of one collection of aggregates. */
export interface OutboxHandler<D extends WithOutbox> {
  /** Has `OUTBOX_INDEX`. */
  readonly collection: Collection<D>
  /** The name of the collection, for nudges, logs and figures. */
  readonly name: string
  /** After how many tries `giveUp` is asked. */
  readonly mostTries: number
  /**
   * Does the work, at least once: the receiver must be idempotent. Rejects when it could not be done, or nobody knows
   * whether it was: tried again after a back-off.
   */
  act(work: OutboxWork<D>): Promise<Settle<D>>
  /**
   * After the last try, also when that never ended: what the person sees. It may put the item anew, for later. When it
   * throws it is asked again later.
   */
  giveUp(work: OutboxWork<D>, error: unknown): Settle<D>
}

/** The workers of one process. */
export interface Outbox {
  /** Something was put into the outbox of this aggregate just now: it is tried at once, without waiting for a poll. */
  nudge(collection: string, id: string): void
  /** Begins to look for what is due, at once and then at every poll. */
  start(): void
  /** Takes nothing more, and resolves when what is under way has settled. What waits is left to others, or to the next start. */
  stop(): Promise<void>
  /**
   * Tries everything that is due now, and what becomes due meanwhile at this same time; answers how many tries ended,
   * among them those that were under way before. Rejects when the store cannot be read.
   */
  drain(): Promise<number>
  /** What this process has done since it began, by collection. */
  figures(): readonly OutboxFigures[]
}

/** For operators: counts of one process, and how far behind all processes together are. */
export interface OutboxFigures {
  readonly collection: string
  /** Tries that have ended, well or not. */
  readonly tried: number
  /** Tries that rejected. */
  readonly failed: number
  /** Items whose last try was over. */
  readonly givenUp: number
  /** For how long the item had been due, in milliseconds, that was longest due at the last look; 0 when none was. */
  readonly oldestDueMs: number
}
