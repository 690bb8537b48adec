import { describeError } from '../log/describeError.ts'
import type { Log } from '../log/log.ts'
import type { FollowedTopics } from './followedTopics.ts'
import type { TopicStore } from './topicStore.ts'

/** How many topics are read by one call of the store. */
const TOPICS_AT_ONCE = 1_000

export interface LooksParts {
  readonly store: TopicStore
  readonly followed: FollowedTopics
  readonly log: Log
}

/** Reads followed topics for all who follow them; one call of the store at a time. */
export interface Looks {
  /** Resolves when these topics, those of them that are followed, have been read and shown. Never rejects. */
  at(ids: readonly string[]): Promise<void>
  /** Whether the last read failed: then somebody may not know of something. */
  hasFailed(): boolean
}

export function createLooks({ store, followed, log }: LooksParts): Looks {
  const wanted = new Set<string>()
  let running: Promise<void> | null = null
  let failed = false

  async function at(ids: readonly string[]): Promise<void> {
    for (const id of ids) if (followed.has(id)) wanted.add(id)
    if (wanted.size > 0) await (running ??= readAll())
  }

  async function readAll(): Promise<void> {
    while (wanted.size > 0) {
      const ids = [...wanted].slice(0, TOPICS_AT_ONCE)
      // Not after the read: what is wanted while it is under way is wanted of a later state.
      for (const id of ids) wanted.delete(id)
      await read(ids)
    }
    running = null
  }

  async function read(ids: readonly string[]): Promise<void> {
    try {
      const mark = followed.mark()
      for (const topic of await store.look(ids)) followed.show(topic, mark)
      failed = false
    } catch (error) {
      if (!failed) log.warn({ error: describeError(error) }, 'followed topics could not be read; tried again later')
      failed = true
    }
  }

  return { at, hasFailed: () => failed }
}
