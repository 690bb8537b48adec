import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StartedGraph, startedGraph } from '../support/startedGraph.ts'
import type { Json } from '../support/subgraphTester.ts'
import { fetchMedia, upload } from '../support/uploading.ts'
import { picture } from '../subgraphs/runtime/uploads/samples.ts'
import { SHARER } from '../support/sharing.ts'

/** A post for friends, with a picture: whoever is none gets it neither from the graph nor by any URL. */
let graph: StartedGraph
let postId: string
beforeAll(async () => {
  graph = await startedGraph()
  const uploadId = await upload(graph, [SHARER, 'SOCIAL'], 'createSocialUpload', await picture())
  const input = { text: 'For friends', audience: 'FRIENDS', uploadId, idempotencyKey: 'post' }
  const query = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { post { id } } }'
  const data = await graph.data(query, { by: [SHARER, 'SOCIAL'], variables: { input } })
  postId = data.createPost.post.id
})
afterAll(() => graph[Symbol.asyncDispose]())

async function mediaFor(by: 'AUTHOR' | 'NOBODY'): Promise<Json> {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Post { media { url urlExpiresAt } } } }'
  const asked = { variables: { id: postId }, ...(by === 'AUTHOR' && { by: [SHARER, 'SOCIAL'] as const }) }
  return (await graph.data(query, asked)).node?.media ?? null
}

test("its author's client fetches it, and nothing on the way may keep it", async () => {
  const media = await mediaFor('AUTHOR')
  expect((await fetchMedia(graph, media)).status).toBe(200)
  const { headers } = await graph.send(new URL(media.url).pathname)
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toContain('sandbox')
})

test("a stranger's client is told of none, and finds none", async () => {
  expect(await mediaFor('NOBODY')).toBeNull()
  const { url } = await mediaFor('AUTHOR')
  const { pathname } = new URL(url)
  const guesses = [pathname.slice(0, -3), `${pathname.slice(0, -1)}${pathname.endsWith('A') ? 'B' : 'A'}`]
  const others = ['/media/social/shown/', `/media/social/shown/${postId}`, pathname.replace('/social/', '/photo/')]
  for (const path of [...guesses, ...others]) expect([path, (await graph.send(path)).status]).toEqual([path, 404])
})

test('any part of it is fetched by itself, by the same URL and under the same rules', async () => {
  const media = await mediaFor('AUTHOR')
  const { bytes } = await fetchMedia(graph, media)
  const { pathname } = new URL(media.url)
  expect(await fetchMedia(graph, media, 'bytes=-5')).toEqual({ status: 206, bytes: bytes.slice(-5) })
  const { headers } = await graph.send(pathname, { headers: { range: 'bytes=-5' } })
  expect(headers.get('cache-control')).toBe('private, no-store')
  // Nobody learns from a refusal what is there.
  for (const range of ['bytes=0-0', 'bytes=99999999-', 'bytes=0-0,1-1'])
    expect((await graph.send(pathname.slice(0, -3), { headers: { range } })).status).toBe(404)
})

test('a URL that got into wrong hands ends after five minutes, and with the post at once', async () => {
  const old = await mediaFor('AUTHOR')
  await graph.clock.advance(5 * 60 * 1000)
  expect((await fetchMedia(graph, old)).status).toBe(404)

  const fresh = await mediaFor('AUTHOR')
  expect((await fetchMedia(graph, fresh)).status).toBe(200)
  const query = 'mutation ($input: DeletePostInput!) { deletePost(input: $input) { errors { code } } }'
  await graph.data(query, { by: [SHARER, 'SOCIAL'], variables: { input: { postId } } })
  expect((await fetchMedia(graph, fresh)).status).toBe(404)
})
