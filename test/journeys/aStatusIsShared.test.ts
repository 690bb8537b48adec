import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY_MS } from '../../subgraphs/runtime/clock/millis.ts'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import type { InternalCalls } from '../../subgraphs/runtime/internal/client.ts'
import { change, deleteStatus, share, SHARER, standing, storiesSeen } from '../support/sharing.ts'
import { inCenter, link, linkIdOf, unlink } from '../support/linking.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'

/** From a status in the messenger to a story in the photo and the social app, and to the end of both: told as it goes. */
let graph: StartedGraph
beforeAll(async () => void (graph = await startedGraph()))
afterAll(() => graph[Symbol.asyncDispose]())

const seen = async (): Promise<readonly [string[], string[]]> => [
  await storiesSeen(graph, SHARER, 'PHOTO'),
  await storiesSeen(graph, SHARER, 'SOCIAL'),
]

test('somebody links two apps, switches sharing on, and shares a status', async () => {
  const ada = 'Ada Okafor'
  const feature = { feature: 'CROSSPOST', from: 'MESSENGER', to: 'photo', enabled: true }
  await expect(share(graph, ada, { text: 'Hello, photo app.', apps: ['PHOTO'] })).rejects.toThrow('LINK_NOT_ACTIVE')
  await link(graph, ada, { pair: ['MESSENGER', 'PHOTO'], agrees: false })
  await expect(share(graph, ada, { text: 'Hello, photo app.', apps: ['PHOTO'] })).rejects.toThrow('NOT_ENABLED')
  await inCenter(graph, ada, 'setFeature', feature)
  const shared = await share(graph, ada, { text: 'Hello, photo app.', apps: ['PHOTO'] })
  await graph.settled()
  expect(await standing(graph, ada, shared)).toBe('LIVE: PHOTO LIVE')
  expect(await storiesSeen(graph, ada, 'PHOTO')).toEqual(['Hello, photo app.'])
})

test('a status is shared, edited and retracted: both apps follow', async () => {
  const shared = await share(graph, SHARER, { text: 'First snow.' })
  await graph.settled()
  expect(await seen()).toEqual([['First snow.'], ['First snow.']])
  expect(await standing(graph, SHARER, shared)).toBe('LIVE: PHOTO LIVE, SOCIAL LIVE')

  const { crosspostId } = shared
  const edit = { crosspostId, content: { text: 'First snow!' }, idempotencyKey: 'edit' }
  await change(graph, [SHARER, 'MESSENGER'], 'updateCrosspost', 'UpdateCrosspostInput', edit)
  await graph.settled()
  expect(await seen()).toEqual([['First snow!'], ['First snow!']])

  await change(graph, [SHARER, 'ACCOUNTS'], 'retractCrosspost', 'CrosspostInput', { crosspostId })
  await graph.settled()
  expect(await seen()).toEqual([[], []])
  expect(await standing(graph, SHARER, shared)).toBe('ENDED: PHOTO RETRACTED, SOCIAL RETRACTED')
})

test('a status is deleted: its stories go with it', async () => {
  const { statusId } = await share(graph, SHARER, { text: 'Gone soon.' })
  await graph.settled()
  await deleteStatus(graph, SHARER, statusId)
  await graph.settled()
  expect(await seen()).toEqual([[], []])
})

test('the photo app is unlinked while stories live: the one there goes, the other stays', async () => {
  const shared = await share(graph, SHARER, { text: 'Still here?' })
  await graph.settled()
  await unlink(graph, SHARER, 'PHOTO')
  await graph.settled()
  expect(await seen()).toEqual([[], ['Still here?']])
  expect(await standing(graph, SHARER, shared)).toBe('LIVE: PHOTO RETRACTED, SOCIAL LIVE')
})

test('a link is paused and resumed: what was shared before does not come back', async () => {
  const linkId = await linkIdOf(graph, SHARER, 'SOCIAL')
  await inCenter(graph, SHARER, 'pauseLink', { linkId })
  await inCenter(graph, SHARER, 'resumeLink', { linkId })
  await graph.settled()
  expect(await seen()).toEqual([[], []])
  await share(graph, SHARER, { text: 'Shared anew.', apps: ['SOCIAL'] })
  await graph.settled()
  expect(await seen()).toEqual([[], ['Shared anew.']])
})

test('a status expires: its story ends with it, to the second, whoever is up', async () => {
  await graph.clock.advance(DAY_MS - 1)
  expect(await seen()).toEqual([[], ['Shared anew.']])
  await graph.clock.advance(1)
  expect(await seen()).toEqual([[], []])
})

test('a status is deleted while the photo app is down: its story there goes when the app is back', async () => {
  let isDown = false
  const internal = (calls: InternalCalls): InternalCalls => ({
    call: async (service, operation, input) => {
      if (isDown && service === 'photo') throw fault('SUBGRAPH_UNREACHABLE')
      return calls.call(service, operation, input)
    },
  })
  await using apart = await startedGraph({ internal })
  const shared = await share(apart, SHARER, { text: 'Before the storm.' })
  await apart.settled()
  isDown = true
  await deleteStatus(apart, SHARER, shared.statusId)
  await apart.settled()
  expect(await standing(apart, SHARER, shared)).toBe('RETRACTING: PHOTO RETRACTING, SOCIAL RETRACTED')
  expect(await storiesSeen(apart, SHARER, 'PHOTO')).toEqual(['Before the storm.'])

  isDown = false
  await apart.clock.advance(5 * 60_000)
  await apart.settled()
  expect(await storiesSeen(apart, SHARER, 'PHOTO')).toEqual([])
  expect(await standing(apart, SHARER, shared)).toBe('ENDED: PHOTO RETRACTED, SOCIAL RETRACTED')
})
