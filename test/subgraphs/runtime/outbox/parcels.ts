import { createManualClock } from '../../../../subgraphs/runtime/clock/manualClock.ts'
import type { Log } from '../../../../subgraphs/runtime/log/log.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import type { Outbox, OutboxHandler, OutboxWork, Settle } from '../../../../subgraphs/runtime/outbox/outbox.ts'
import { OUTBOX_INDEX, withItem, type WithOutbox } from '../../../../subgraphs/runtime/outbox/state.ts'
import { createOutbox, type OutboxOptions } from '../../../../subgraphs/runtime/outbox/worker.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import type { Collection, CollectionDefinition, Storage } from '../../../../subgraphs/storage/port.ts'

/** An aggregate for tests: parcels that are sent, item by item. */
export interface Parcel extends WithOutbox {
  /** What was acted upon and settled, by item: how often. */
  readonly sent: Readonly<Record<string, number>>
  readonly failure: string | null
}

export const PARCELS: CollectionDefinition<Parcel> = { name: 'parcels', version: 1, indexes: [OUTBOX_INDEX] }
export const START = Date.UTC(2026, 10, 22, 12)
export const LEASE_MS = 30_000
export const MOST_TRIES = 3

export interface PostOfficeOptions extends Partial<Omit<OutboxOptions, 'handlers' | 'clock' | 'random'>> {
  readonly storage?: Storage
  /** Stands between the worker and its store. Default: nothing. */
  readonly collection?: (collection: Collection<Parcel>) => Collection<Parcel>
  /** What a try does. Default: nothing, and it succeeds. */
  readonly act?: (work: OutboxWork<Parcel>) => Promise<void>
  readonly settle?: Settle<Parcel>
}

/** One process over parcels on a clock that stands still; `another` is a second one over the same store. */
export function postOffice({ storage = createMemoryStorage(), ...options }: PostOfficeOptions = {}) {
  const clock = createManualClock(START)
  const parcels = storage.collection(PARCELS)
  const tried: string[] = []
  let processes = 0

  function worker({ act, settle, collection = (same) => same, ...others }: PostOfficeOptions): Outbox {
    const handler: OutboxHandler<Parcel> = {
      collection: collection(parcels),
      name: 'parcels',
      mostTries: MOST_TRIES,
      async act(work) {
        tried.push(`${work.document._id}/${work.item} ${work.tries}`)
        await act?.(work)
        return settle ?? sent(work.item)
      },
      giveUp: (work) => (_current, outbox) => ({ outbox, set: { failure: work.item } }),
    }
    const random = createSeededRandom(`process ${processes++}`)
    return createOutbox({ handlers: [handler], clock, random, log: silentLog, ...others })
  }

  return {
    clock,
    parcels,
    /** Tries in the order in which they began: `a/red 1`. */
    tried,
    outbox: worker(options),
    another: (others: PostOfficeOptions = {}) => worker({ ...options, ...others }),
    put: (id: string, ...items: string[]) => put(parcels, id, items, clock.wall()),
    read: async (id: string) => (await parcels.getMany([id]))[0] ?? null,
  }
}

const sent =
  (item: string): Settle<Parcel> =>
  (current, outbox) => ({ outbox, set: { [`sent.${item}`]: (current.sent[item] ?? 0) + 1 } })

/** Puts these items into a parcel, which is made where it is absent. */
export async function put(
  parcels: Collection<Parcel>,
  id: string,
  items: readonly string[],
  due: number,
): Promise<void> {
  const [found] = await parcels.getMany([id])
  let outbox = found?.outbox
  for (const item of items) outbox = withItem(outbox, item, due)
  if (outbox === undefined) return
  if (found) await parcels.patch(id, { rev: found.rev }, { set: { outbox } })
  else await parcels.insert({ _id: id, sent: {}, failure: null, outbox })
}

/** A log that keeps what it is told. */
export function keptLog(): Log & { readonly lines: readonly { readonly fields: object; readonly message: string }[] } {
  const lines: { fields: object; message: string }[] = []
  const keep = (fields: object, message: string): void => void lines.push({ fields, message })
  return { lines, debug: keep, info: keep, warn: keep, error: keep }
}
