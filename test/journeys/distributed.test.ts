import { afterAll, beforeAll, expect, test } from 'vitest'
import { doctor } from '../../bin/commands/doctor.ts'
import { explainConfiguration } from '../../bin/configuration.ts'
import type { Finding } from '../../bin/doctor/finding.ts'
import { type AskedGraph, createAsker, type Who } from '../support/asker.ts'
import { createCleanup } from '../support/cleanup.ts'
import { distribute, runStart } from '../support/commands.ts'
import { copyDemoData, ROOT_SECRET } from '../support/demoData.ts'
import { idOf } from '../support/startedGraph.ts'
import { expectAlike, tokensAt } from './operations/alike.ts'

/**
 * Two ways to run, one code: `concord start`, and four `concord subgraph` behind two `concord gateway --identity`, over one
 * data directory at the same time, on the machine's clock, with tokens that `/dev/personas` gave.
 */
const cleanup = createCleanup()
let together: AskedGraph
let apart: AskedGraph
let beside: AskedGraph
let directory: string
beforeAll(async () => {
  const data = await copyDemoData()
  cleanup.add(() => data[Symbol.asyncDispose]())
  directory = data.directory
  const one = await runStart(data.directory)
  cleanup.add(() => one[Symbol.asyncDispose]())
  const many = await distribute(data.directory)
  cleanup.add(() => many[Symbol.asyncDispose]())
  const token = await tokensAt(one.url)
  const id: AskedGraph['id'] = (name, app) => idOf(data.profiles, name, app)
  together = { ...createAsker(one.url, token), id }
  const [left, right] = many.gateways.map((url) => ({ ...createAsker(url, token), id }))
  if (left === undefined || right === undefined) throw new Error('There must be two gateways')
  apart = left
  beside = right
})
afterAll(cleanup.run)

test('the list is answered alike, byte for byte', { timeout: 60_000 }, () => expectAlike(together, apart, beside))

test('what is written in one place is there in the other', async () => {
  const by: Who = ['Kofi Mensah', 'SOCIAL']
  const post = (text: string) =>
    `mutation { createPost(input: { text: "${text}", idempotencyKey: "${text}" }) { post { id } errors { code } } }`
  const read = 'query ($id: ID!) { node(id: $id) { ... on Post { text } } }'
  for (const [here, there, text] of [
    [together, apart, 'one'],
    [apart, together, 'two'],
  ] as const) {
    const { createPost } = await here.data(post(text), { by })
    expect(await there.data(read, { by, variables: { id: createPost.post.id } })).toEqual({ node: { text } })
    // The retry at the other place is the same act.
    expect((await there.data(post(text), { by })).createPost).toEqual(createPost)
  }
})

test('a picture that one place shows is served at the other, by the subgraph itself', async () => {
  const query = '{ photoFeed(first: 1) { nodes { media { url } } } }'
  const { photoFeed } = await apart.data(query, { by: ['Ada Okafor', 'PHOTO'] })
  const { pathname, search } = new URL(photoFeed.nodes[0].media.url)
  expect(await together.send(`${pathname}${search}`)).toMatchObject({ status: 200 })
})

test('doctor sees all processes, gateways among them, and that they belong together', { timeout: 60_000 }, async () => {
  const apps = ['accounts', 'messenger', 'photo', 'social'].map((name) => `subgraph ${name}`)
  // A gateway says through accounts that it is there, a moment after it began.
  await expect
    .poll(async () => (await seen()).names, { timeout: 30_000 })
    .toEqual(['gateway', 'gateway', 'start', ...apps])
  expect(await seen()).toMatchObject({ code: 0, problems: [] })
})

async function seen(): Promise<{ code: number; names: readonly string[]; problems: readonly Finding[] }> {
  let text = ''
  const output = { write: (line: unknown) => ((text += String(line)), true) }
  const flags = { data: directory, keys: { rootSecret: ROOT_SECRET } }
  const code = await doctor({ json: true, configured: () => explainConfiguration(undefined, {}, flags) }, output)
  const { findings } = JSON.parse(text) as { findings: readonly Finding[] }
  const processes = findings.filter(({ area }) => area === 'processes')
  const names = processes.map(({ what }) => what).toSorted()
  return { code, names, problems: processes.filter(({ status }) => status !== 'ok') }
}
