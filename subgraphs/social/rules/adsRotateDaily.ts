import { createHash } from 'node:crypto'
import type { Millis } from '../../runtime/clock/millis.ts'
import { fault } from '../../runtime/errors/fault.ts'
import { topicInWords } from '../../runtime/scalars/topicLists.ts'
import type { Topic } from '../../runtime/scalars/topics.ts'

export interface CatalogueAd {
  /** Stable, lower case; the local part of the public id. */
  readonly slug: string
  readonly title: string
  readonly advertiser: string
  /** What it is about. At least one. */
  readonly topics: readonly Topic[]
  /** How much of the rotation was paid for: an ad of weight 2 comes first twice as often as one of weight 1. */
  readonly weight: number
}

export interface ShownAd {
  readonly slug: string
  readonly title: string
  readonly advertiser: string
  readonly basis: 'PERSONALIZED' | 'CONTEXTUAL'
  readonly why: string
}

export interface AdsQuestion {
  /** Whom they are for; only seeds the draw, so that not everybody sees the same. */
  readonly person: string
  readonly now: Millis
  /** How many: at most as many as there are in the catalogue. */
  readonly first: number
  readonly shared: SharedTopics
}

/** What other apps say, by consent, that the person is interested in; empty where an app says nothing. */
export interface SharedTopics {
  readonly messenger: readonly Topic[]
  readonly photo: readonly Topic[]
}

/** More than this at once would be nothing but advertisements. */
const MOST_ADS = 20

/** How many ads to show for `first`: 1 to 20, else the fault `PAGE_SIZE_INVALID`. */
export function checkAdCount(first: number | null | undefined): number {
  const count = first ?? 3
  if (count >= 1 && count <= MOST_ADS) return count
  throw fault('PAGE_SIZE_INVALID', { message: `"first" of "ads" must be from 1 to ${MOST_ADS}, but got: ${count}.` })
}

/**
 * The same `first` ads all day (UTC) for one person: a weighted draw without replacement (Efraimidis and Spirakis 2006,
 * by exponential keys) whose randomness is a hash of day, person and ad. Ads about a topic that another app shares come
 * first, each with its weight times the number of such topics; the others follow as they would have been drawn anyway.
 * With nothing shared nothing about the person enters.
 */
export function adsOfTheDay(catalogue: readonly CatalogueAd[], question: AdsQuestion): ShownAd[] {
  const { person, now, first, shared } = question
  const interests = new Set([...shared.messenger, ...shared.photo])
  const seed = `${new Date(now).toISOString().slice(0, 10)}\0${person}`
  const drawn = catalogue.map((ad) => {
    const fitting = ad.topics.filter((topic) => interests.has(topic))
    const weight = ad.weight * Math.max(1, fitting.length)
    return { ad, topic: fitting[0], key: -Math.log(uniform(`${seed}\0${ad.slug}`)) / weight }
  })
  const rank = ({ topic }: (typeof drawn)[number]) => (topic === undefined ? 1 : 0)
  drawn.sort((one, other) => rank(one) - rank(other) || one.key - other.key)
  return drawn.slice(0, first).map(({ ad, topic }) => shown(ad, topic, shared))
}

function shown({ slug, title, advertiser }: CatalogueAd, topic: Topic | undefined, shared: SharedTopics): ShownAd {
  if (topic === undefined) {
    const why =
      'It came up in the draw that picks from all advertisements every day. Nothing about you took part in it.'
    return { slug, title, advertiser, basis: 'CONTEXTUAL', why }
  }
  const why = `It is about ${topicInWords(topic)}, one of the topics that you let ${appsOf(topic, shared)} share for ads.`
  return { slug, title, advertiser, basis: 'PERSONALIZED', why }
}

function appsOf(topic: Topic, { messenger, photo }: SharedTopics): string {
  const apps = [
    ...(messenger.includes(topic) ? ['the messenger'] : []),
    ...(photo.includes(topic) ? ['the photo app'] : []),
  ]
  return apps.join(' and ')
}

/** A number in (0, 1] that is the same for the same text: 48 bits of SHA-256. */
function uniform(text: string): number {
  const bits = createHash('sha256').update(text).digest().readUIntBE(0, 6)
  return (bits + 1) / 2 ** 48
}
