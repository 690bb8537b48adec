import type { App } from '../../subgraphs/runtime/identity/identity.ts'
import type { AskedGraph, Who } from './asker.ts'
import { personas } from '../../bin/demo/personas.ts'
import type { Json } from './subgraphTester.ts'

// Sharing a status, as the apps of demo people do it: words for tests that tell a journey.

/** The demo person who lets statuses be shared from the messenger in both other apps. */
export const SHARER = 'Ben Lindqvist'

export type Target = Exclude<App, 'MESSENGER'>

export interface Shared {
  readonly statusId: string
  readonly crosspostId: string
}

let keys = 0
const key = (): string => `sharing ${++keys}`

/** A status without content, as of somebody whose device has sealed nothing; its id. */
export async function postStatus(graph: AskedGraph, name: string): Promise<string> {
  const query = 'mutation ($input: PostStatusInput!) { postStatus(input: $input) { status { id } errors { code } } }'
  const input = { kind: 'TEXT', idempotencyKey: key() }
  const { postStatus: posted } = await graph.data(query, { by: [name, 'MESSENGER'], variables: { input } })
  if (posted.status === null) throw new Error(`A status must be posted, but: ${JSON.stringify(posted.errors)}`)
  return posted.status.id as string
}

/** Shares a status for everybody in these apps; fails where one of them is refused. */
export async function share(
  graph: AskedGraph,
  name: string,
  { text, apps = ['PHOTO', 'SOCIAL'], statusId }: { text: string; apps?: readonly Target[]; statusId?: string },
): Promise<Shared> {
  const status = statusId ?? (await postStatus(graph, name))
  const targets = apps.map((app) => ({ app, audience: 'EVERYONE' }))
  const input = { statusId: status, targets, content: { text }, idempotencyKey: key() }
  const { crosspost } = await change(graph, [name, 'MESSENGER'], 'crosspostStatus', 'CrosspostStatusInput', input)
  return { statusId: status, crosspostId: crosspost.id as string }
}

/** A mutation about a cross-post; fails where it is refused. */
export async function change(graph: AskedGraph, by: Who, mutation: string, type: string, input: object): Promise<Json> {
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { crosspost { id state } errors { code message } } }`
  const { [mutation]: payload } = await graph.data(query, { by, variables: { input } })
  if (payload.errors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(payload.errors)}`)
  return payload
}

export async function deleteStatus(graph: AskedGraph, name: string, statusId: string): Promise<void> {
  const query = 'mutation ($input: DeleteStatusInput!) { deleteStatus(input: $input) { errors { code } } }'
  const { deleteStatus: deleted } = await graph.data(query, {
    by: [name, 'MESSENGER'],
    variables: { input: { statusId } },
  })
  if (deleted.errors.length > 0) throw new Error(`deleteStatus: ${JSON.stringify(deleted.errors)}`)
}

/** How the cross-post stands for its author: `LIVE: PHOTO LIVE, SOCIAL LIVE`. */
export async function standing(graph: AskedGraph, name: string, { crosspostId }: Shared): Promise<string> {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Crosspost { state deliveries { app state failure } } } }'
  const { node } = await graph.data(query, { by: [name, 'MESSENGER'], variables: { id: crosspostId } })
  const deliveries = (node.deliveries as Json[]).map(({ app, state }: Json) => `${app} ${state}`)
  return `${node.state}: ${deliveries.join(', ')}`
}

/** What somebody sees of a person's stories that came from the messenger, newest first. Default: a stranger. */
export async function storiesSeen(graph: AskedGraph, name: string, app: Target, by?: Who): Promise<string[]> {
  const [field, text] = app === 'PHOTO' ? (['photoProfile', 'caption'] as const) : (['socialProfile', 'text'] as const)
  const username = personas.find((persona) => persona.name === name)?.profiles[app]
  const query = `query ($username: String!) { ${field}(username: $username) {
    stories(first: 100) { nodes { shown: ${text} crosspostedFrom } } } }`
  const data = await graph.data(query, { ...(by && { by }), variables: { username } })
  const stories = data[field].stories.nodes as Json[]
  return stories.filter((story) => story.crosspostedFrom === 'MESSENGER').map((story) => story.shown as string)
}
