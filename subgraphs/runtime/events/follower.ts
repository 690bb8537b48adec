import type { Told } from './eventLog.ts'
import type { FollowedTopic } from './followedTopics.ts'
import { nextAfter, placeOf } from './topic.ts'

export interface FollowerParts {
  readonly after: string
  /** Called with the first `next()`; null when it is too late. Otherwise `leave` is called once for it. */
  readonly enter: () => FollowedTopic | null
  /** Reads the topic, so that the place is compared with a state that is not older. */
  readonly look: () => Promise<void>
  readonly leave: () => void
}

export interface Follower extends AsyncIterableIterator<Told> {
  /** At any time: a `next()` that is waiting answers that it is done. What it held is let go, also if nobody asks again. */
  readonly end: () => void
}

/** An iterator over what a follower is told: each `next()` looks at the newest state, so nothing is queued for it. */
export function createFollower(parts: FollowerParts): Follower {
  const ended = new AbortController()
  const told = tell(parts, ended.signal)

  /** A generator's own `return` waits for its `next`, which may wait for an event that never comes. */
  function end(): Promise<IteratorResult<Told, void>> {
    ended.abort()
    return told.return()
  }

  return {
    next: () => told.next(),
    return: end,
    [Symbol.asyncIterator]() {
      return this
    },
    end: () => void end(),
  }
}

async function* tell({ after, enter, look, leave }: FollowerParts, signal: AbortSignal): AsyncGenerator<Told, void> {
  const topic = enter()
  if (topic === null) return
  try {
    let place = placeOf(after)
    await look()
    while (!signal.aborted) {
      const latest = topic.latest()
      const next = latest === null ? null : nextAfter(latest, place)
      if (next === null) {
        await topic.changed(signal)
        continue
      }
      place = next.place
      yield next.told
    }
  } finally {
    leave()
  }
}
