import type { Clock } from '../clock/clock.ts'
import type { Log } from '../log/log.ts'
import type { Random } from '../random/random.ts'
import { type CollectionWorker, createCollectionWorker } from './collectionWorker.ts'
import type { Outbox, OutboxHandler } from './outbox.ts'
import type { WithOutbox } from './state.ts'

export interface OutboxOptions {
  /** One for each collection. */
  readonly handlers: readonly OutboxHandler<WithOutbox>[]
  readonly clock: Clock
  readonly random: Random
  /** Hears of what fails, by its code; never of whose it is. */
  readonly log: Log
  /** How many documents of one collection are tried at once. Default: 16. */
  readonly concurrency?: number
  /**
   * For how many milliseconds nobody else tries what is tried; a handler should end well before that. The longest time
   * that work waits when its process dies. Default: 30 s.
   */
  readonly leaseMs?: number
  /** How many milliseconds after a look the next one begins. Default: 1 s. */
  readonly pollMs?: number
}

/** The workers of one process over these collections; any number of processes may work on the same store. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { handlers, clock, random, log, concurrency = 16, leaseMs = 30_000, pollMs = 1_000 } = options
  for (const [name, value] of Object.entries({ concurrency, leaseMs, pollMs })) checkWhole(name, value)
  const workers = new Map<string, CollectionWorker>()
  for (const handler of handlers) {
    checkWhole(`mostTries of "${handler.name}"`, handler.mostTries)
    if (workers.has(handler.name))
      throw new TypeError(`A collection must have one handler, but "${handler.name}" has two.`)
    workers.set(handler.name, createCollectionWorker({ handler, clock, random, log, concurrency, leaseMs, pollMs }))
  }
  const all = [...workers.values()]
  const tried = (): number => all.reduce((sum, worker) => sum + worker.figures().tried, 0)
  const done = (): number => all.reduce((sum, worker) => sum + worker.done(), 0)

  async function drain(): Promise<number> {
    const triedBefore = tried()
    // What is done in one collection may put something into another.
    let before: number
    do {
      before = done()
      for (const worker of all) await worker.lookThrough()
    } while (done() !== before)
    return tried() - triedBefore
  }

  return {
    nudge(collection, id) {
      const worker = workers.get(collection)
      if (worker === undefined)
        throw new TypeError(`A nudge must name a collection with a handler, but got: "${collection}"`)
      worker.nudge(id)
    },
    start: () => all.forEach((worker) => worker.start()),
    async stop() {
      await Promise.all(all.map((worker) => worker.stop()))
    },
    drain,
    figures: () => all.map((worker) => worker.figures()),
  }
}

function checkWhole(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`${name} must be a whole number from 1, but got: ${value}`)
}
