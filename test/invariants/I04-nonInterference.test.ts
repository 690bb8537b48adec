import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { personas } from '../../bin/demo/personas.ts'
import { openMessengerStore } from '../../subgraphs/messenger/store.ts'
import { DAY_MS } from '../../subgraphs/runtime/clock/millis.ts'
import { decodeSealed, splitSealed } from '../../subgraphs/runtime/ids/readType.ts'
import { expiryOf } from '../../subgraphs/runtime/lifetimes/livesForADay.ts'
import { TOPICS } from '../../subgraphs/runtime/scalars/topics.ts'
import { inCenter, link, linkIdOf, unlink } from '../support/linking.ts'
import { cases, seed } from '../support/long.ts'
import { differences, observedGraph, type ObservedGraph, type Seen } from '../support/observedGraph.ts'
import { APP_QUESTIONS, askAll, CENTER_QUESTIONS } from './consentedQuestions.ts'

/**
 * I4, non-interference: whole worlds are lived twice. Two that differ only in what people keep in the messenger, and have
 * not let it share, are the same to the byte for everybody else: requests, answers, events, stored documents and logs.
 */

/** People by what they said of the messenger's data, with what of it flows nowhere. */
const REFUSING = 'Ben Lindqvist'
const NEVER_LINKED = 'Ada Okafor'
const UNLINKED = 'Chiara Moretti'
const PAUSED = 'Elif Kaya'
const WITHDRAWN = 'Nora Bergmann'
const AGREEING = 'Dev Raman'
const MINOR = 'Finn Maier'
/** The photo app and the social app are linked, and share all there is. */
const ELSEWHERE = 'Goran Petrov'
const PEOPLE = [REFUSING, NEVER_LINKED, UNLINKED, PAUSED, WITHDRAWN, MINOR, ELSEWHERE]

const MESSENGER_FLOWS = [
  ['social', 'ADS'],
  ['photo', 'PERSONALIZE'],
  ['photo', 'IMPROVE'],
] as const

/** What somebody has in the messenger of one world and not of the other: all that feeds its signals. */
interface Hidden {
  readonly who: string
  /** Categories of new contacts that are businesses; null is a contact who is none. */
  readonly contacts: readonly (string | null)[]
  /** How many days ago each status was posted. */
  readonly statuses: readonly number[]
  readonly about: string
}

const hidden: fc.Arbitrary<Hidden> = fc.record({
  who: fc.constantFrom(...PEOPLE),
  contacts: fc.array(fc.option(fc.constantFrom(...TOPICS)), { maxLength: 6 }),
  statuses: fc.array(fc.nat({ max: 29 }), { maxLength: 6 }),
  about: fc.string({ maxLength: 20 }),
})

async function hide(graph: ObservedGraph, all: readonly Hidden[]): Promise<void> {
  const store = openMessengerStore(graph.house.storage)
  const now = graph.clock.wall()
  for (const [index, { who, contacts, statuses, about }] of all.entries()) {
    const ownerId = localOf(graph.id(who, 'MESSENGER'))
    const [own] = await store.profiles.getMany([ownerId])
    if (!own) throw new Error(`${who} must have a profile`)
    await store.profiles.patch(ownerId, {}, { set: { about } })
    for (const [place, businessCategory] of contacts.entries()) {
      const contactId = `hidden-${index}-${place}`
      const { rev: _rev, ...like } = own
      await store.profiles.insert({ ...like, _id: contactId, handle: contactId, businessCategory })
      await store.contacts.insert({ _id: `${ownerId}:${contactId}`, ownerId, contactId, addedAt: now - place * DAY_MS })
    }
    for (const [place, ago] of statuses.entries()) {
      const postedAt = now - ago * DAY_MS
      const status = { authorId: ownerId, kind: 'TEXT', audienceId: null, ciphertext: null } as const
      await store.statuses.insert({
        _id: `hidden-${index}-${place}`,
        ...status,
        postedAt,
        expiresAt: expiryOf(postedAt),
      })
      await store.activity.note(ownerId, postedAt)
    }
  }
}

function localOf(id: string): string {
  const bytes = decodeSealed(id)
  const sealed = bytes === null ? null : splitSealed(bytes)
  if (sealed === null) throw new Error(`${id} must be sealed`)
  return sealed.local
}

interface World {
  /** Who asks everything, when all is decided. */
  readonly people: readonly string[]
  /** Default: nothing. */
  readonly hidden?: readonly Hidden[]
  /** What makes a difference besides, for the tests of the comparison itself. Default: nothing. */
  readonly plant?: (graph: ObservedGraph) => unknown
}

/** A whole life: people link, refuse, pause and end; then everybody asks everything, in every app and in the center. */
async function live({ people, hidden: all = [], plant }: World): Promise<Seen> {
  await using graph = await observedGraph('messenger')
  await hide(graph, all)
  await decideAboutMessengers(graph)
  await plant?.(graph)
  for (const name of people) await askEverything(graph, name)
  // What waits for a timer is written.
  await graph.clock.advance(10_000)
  return graph.seen()
}

async function decideAboutMessengers(graph: ObservedGraph): Promise<void> {
  await link(graph, UNLINKED, { pair: ['MESSENGER', 'SOCIAL'], agrees: true })
  await unlink(graph, UNLINKED, 'SOCIAL')
  for (const name of [PAUSED, WITHDRAWN]) {
    await link(graph, name, { pair: ['MESSENGER', 'PHOTO'], agrees: true })
    await link(graph, name, { pair: ['SOCIAL', 'MESSENGER'], agrees: true })
  }
  await inCenter(graph, PAUSED, 'pauseLink', { linkId: await linkIdOf(graph, PAUSED, 'MESSENGER') })
  for (const [to, purpose] of MESSENGER_FLOWS) {
    await inCenter(graph, WITHDRAWN, 'setConsent', { from: 'MESSENGER', to, purpose, granted: false })
  }
  await link(graph, ELSEWHERE, { pair: ['PHOTO', 'SOCIAL'], agrees: true })
}

async function askEverything(graph: ObservedGraph, name: string): Promise<void> {
  const { profiles } = personas.find((persona) => persona.name === name)!
  for (const client of ['PHOTO', 'SOCIAL'] as const) {
    if (profiles[client] !== undefined) await askAll(graph, [name, client], APP_QUESTIONS)
  }
  await askAll(graph, [name, 'ACCOUNTS'], [...APP_QUESTIONS, ...CENTER_QUESTIONS])
}

/** What somebody has in the messenger of the other world, at the least. */
const plentyOf = (who: string): Hidden => ({
  who,
  contacts: ['FOOTBALL', 'CARS', 'FOOTBALL', null],
  statuses: [0, 1, 2, 9, 20],
  about: 'Hidden.',
})
const PLENTY = PEOPLE.map(plentyOf)

describe('I4: what people keep in the messenger, and do not share', { timeout: 1_200_000 }, () => {
  test('makes no difference to any other app, nor to what anybody is answered by one', async () => {
    const without = await live({ people: PEOPLE })
    expect(Object.keys(without.calls).sort()).toEqual(['accounts', 'entry', 'grants', 'photo', 'social'])
    for (const seen of [without.answers, without.logs, without.figures, without.stored]) expect(seen).not.toEqual([])
    const holds = fc.asyncProperty(fc.array(hidden, { maxLength: 8 }), async (more) => {
      expect(differences(without, await live({ people: PEOPLE, hidden: [...PLENTY, ...more] }))).toEqual([])
    })
    await fc.assert(holds, { numRuns: cases(1), seed })
  })
})

describe('I4: the comparison', { timeout: 120_000 }, () => {
  const places = (one: Seen, other: Seen) => differences(one, other).map((difference) => difference.split(':')[0])

  test('finds data that was let out', async () => {
    const before = await live({ people: [AGREEING] })
    const after = await live({ people: [AGREEING], hidden: [plentyOf(AGREEING)] })
    expect(places(before, after)).toEqual(expect.arrayContaining(['calls of photo', 'calls of social', 'answers']))
  })

  test('finds one that is only logged, only counted, only stored, or only answered', async () => {
    const planted = { name: 'social_planted', version: 1, indexes: [] }
    const plant = async (graph: ObservedGraph): Promise<void> => {
      graph.log.debug({ contacts: 4 }, 'read')
      graph.answered('4 contacts')
      await graph.house.storage.collection(planted).insert({ _id: '4 contacts' })
    }
    const quiet = await live({ people: [] })
    expect(places(quiet, quiet)).toEqual([])
    expect(places(quiet, await live({ people: [], plant }))).toEqual(['answers', 'logs', 'figures', 'stored'])
  })
})
