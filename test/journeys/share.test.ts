import { afterAll, beforeAll, expect, test } from 'vitest'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import type { Json } from '../support/subgraphTester.ts'
import { operation } from './operations/listed.ts'

/** `Share` and `Home` of graph.md, exactly as they are there, for the demo person who has switched sharing on. */
let graph: StartedGraph
beforeAll(async () => void (graph = await startedGraph()))
afterAll(() => graph[Symbol.asyncDispose]())

const BEN = 'Ben Lindqvist'

const homeOf = async (client: 'ACCOUNTS' | 'MESSENGER'): Promise<Json> =>
  (await graph.data(operation('home'), { by: [BEN, client] })).viewer

test.each(['MESSENGER', 'ACCOUNTS'] as const)('Ben shares a status by %s, and sees it at home', async (client) => {
  const index = client === 'MESSENGER' ? 0 : 1
  const status = (await homeOf(client)).profile.statuses.nodes[index]
  expect(status.crosspost).toBeNull()
  const targets = [
    { app: 'PHOTO', audience: 'FOLLOWERS' },
    { app: 'SOCIAL', audience: 'FRIENDS' },
  ]
  const input = { statusId: status.id, targets, content: { text: 'Hi' }, idempotencyKey: client }
  const { crosspostStatus } = await graph.data(operation('share'), { by: [BEN, client], variables: { input } })
  expect(crosspostStatus).toMatchObject({
    crosspost: { deliveries: [{ app: 'PHOTO' }, { app: 'SOCIAL' }] },
    errors: [],
  })
  await graph.settled()
  const live = {
    state: 'LIVE',
    deliveries: [
      { app: 'PHOTO', state: 'LIVE' },
      { app: 'SOCIAL', state: 'LIVE' },
    ],
  }
  for (const each of ['MESSENGER', 'ACCOUNTS'] as const) {
    expect((await homeOf(each)).profile.statuses.nodes[index].crosspost).toEqual(live)
  }
})

test('the stories are there by their ids, and come from the messenger', async () => {
  const query = `{ viewer { profile { ... on MessengerProfile { statuses { nodes { crosspost { id status { id } deliveries {
    story { __typename ... on PhotoStory { caption crosspostedFrom } ... on SocialStory { text crosspostedFrom } } } } } } } } } }`
  const { viewer } = await graph.data(query, { by: [BEN, 'ACCOUNTS'] })
  const [{ crosspost }] = viewer.profile.statuses.nodes
  expect(crosspost.deliveries).toEqual([
    { story: { __typename: 'PhotoStory', caption: 'Hi', crosspostedFrom: 'MESSENGER' } },
    { story: { __typename: 'SocialStory', text: 'Hi', crosspostedFrom: 'MESSENGER' } },
  ])
})

test('nobody else sees that a status was shared, nor what', async () => {
  const query = '{ viewer { profile { ... on MessengerProfile { statuses { nodes { id crosspost { id } } } } } } }'
  const { viewer } = await graph.data(query, { by: [BEN, 'MESSENGER'] })
  const [{ id, crosspost }] = viewer.profile.statuses.nodes
  const byId = `query ($id: ID!, $crosspost: ID!) { status: node(id: $id) { ... on Status { crosspost { id } } }
    crosspost: node(id: $crosspost) { ... on Crosspost { state } } }`
  for (const by of [['Ada Okafor', 'MESSENGER'], ['Ada Okafor', 'ACCOUNTS'], [BEN, 'PHOTO'], undefined] as const) {
    const seen = await graph.data(byId, { ...(by && { by }), variables: { id, crosspost: crosspost.id } })
    expect(seen.crosspost).toBeNull()
    expect(seen.status?.crosspost ?? null).toBeNull()
  }
})
