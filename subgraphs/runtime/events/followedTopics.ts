import type { Topic } from './topic.ts'

/** A topic that is followed in this process, by one or by many: they share one document. */
export interface FollowedTopic {
  /** As it was last seen; null until it was. */
  readonly latest: () => Topic | null
  /** Resolves when another state is shown, or when the signal is aborted. */
  readonly changed: (signal: AbortSignal) => Promise<void>
}

export interface FollowedTopics {
  /** Each call needs one `leave`. */
  enter(id: string): FollowedTopic
  leave(id: string): void
  /** Hands a topic as it was read or written to those who follow it; an older state than they know changes nothing. */
  show(topic: Topic): void
  has(id: string): boolean
  ids(): readonly string[]
}

export function createFollowedTopics(): FollowedTopics {
  const topics = new Map<string, SharedTopic>()

  function enter(id: string): FollowedTopic {
    const topic = topics.get(id) ?? createSharedTopic()
    topics.set(id, topic)
    topic.followers++
    return topic
  }

  function leave(id: string): void {
    const topic = topics.get(id)
    if (topic !== undefined && --topic.followers === 0) topics.delete(id)
  }

  return {
    enter,
    leave,
    show: (topic) => topics.get(topic._id)?.show(topic),
    has: (id) => topics.has(id),
    ids: () => [...topics.keys()],
  }
}

interface SharedTopic extends FollowedTopic {
  followers: number
  readonly show: (topic: Topic) => void
}

function createSharedTopic(): SharedTopic {
  let latest: Topic | null = null
  const waiting = new Set<() => void>()

  function changed(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const wake = (): void => {
        waiting.delete(wake)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      waiting.add(wake)
      signal.addEventListener('abort', wake)
    })
  }

  function show(topic: Topic): void {
    if (latest !== null && latest.epoch === topic.epoch && latest.size >= topic.size) return
    latest = topic
    for (const wake of waiting) wake()
  }

  return { followers: 0, latest: () => latest, changed, show }
}
