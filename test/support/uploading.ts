import { fetch } from 'undici'
import { announce } from '../subgraphs/runtime/uploads/uploader.ts'
import type { AskedGraph, Who } from './asker.ts'
import { MEDIA_URL } from './startedGraph.ts'
import type { Json } from './subgraphTester.ts'

// Pictures and films as a client sends and fetches them: over HTTP, by the URLs that the graph answers.

interface Served extends AskedGraph {
  readonly url: string
}

let keys = 0

/** Where a started graph really serves what it says to be at `MEDIA_URL`. */
export function servedAt({ url }: Served, media: string): string {
  return media.replace(MEDIA_URL, url)
}

/** Uploads by a mutation such as `createPhotoUpload`; answers the id of the upload, to be used once. */
export async function upload(graph: Served, by: Who, mutation: string, bytes: Uint8Array): Promise<string> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { upload { id url method } errors { code } } }`
  const input = { ...announce(bytes), idempotencyKey: `uploading ${++keys}` }
  const { upload: place } = (await graph.data(query, { by, variables: { input } }))[mutation]
  const { status } = await fetch(servedAt(graph, place.url), { method: place.method, body: bytes })
  if (status !== 204) throw new Error(`An upload must be taken, but was answered with ${status}`)
  return place.id as string
}

/** What a browser gets at the URL of a picture or film, which brings no token; with `range`, of a part of it. */
export async function fetchMedia(
  graph: Served,
  media: Json,
  range?: string,
): Promise<{ readonly status: number; readonly bytes: Uint8Array }> {
  const response = await fetch(servedAt(graph, media.url), { headers: range === undefined ? {} : { range } })
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
}
