import { topicInWords } from '../../runtime/scalars/topicLists.ts'
import type { Topic } from '../../runtime/scalars/topics.ts'

/** What other apps say, by consent, that the viewer is interested in; empty where an app says nothing. */
export interface SharedTopics {
  readonly messenger: readonly Topic[]
  readonly social: readonly Topic[]
}

/** A profile that shows photos about something that the viewer let another app share. */
export interface Fit {
  readonly topic: Topic
  /** How many of the shared topics its photos are about. */
  readonly count: number
}

export function sharesNothing({ messenger, social }: SharedTopics): boolean {
  return messenger.length === 0 && social.length === 0
}

/** How a profile with photos about these topics fits; null when it does not. The first shared topic is the one named. */
export function fitOf(photoTopics: ReadonlySet<Topic>, { messenger, social }: SharedTopics): Fit | null {
  const fitting = [...new Set([...messenger, ...social])].filter((topic) => photoTopics.has(topic))
  const [topic] = fitting
  return topic === undefined ? null : { topic, count: fitting.length }
}

/** Those that fit first, by how many topics they fit; else the order stays as it was. */
export function fittingFirst<C extends { readonly fit: Fit | null }>(candidates: readonly C[]): C[] {
  return candidates.toSorted((one, other) => (other.fit?.count ?? 0) - (one.fit?.count ?? 0))
}

/** What a suggestion that fits says about itself: which app shared the topic, and that the viewer let it. */
export function whyItFits({ topic }: Fit, { messenger, social }: SharedTopics): string {
  const apps = [
    ...(messenger.includes(topic) ? ['the messenger'] : []),
    ...(social.includes(topic) ? ['the social app'] : []),
  ]
  const words = topicInWords(topic)
  return `It shows photos about ${words}, one of the topics that you let ${apps.join(' and ')} share for suggestions.`
}
