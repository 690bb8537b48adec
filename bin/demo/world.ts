import type { App } from '../../subgraphs/runtime/identity/identity.ts'
import { createDice, zipf, type Dice } from './dice.ts'
import type { Random } from '../../subgraphs/runtime/random/random.ts'
import { crowd } from './crowd.ts'
import type { Persona } from './personas.ts'
import { captionAbout, postAbout } from './texts.ts'

const day = 86_400_000

/** A demo picture that a photo can show, with the topics it fits. */
export interface DemoPicture {
  readonly name: string
  readonly topics: readonly string[]
}

/** Everything that happened before the first visitor came, as plain values; `ago` is milliseconds before the start. */
export interface World {
  /** The personas first, then the crowd; the order is the rank of their fame. */
  readonly people: readonly Persona[]
  /** Per app, who knows whom: messenger and social pairs stand once, photo pairs are (follower, followed). */
  readonly ties: Readonly<Record<App, readonly TimedTie[]>>
  readonly photos: readonly DemoPhoto[]
  readonly posts: readonly DemoPost[]
}

/** Two names. `answered: false` is a request that waits. */
export interface Tie {
  readonly from: string
  readonly to: string
  readonly answered: boolean
}

/** A tie since `ago`; a request that waits has waited since then. */
export interface TimedTie extends Tie {
  readonly ago: number
}

export interface DemoPhoto {
  readonly author: string
  readonly picture: string
  readonly caption: string
  readonly ago: number
  readonly likedBy: readonly string[]
}

export interface DemoPost {
  readonly author: string
  readonly text: string
  readonly ago: number
  readonly reactions: readonly { readonly by: string; readonly reaction: string }[]
}

/** The same world for the same seed. */
export function createWorld(
  random: Random,
  personas: readonly Persona[],
  crowdSize: number,
  pictures: readonly DemoPicture[],
): World {
  const dice = createDice(random)
  const topics = [...new Set(personas.flatMap((person) => person.topics))]
  const people = [...personas, ...crowd(dice, crowdSize, topics)]
  const blocked = new Set(
    personas.flatMap((person) =>
      (person.blocks ?? []).flatMap((other) => [pair(person.name, other), pair(other, person.name)]),
    ),
  )
  const ties = {
    MESSENGER: undirected(friendships(dice, people, 'MESSENGER', 6, blocked)),
    PHOTO: withRequests(follows(dice, people, blocked)),
    SOCIAL: undirected(friendships(dice, people, 'SOCIAL', 8, blocked)),
  }
  return {
    people,
    photos: photosOf(dice, people, ties.PHOTO, pictures),
    posts: postsOf(dice, people, ties.SOCIAL),
    ties: {
      MESSENGER: withTimes(dice, ties.MESSENGER),
      PHOTO: withTimes(dice, ties.PHOTO),
      SOCIAL: withTimes(dice, ties.SOCIAL),
    },
  }
}

const pair = (from: string, to: string): string => `${from}→${to}`
const members = (people: readonly Persona[], app: App): Persona[] =>
  people.filter((person) => person.profiles[app] !== undefined)

/** What personas say of themselves, and for everybody some acquaintances drawn by fame. */
function friendships(
  dice: Dice,
  people: readonly Persona[],
  app: App,
  each: number,
  blocked: ReadonlySet<string>,
): Tie[] {
  const here = members(people, app)
  const names = new Set(here.map((person) => person.name))
  const famous = zipf(dice, here)
  const drawn = here.flatMap((person) =>
    [
      ...person.knows.filter((name) => names.has(name)),
      ...Array.from({ length: 1 + dice.below(each) }, () => famous().name),
    ].map((to) => ({ from: person.name, to, answered: true })),
  )
  const seen = new Set<string>()
  return drawn.filter(({ from, to }) => {
    const key = pair(from, to)
    if (from === to || seen.has(key) || blocked.has(key)) return false
    seen.add(key)
    return true
  })
}

function undirected(ties: readonly Tie[]): Tie[] {
  const seen = new Set<string>()
  return ties.filter(({ from, to }) => {
    if (seen.has(pair(to, from))) return false
    seen.add(pair(from, to))
    return true
  })
}

/** In the photo app those who know each other follow each other, and the famous are followed by many. */
function follows(dice: Dice, people: readonly Persona[], blocked: ReadonlySet<string>): Tie[] {
  const ties = friendships(dice, people, 'PHOTO', 12, blocked)
  const known = new Set(ties.map(({ from, to }) => pair(from, to)))
  const back = ties
    .filter(({ from, to }) => !known.has(pair(to, from)) && dice.chance(0.4))
    .map(({ from, to }) => ({ from: to, to: from, answered: true }))
  return [...ties, ...back]
}

/** Some requests to private profiles still wait for an answer: Sofia's to Elif always does. */
function withRequests(ties: readonly Tie[]): Tie[] {
  const waits = { from: 'Sofia Lindgren', to: 'Elif Kaya', answered: false }
  return [...ties.filter(({ from, to }) => from !== waits.from || to !== waits.to), waits]
}

/**
 * Ties come about over a year. Whoever is known has a time of their own for it: some were famous once, others become so
 * now, so that those who are popular lately are not those who are known best.
 */
function withTimes(dice: Dice, ties: readonly Tie[]): TimedTie[] {
  const lateness = new Map<string, number>()
  return ties.map((tie) => {
    const late = lateness.get(tie.to) ?? 0.3 + 3 * dice.fraction()
    lateness.set(tie.to, late)
    return { ...tie, ago: Math.floor(dice.fraction() ** late * 365 * day) + day }
  })
}

function photosOf(
  dice: Dice,
  people: readonly Persona[],
  ties: readonly Tie[],
  pictures: readonly DemoPicture[],
): DemoPhoto[] {
  const followers = groupBy(
    ties.filter((tie) => tie.answered),
    (tie) => tie.to,
  )
  return members(people, 'PHOTO').flatMap((person, rank) => {
    const many = rank < 21 ? 6 + dice.below(6) : dice.below(6)
    return Array.from({ length: many }, () => {
      const topic = dice.pick(person.topics)
      const fitting = pictures.filter((picture) => picture.topics.includes(topic))
      const audience = (followers.get(person.name) ?? []).map((tie) => tie.from)
      return {
        author: person.name,
        picture: dice.pick(fitting.length > 0 ? fitting : pictures).name,
        caption: captionAbout(dice, topic),
        ago: Math.floor(dice.fraction() ** 2 * 90 * day) + 60_000,
        likedBy: dice.sample(audience, Math.floor(audience.length * dice.fraction() * 0.7)),
      }
    })
  })
}

const reactions = ['❤️', '😂', '👏', '😮', '🔥'] as const

function postsOf(dice: Dice, people: readonly Persona[], ties: readonly Tie[]): DemoPost[] {
  const both = [...ties, ...ties.map(({ from, to, answered }) => ({ from: to, to: from, answered }))]
  const friends = groupBy(both, (tie) => tie.to)
  return members(people, 'SOCIAL').flatMap((person, rank) => {
    const many = rank < 21 ? 4 + dice.below(5) : dice.below(5)
    return Array.from({ length: many }, () => {
      const audience = (friends.get(person.name) ?? []).map((tie) => tie.from)
      const reacting = dice.sample(audience, Math.floor(audience.length * dice.fraction() * 0.6))
      return {
        author: person.name,
        text: postAbout(dice, dice.pick(person.topics)),
        ago: Math.floor(dice.fraction() ** 2 * 60 * day) + 60_000,
        reactions: reacting.map((by) => ({ by, reaction: dice.pick(reactions) })),
      }
    })
  })
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value])
  return groups
}
