import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Log } from '../../subgraphs/runtime/log/log.ts'
import { createMlsMessages } from '../support/mls.ts'
import { type RecordedCall, recordTransport } from '../support/recordedCalls.ts'
import { deleteStatus, share, SHARER } from '../support/sharing.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import { storedDocuments, textsIn } from '../support/storedDocuments.ts'

/**
 * I12, as far as statuses and sharing go: what is sealed in a status is in no artefact of a server, its ciphertext is the
 * messenger's alone, and what is shared of one never reaches the messenger, nor a log.
 */
const CANARY = 'canary 7f3a of a shared status'
const SEALED = 'canary 91be of a sealed status'
let graph: StartedGraph
const logged: unknown[] = []
const told: unknown[] = []
const calls: RecordedCall[] = []
beforeAll(async () => {
  const hear = (...line: unknown[]): void => void logged.push(line)
  const log: Log = { debug: hear, info: hear, warn: hear, error: hear }
  graph = await startedGraph({
    log,
    transport: recordTransport(calls),
    internal: (inner) => ({
      call: async (to, operation, input) => {
        const output = await inner.call(to, operation, input)
        if (to === 'messenger' || operation === 'statusEnded') told.push(input, output)
        return output
      },
    }),
  })
})
afterAll(() => graph[Symbol.asyncDispose]())
beforeEach(() => {
  for (const heard of [logged, told, calls]) heard.length = 0
})

/** Where a text is found: the collections that hold it, `log`, `internal calls`, and the subgraphs that were sent it. */
async function placesOf(text: string): Promise<string[]> {
  const stored = await storedDocuments(join(graph.house.configuration.data, 'store'))
  const holding = stored.filter(({ document }) => textsIn(document).some((each) => each.includes(text)))
  const sent = calls.filter(({ bytes }) => bytes.includes(text)).map(({ subgraph }) => `call to ${subgraph}`)
  const places = [
    ...holding.map(({ collection }) => collection),
    ...sent,
    ...(JSON.stringify(logged).includes(text) ? ['log'] : []),
    ...(JSON.stringify(told).includes(text) ? ['internal calls'] : []),
  ]
  return [...new Set(places)].sort()
}

test('I12: a shared text is in accounts and the apps with the copies, never in the messenger or a log', async () => {
  const { statusId } = await share(graph, SHARER, { text: CANARY })
  await graph.settled()
  const kept = ['accounts_crossposts', 'photo_stories', 'social_stories']
  expect(await placesOf(CANARY)).toEqual([...kept.slice(0, 1), 'call to accounts', ...kept.slice(1)])
  await deleteStatus(graph, SHARER, statusId)
  await graph.settled()
  expect(told).not.toEqual([])
  expect(JSON.stringify([told, logged])).not.toContain('canary')
})

test('I12: what is sealed in a status is nowhere, and its ciphertext in the messenger alone', async () => {
  const ciphertext = await (await createMlsMessages()).sealed(SEALED)
  const post = 'mutation ($input: PostStatusInput!) { postStatus(input: $input) { status { id } errors { code } } }'
  const input = { kind: 'TEXT', ciphertext, idempotencyKey: 'sealed' }
  const { postStatus } = await graph.data(post, { by: [SHARER, 'MESSENGER'], variables: { input } })
  expect(postStatus.errors).toEqual([])
  const seen = '{ messengerMe { statuses { nodes { id ciphertext } } } viewer { profile { id } } }'
  const { messengerMe } = await graph.data(seen, { by: [SHARER, 'MESSENGER'] })
  expect(messengerMe.statuses.nodes).toContainEqual({ id: postStatus.status.id, ciphertext })
  await share(graph, SHARER, { text: 'Something else', statusId: postStatus.status.id })
  await graph.settled()
  expect(await placesOf(ciphertext)).toEqual(['call to messenger', 'messenger_statuses'])
  expect(await placesOf(SEALED)).toEqual([])
  expect(logged.length + told.length).toBeGreaterThan(0)
})

test('I12: the same scan finds what is planted, wherever that is', async () => {
  const planted = 'planted canary'
  const { storage } = graph.house
  await storage.collection({ name: 'photo_planted', version: 1, indexes: [] }).insert({ _id: `x ${planted}` })
  graph.house.log.info({ status: planted }, 'planted')
  told.push({ statusId: planted })
  await graph.data(`query ($text: String!) { photoProfile(username: $text) { id } }`, { variables: { text: planted } })
  expect(await placesOf(planted)).toEqual(['call to photo', 'internal calls', 'log', 'photo_planted'])
})
