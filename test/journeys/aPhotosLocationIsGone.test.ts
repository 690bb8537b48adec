import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personas } from '../../bin/demo/personas.ts'
import { change, postStatus, SHARER } from '../support/sharing.ts'
import { type StartedGraph, startedGraph } from '../support/startedGraph.ts'
import type { Json } from '../support/subgraphTester.ts'
import { fetchMedia, upload } from '../support/uploading.ts'
import { picture, tellsPlace } from '../subgraphs/runtime/uploads/samples.ts'

/** A photo that says where it was taken goes in at every door; nothing of the place comes out at any. */
let graph: StartedGraph
let photo: Uint8Array
beforeAll(async () => {
  photo = await picture('jpeg')
  graph = await startedGraph()
})
afterAll(() => graph[Symbol.asyncDispose]())

async function lookAt(media: Json): Promise<void> {
  const { status, bytes } = await fetchMedia(graph, media)
  expect([status, tellsPlace(bytes)]).toEqual([200, false])
  const { exif, xmp, iptc, width } = await sharp(bytes).metadata()
  expect([exif, xmp, iptc, width]).toEqual([undefined, undefined, undefined, 300])
}

test('the photo itself tells where it was taken', () => {
  expect(tellsPlace(photo)).toBe(true)
})

test('published in the photo app, it does not', async () => {
  const uploadId = await upload(graph, [SHARER, 'PHOTO'], 'createPhotoUpload', photo)
  const input = { uploadId, caption: 'At home', idempotencyKey: 'publish' }
  const query = 'mutation ($input: PublishPhotoInput!) { publishPhoto(input: $input) { photo { media { url } } } }'
  const data = await graph.data(query, { by: [SHARER, 'PHOTO'], variables: { input } })
  await lookAt(data.publishPhoto.photo.media)
})

test('posted in the social app, it does not', async () => {
  const uploadId = await upload(graph, [SHARER, 'SOCIAL'], 'createSocialUpload', photo)
  const input = { text: 'At home', uploadId, idempotencyKey: 'post' }
  const query = 'mutation ($input: CreatePostInput!) { createPost(input: $input) { post { media { url } } } }'
  const data = await graph.data(query, { by: [SHARER, 'SOCIAL'], variables: { input } })
  await lookAt(data.createPost.post.media)
})

test('shared from the messenger, it does not in either app; and with the last copy the picture is gone', async () => {
  const uploadId = await upload(graph, [SHARER, 'MESSENGER'], 'createCrosspostUpload', photo)
  const targets = ['PHOTO', 'SOCIAL'].map((app) => ({ app, audience: 'EVERYONE' }))
  const input = { statusId: await postStatus(graph, SHARER), targets, content: { uploadId }, idempotencyKey: 'share' }
  const { crosspost } = await change(graph, [SHARER, 'MESSENGER'], 'crosspostStatus', 'CrosspostStatusInput', input)
  await graph.settled()

  const shown = await Promise.all([storyMedia('PHOTO'), storyMedia('SOCIAL')])
  for (const media of shown) await lookAt(media)
  await change(graph, [SHARER, 'MESSENGER'], 'retractCrosspost', 'CrosspostInput', { crosspostId: crosspost.id })
  await graph.settled()
  for (const media of shown) expect((await fetchMedia(graph, media)).status).toBe(404)
})

/** What the newest story of the sharer shows to a stranger. */
async function storyMedia(app: 'PHOTO' | 'SOCIAL'): Promise<Json> {
  const field = app === 'PHOTO' ? 'photoProfile' : 'socialProfile'
  const username = personas.find(({ name }) => name === SHARER)?.profiles[app]
  const query = `query ($username: String!) { ${field}(username: $username) { stories(first: 1) { nodes { media { url } } } } }`
  const data = await graph.data(query, { variables: { username } })
  return data[field].stories.nodes[0].media
}
