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
  /** Taken before a topic is read or written, for `show`. */
  mark(): number
  /** Hands a topic as it was read or written to those who follow it; an older state than they know changes nothing. */
  show(topic: Topic, mark: number): void
  has(id: string): boolean
  ids(): readonly string[]
}

export function createFollowedTopics(): FollowedTopics {
  const topics = new Map<string, SharedTopic>()
  let marks = 0

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
    mark: () => marks++,
    show: (topic, mark) => topics.get(topic._id)?.show(topic, { mark, now: marks }),
    has: (id) => topics.has(id),
    ids: () => [...topics.keys()],
  }
}

interface SharedTopic extends FollowedTopic {
  followers: number
  readonly show: (topic: Topic, when: { readonly mark: number; readonly now: number }) => void
}

function createSharedTopic(): SharedTopic {
  let latest: Topic | null = null
  let shownAt = 0
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

  function show(topic: Topic, { mark, now }: { readonly mark: number; readonly now: number }): void {
    if (latest !== null && !isNewer(topic, latest, mark)) return
    shownAt = now
    latest = topic
    for (const wake of waiting) wake()
  }

  /** Of two epochs the sizes tell nothing: the newer one is what was asked for when the other was known already. */
  function isNewer(topic: Topic, known: Topic, mark: number): boolean {
    return topic.epoch === known.epoch ? topic.size > known.size : mark >= shownAt
  }

  return { followers: 0, latest: () => latest, changed, show }
}
