import type { Changes } from '../../storage/port.ts'
import type { Clock } from '../clock/clock.ts'
import { describeError } from '../log/describeError.ts'
import type { Log } from '../log/log.ts'
import { backoffMs } from '../outbox/chance.ts'
import type { Random } from '../random/random.ts'
import type { FollowedTopics } from './followedTopics.ts'
import { createLooks } from './looks.ts'
import type { TopicStore } from './topicStore.ts'

/** While the store tells of changes, every so many polls look nevertheless: topics that are followed are kept. */
const POLLS_WHILE_TOLD = 20

/** How soon a store is asked again that answered at once that nothing has changed, in milliseconds. */
const PACE_MS = 100

export interface WatchParts {
  readonly store: TopicStore
  readonly followed: FollowedTopics
  /** The store's changes of the collection; absent where it tells of none. */
  readonly changes?: (signal: AbortSignal) => AsyncIterable<Changes>
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly pollMs: number
}

/** Looking out for what other processes append to the followed topics. */
export interface Watch {
  isTold(): boolean
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>
}

/** Begins at once; for as long as somebody follows. */
export function startWatch(parts: WatchParts): Watch {
  const { store, followed, changes, clock, random, log, pollMs } = parts
  const looks = createLooks({ store, followed, log })
  const stopping = new AbortController()
  const { signal } = stopping
  let told = false

  function lookAtAll(): Promise<void> {
    return looks.at(followed.ids())
  }

  async function poll(): Promise<void> {
    for (let polls = 1; await waited(pollMs); polls++) {
      if (!told || looks.hasFailed() || polls % POLLS_WHILE_TOLD === 0) await lookAtAll()
    }
  }

  /** What broke is begun anew; a server that has no changes to tell may have them one day. */
  async function listen(tell: NonNullable<WatchParts['changes']>): Promise<void> {
    let tries = 0
    do {
      try {
        for await (const changed of paced(tell(signal))) {
          await (changed === 'UNKNOWN' || !told ? lookAtAll() : looks.at(changed))
          told = true
          tries = 0
        }
      } catch (error) {
        if (tries === 0 && !signal.aborted)
          log.info({ error: describeError(error) }, 'the store tells of no changes: it is asked at every poll')
      }
      told = false
      tries++
    } while (await waited(backoffMs(tries, random)))
  }

  /** The same, without asking all the time a store that does not wait itself. */
  async function* paced(changes: AsyncIterable<Changes>): AsyncGenerator<Changes> {
    let asked = clock.monotonic()
    for await (const changed of changes) {
      yield changed
      if (changed.length === 0) await waited(asked + PACE_MS - clock.monotonic())
      asked = clock.monotonic()
    }
  }

  /** Whether it is to go on after so many milliseconds. */
  async function waited(ms: number): Promise<boolean> {
    return clock.wait(ms, signal).then(
      () => !signal.aborted,
      () => false,
    )
  }

  const done = Promise.all([poll(), ...(changes === undefined ? [] : [listen(changes)])])
  return {
    isTold: () => told,
    async stop() {
      stopping.abort()
      await done
    },
  }
}
