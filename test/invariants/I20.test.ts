import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { join } from 'node:path'
import { FAMILY } from '../../bin/house/family.ts'
import { personas } from '../../bin/demo/personas.ts'
import { APPS, type App } from '../../subgraphs/runtime/identity/identity.ts'
import { decodeSealed, ID_MAC_BYTES, splitSealed } from '../../subgraphs/runtime/ids/readType.ts'
import { callKey, idKey } from '../../subgraphs/runtime/keys/uses.ts'
import { createWorld } from '../../bin/demo/world.ts'
import { PICTURES } from '../../subgraphs/photo/pictures/catalogue.ts'
import { createSeededRandom } from '../../subgraphs/runtime/random/seededRandom.ts'
import { CROWD } from '../support/demoData.ts'
import { correlators } from '../support/correlators.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import { storedDocuments, textsIn } from '../support/storedDocuments.ts'

/**
 * I20: no correlator across apps for an unlinked person. Nobody is linked here: whatever two apps have in common, ids,
 * cursors, keys, hashes or URLs, would join what people keep apart. All that they show and all that they store is searched
 * for common substrings; what people wrote themselves is theirs to repeat.
 */
let graph: StartedGraph
beforeAll(async () => {
  graph = await startedGraph()
})
afterAll(() => graph[Symbol.asyncDispose]())

const PAGE = (selection = '') =>
  `(first: 100) { edges { cursor node { id ${selection} } } pageInfo { startCursor endCursor } }`
const SHOWN: Readonly<Record<App, string>> = {
  MESSENGER: `{ messengerMe { id contacts${PAGE('statuses { edges { cursor node { id } } }')} statuses${PAGE()} blockedProfiles${PAGE()} } viewer { profile { id } } }`,
  PHOTO: `{ photoMe { id followers${PAGE()} following${PAGE()} posts${PAGE('media { url }')} stories${PAGE()} suggestedProfiles { profile { id } } }
    photoFeed${PAGE('media { url }')} photoStories${PAGE()} photoProfiles(search: "a") { edges { cursor node { id } } } viewer { profile { id } } }`,
  SOCIAL: `{ socialMe { id friends${PAGE()} posts${PAGE()} stories${PAGE()} ads { id } } socialFeed${PAGE()} socialStories${PAGE()}
    socialProfiles(search: "a") { edges { cursor node { id } } } viewer { profile { id } } }`,
}

/** Every id, cursor and URL that this app shows to its people. */
async function shownIn(app: App): Promise<string[]> {
  const here = personas.filter(({ name }) => graph.people[name]?.[app] !== undefined)
  const answers = here.map(({ name }) => graph.data(SHOWN[app], { by: [name, app] }))
  return (await Promise.all(answers)).flatMap(textsIn)
}

/** Every text in the collections of each app, by app. */
async function storedByApp(): Promise<Map<App, string[]>> {
  const all = await storedDocuments(join(graph.house.configuration.data, 'store'))
  const of = (app: App) => all.filter(({ collection }) => collection.startsWith(`${app.toLowerCase()}_`))
  return new Map(APPS.map((app) => [app, of(app).flatMap(({ document }) => textsIn(document))]))
}

/** An id as what it is made of, without the name of its type, which is everybody's; a pair of ids as two. */
function parts(text: string): string[] {
  const bytes = decodeSealed(text)
  const sealed = bytes === null ? null : splitSealed(bytes)
  if (bytes === null || sealed === null) return text.split(/[:~]/)
  return [bytes.toString('base64url', 0, ID_MAC_BYTES), sealed.local]
}

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
const { people } = createWorld(createSeededRandom('concord demo'), personas, CROWD, PICTURES)
const WRITTEN = people.flatMap(({ name, about, profiles }) => [name, about, ...Object.values(profiles)]).map(plain)

/** What people or the vocabulary say: words with spaces, names (and beginnings of them, for search), constants. */
function isWritten(text: string): boolean {
  return /\s|^[A-Z_]+$|^\P{ASCII}+$/u.test(text) || WRITTEN.some((written) => written.includes(plain(text)))
}

async function everything(): Promise<Map<string, string[]>> {
  const stored = await storedByApp()
  const texts = async (app: App): Promise<[string, string[]]> => {
    const all = [...(await shownIn(app)), ...(stored.get(app) ?? [])]
    return [app, [...new Set(all.flatMap(parts))].filter((text) => !isWritten(text))]
  }
  return new Map(await Promise.all(APPS.map(texts)))
}

describe('I20', { timeout: 60_000 }, () => {
  test('three apps with the same people have no id, cursor, hash or URL in common, nor a part of one', async () => {
    const groups = await everything()
    for (const texts of groups.values()) expect(texts.length).toBeGreaterThan(300)
    expect(correlators(groups)).toEqual(new Map())
  })

  test('the same search finds one that somebody planted, in a document and in an answer', async () => {
    const subject = 'u_9f27c1aa40b3'
    const plant = (app: App) =>
      graph.house.storage.collection({ name: `${app.toLowerCase()}_planted`, version: 1, indexes: [] })
    await plant('MESSENGER').insert({ _id: 'one', origin: { subject: `https://to/${subject}` } } as never)
    await plant('SOCIAL').insert({ _id: `x${subject}y` })
    const groups = await everything()
    groups.get('PHOTO')?.push(`/media/${subject.slice(2)}.webp`)
    expect(correlators(groups)).toEqual(
      new Map([
        [subject, ['MESSENGER', 'SOCIAL']],
        [subject.slice(2), [...APPS]],
      ]),
    )
  })

  test('no key serves two purposes or two apps', () => {
    const { keys } = graph.house
    const derived = FAMILY.flatMap((name) => [
      idKey(keys, name),
      callKey(keys, 'gateway', name),
      callKey(keys, 'seeder', name),
    ])
    const hex = [...derived, keys.derive('media photo', 32)].map((key) => Buffer.from(key).toString('hex'))
    expect(correlators(new Map(hex.map((key, index) => [String(index), [key]])))).toEqual(new Map())
  })

  test('the same act with the same key, in two apps, is stored as two things', async () => {
    const act = (app: App, query: string) => graph.data(query, { by: ['Kofi Mensah', app] })
    await act(
      'PHOTO',
      'mutation { postPhotoStory(input: { caption: "Same.", audience: EVERYONE, idempotencyKey: "7c9e6679-7425-40de" }) { errors { code } } }',
    )
    await act(
      'SOCIAL',
      'mutation { postSocialStory(input: { text: "Same.", audience: EVERYONE, idempotencyKey: "7c9e6679-7425-40de" }) { errors { code } } }',
    )
    await act(
      'MESSENGER',
      'mutation { postStatus(input: { kind: TEXT, idempotencyKey: "7c9e6679-7425-40de" }) { errors { code } } }',
    )
    const stored = await storedByApp()
    const groups = new Map(
      [...stored].map(([app, texts]) => [
        app,
        texts.flatMap(parts).filter((text) => !isWritten(text) && !/planted|u_9f27c1/.test(text)),
      ]),
    )
    expect(correlators(groups)).toEqual(new Map())
  })
})
