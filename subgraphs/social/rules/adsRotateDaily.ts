import { createHash } from 'node:crypto'
import type { Millis } from '../../runtime/clock/millis.ts'
import { fault } from '../../runtime/errors/fault.ts'
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
  /** What consented data says the person is interested in; null without any. */
  readonly topics: ReadonlySet<string> | null
}

/** More than this at once would be nothing but advertisements. */
const MOST_ADS = 20

/** How many ads to show for `first`: 1 to 20, else the fault `PAGE_SIZE_INVALID`. */
export function checkAdCount(first: number | null | undefined): number {
  const count = first ?? 3
  if (count >= 1 && count <= MOST_ADS) return count
  throw fault('PAGE_SIZE_INVALID', { message: `"first" of "ads" must be from 1 to ${MOST_ADS}, but got: ${count}.` })
}

/** With consent, ads about one of the person's topics draw this many times their weight: likely first, not alone. */
const TOPIC_BOOST = 8

/**
 * The same `first` ads all day (UTC) for one person: a weighted draw without replacement (Efraimidis and Spirakis 2006,
 * by exponential keys) whose randomness is a hash of day, person and ad. Without topics nothing about the person enters.
 */
export function adsOfTheDay(catalogue: readonly CatalogueAd[], question: AdsQuestion): ShownAd[] {
  const { person, now, first, topics } = question
  const seed = `${new Date(now).toISOString().slice(0, 10)}\0${person}`
  const drawn = catalogue.map((ad) => {
    const topic = ad.topics.find((each) => topics?.has(each))
    const weight = topic === undefined ? ad.weight : ad.weight * TOPIC_BOOST
    return { ad, topic, key: -Math.log(uniform(`${seed}\0${ad.slug}`)) / weight }
  })
  drawn.sort((one, other) => one.key - other.key)
  return drawn.slice(0, first).map(({ ad, topic }) => shown(ad, topic))
}

function shown({ slug, title, advertiser }: CatalogueAd, topic: Topic | undefined): ShownAd {
  if (topic === undefined) {
    const why =
      'It came up in the draw that picks from all advertisements every day. Nothing about you took part in it.'
    return { slug, title, advertiser, basis: 'CONTEXTUAL', why }
  }
  const why = `You let another app share topics for advertisements, and one of them was ${topic}.`
  return { slug, title, advertiser, basis: 'PERSONALIZED', why }
}

/** A number in (0, 1] that is the same for the same text: 48 bits of SHA-256. */
function uniform(text: string): number {
  const bits = createHash('sha256').update(text).digest().readUIntBE(0, 6)
  return (bits + 1) / 2 ** 48
}
