import { isTopic, type Topic } from './topics.ts'

/** A consented type gives no more topics than this: what somebody is interested in most, not all there is of them. */
export const MOST_TOPICS = 10

/**
 * What one person's things are about, the most frequent topic first, equally frequent ones by name; 10 at the most. A
 * thing counts once for each of its topics. What is not in the published vocabulary is left out.
 */
export function mostFrequentTopics(things: Iterable<readonly string[]>): Topic[] {
  const counts = new Map<Topic, number>()
  for (const thing of things) {
    for (const topic of new Set(thing.filter(isTopic))) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  }
  const ranked = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
  return ranked.slice(0, MOST_TOPICS).map(([topic]) => topic)
}

/** What a source answers: these topics, or null where there are none, which looks like every other reason for null. */
export function topicsOrNull(topics: readonly Topic[]): { readonly topics: readonly Topic[] } | null {
  return topics.length === 0 ? null : { topics }
}

/** The topics of an input that came from another app; none where there is no input. */
export function topicsIn(input: { readonly topics: readonly string[] } | null | undefined): readonly Topic[] {
  return input ? input.topics.filter(isTopic) : []
}

/** As a sentence says it: `BOARD_GAMES` is "board games". */
export function topicInWords(topic: Topic): string {
  return topic.toLowerCase().replaceAll('_', ' ')
}
