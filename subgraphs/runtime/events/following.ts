import type { EventFigures } from './eventLog.ts'
import type { FollowedTopic, FollowedTopics } from './followedTopics.ts'
import { createFollower, type Follower } from './follower.ts'
import type { Watch } from './watch.ts'

export interface FollowingParts {
  readonly followed: FollowedTopics
  /** Called when somebody follows and nobody did. */
  readonly startWatch: () => Watch
}

export interface Followed {
  readonly id: string
  readonly after: string
  /** Reads the topic and shows it. */
  readonly look: () => Promise<void>
  readonly signal: AbortSignal | undefined
}

/** All that is followed in this process; others are looked out for while somebody follows. */
export interface Following {
  readonly follow: (what: Followed) => Follower
  readonly figures: () => EventFigures
  readonly stop: () => Promise<void>
}

export function createFollowing({ followed, startWatch }: FollowingParts): Following {
  const followers = new Set<Follower>()
  const stopping = new Set<Promise<void>>()
  let watch: Watch | null = null
  let isStopped = false

  function follow({ id, after, look, signal }: Followed): Follower {
    const follower = createFollower({ after, enter, look, leave })
    return follower

    function enter(): FollowedTopic | null {
      if (isStopped || signal?.aborted === true) return null
      followers.add(follower)
      signal?.addEventListener('abort', follower.end)
      watch ??= startWatch()
      return followed.enter(id)
    }

    function leave(): void {
      followers.delete(follower)
      signal?.removeEventListener('abort', follower.end)
      followed.leave(id)
      if (followers.size === 0) stopWatching()
    }
  }

  function stopWatching(): void {
    if (watch === null) return
    const stopped = watch.stop()
    watch = null
    stopping.add(stopped)
    void stopped.finally(() => stopping.delete(stopped))
  }

  return {
    follow,
    figures: () => ({ topics: followed.ids().length, followers: followers.size, isTold: watch?.isTold() ?? false }),
    async stop() {
      isStopped = true
      for (const follower of followers) follower.end()
      stopWatching()
      await Promise.all(stopping)
    },
  }
}
