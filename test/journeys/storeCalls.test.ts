import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Who } from '../support/asker.ts'
import { countCalls, type CountedStorage } from '../../subgraphs/storage/counting.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import { operation } from './operations/listed.ts'

/** However many items a screen shows, the store is asked the same questions: counted through the whole graph. */
const SIZES = [1, 5, 20, 100]

let counted: CountedStorage
let graph: StartedGraph
beforeAll(async () => {
  graph = await startedGraph({ storage: (storage) => (counted = countCalls(storage)).storage })
  await Promise.all(Array.from({ length: 100 }, (_, index) => more(index)))
})
afterAll(() => graph[Symbol.asyncDispose]())

/** A status of Ada's, a photo in her feed and a post in another. */
async function more(index: number): Promise<void> {
  const status = `mutation { postStatus(input: { kind: TEXT, idempotencyKey: "s${index}" }) { errors { code } } }`
  await graph.data(status, { by: ['Ada Okafor', 'MESSENGER'] })
  const post = `mutation { createPost(input: { text: "Post ${index}", idempotencyKey: "p${index}" }) { errors { code } } }`
  await graph.data(post, { by: ['Kofi Mensah', 'SOCIAL'] })
  await graph.family.photo.callInternal('publishDemoPhoto', 'seeder', {
    authorId: graph.id('Hana Sato', 'PHOTO'),
    picture: 'red-train',
    takenAt: new Date(graph.clock.wall() - index * 1_000).toISOString(),
    idempotencyKey: `p${index}`,
  })
}

/** The store calls of a query that shows `shown` in as many places as items were asked for. */
async function callsOf(query: string, by: Who, size: number, shown: string): Promise<Record<string, number>> {
  counted.reset()
  const { text, codes } = await graph.ask(query, { by })
  expect(codes).toEqual([])
  expect(text.split(`"${shown}":`).length - 1).toBe(size)
  return counted.calls()
}

const PROFILE = 'displayName avatar { url } linkedProfiles { nodes { id } }'
const screens: readonly [string, Who, (size: number) => string, string][] = [
  [
    'Home',
    ['Ada Okafor', 'ACCOUNTS'],
    (size) => operation('home').replaceAll('first: 3', `first: ${size}`),
    'expiresAt',
  ],
  ['Feed', ['Ada Okafor', 'PHOTO'], (size) => operation('feed').replace('first: 20', `first: ${size}`), 'caption'],
  [
    'the photo feed with everything in it',
    ['Ada Okafor', 'PHOTO'],
    (size) => `{ photoFeed(first: ${size}) { nodes { caption likeCount likedByViewer media { url }
      comments(first: 3) { nodes { text author { ${PROFILE} } } }
      author { ${PROFILE} viewerFollow private bio followers(first: 2) { nodes { username } } } } } }`,
    'caption',
  ],
  [
    'the social feed with everything in it',
    ['Ada Okafor', 'SOCIAL'],
    (size) => `{ socialFeed(first: ${size}) { nodes { text reactionCount viewerReaction media { url }
      comments(first: 3) { nodes { text author { ${PROFILE} } } }
      author { ${PROFILE} username friendship friends(first: 2) { nodes { username } } } } } }`,
    'viewerReaction',
  ],
]

describe.each(screens)('%s', (_name, by, query, shown) => {
  test('asks the store the same, however many items it shows', async () => {
    const calls = new Map<number, Record<string, number>>()
    for (const size of SIZES) calls.set(size, await callsOf(query(size), by, size, shown))
    const [one, ...more] = calls.values()
    expect(Object.keys(one ?? {})).not.toEqual([])
    for (const each of more) expect(each).toEqual(one)
  })
})
