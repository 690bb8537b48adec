import { mostFrequentTopics, topicsOrNull } from '../runtime/scalars/topicLists.ts'
import type { ConsentedResolver } from '../runtime/subgraph/subgraph.ts'
import type { Loaders } from './loaders/loaders.ts'
import { activeDays, countedSince } from './rules/daysOfActivity.ts'
import { expiryOf } from '../runtime/lifetimes/livesForADay.ts'
import type { MessengerStore } from './store.ts'

/** How many of the newest contacts, and of the newest statuses, are looked at: one page of the store. */
const LOOKED_AT = 1_000

/**
 * What the messenger gives away by a grant, each in two store calls however much there is. Nothing here can read a
 * message: contacts, the categories of those who are businesses, and the times of statuses and new contacts are all.
 */
export function createSignals(
  store: MessengerStore,
): Record<
  'MessengerAdSignals' | 'MessengerPersonalizationSignals' | 'MessengerImprovementSignals',
  ConsentedResolver<Loaders>
> {
  /** The categories of the business profiles among somebody's contacts, the most frequent first. */
  const businessTopics: ConsentedResolver<Loaders> = async ({ subject }) => {
    const contacts = await store.contacts.page('byOwner', { ownerId: subject }, { limit: LOOKED_AT })
    if (contacts.items.length === 0) return null
    const profiles = await store.profiles.getMany(contacts.items.map(({ contactId }) => contactId))
    const categories = profiles.map((profile) => profile?.businessCategory ?? null)
    return topicsOrNull(mostFrequentTopics(categories.map((category) => (category === null ? [] : [category]))))
  }

  /** On how many days of the last 30 somebody posted a status or added a contact; what they deleted since is not counted. */
  const daysOfActivity: ConsentedResolver<Loaders> = async ({ subject }, { now }) => {
    const since = countedSince(now)
    const posted = { limit: LOOKED_AT, range: { gte: expiryOf(since) } }
    const added = { limit: LOOKED_AT, range: { gte: since } }
    const [statuses, contacts] = await Promise.all([
      store.statuses.page('byAuthor', { authorId: subject }, posted),
      store.contacts.page('byOwner', { ownerId: subject }, added),
    ])
    const times = [...statuses.items.map(({ postedAt }) => postedAt), ...contacts.items.map(({ addedAt }) => addedAt)]
    const days = activeDays(times, now)
    return days === 0 ? null : { activeDays: days }
  }

  return {
    MessengerAdSignals: businessTopics,
    MessengerPersonalizationSignals: businessTopics,
    MessengerImprovementSignals: daysOfActivity,
  }
}
