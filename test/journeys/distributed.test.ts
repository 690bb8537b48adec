import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AskedGraph, createAsker, type Who } from '../support/asker.ts'
import { createCleanup } from '../support/cleanup.ts'
import { distribute, runStart } from '../support/commands.ts'
import { copyDemoData } from '../support/demoData.ts'
import { idOf } from '../support/startedGraph.ts'
import { ALL } from './operations/all.ts'
import { askListed, type Listed } from './operations/listed.ts'
import { lasting, withVariables } from './operations/usual.ts'

/**
 * Two ways to run, one code: `concord start`, and four `concord subgraph` behind `concord gateway --identity`, over one
 * data directory at the same time, on the machine's clock, with tokens that `/dev/personas` gave.
 */
const cleanup = createCleanup()
let together: AskedGraph
let apart: AskedGraph
let list: readonly Listed[]
beforeAll(async () => {
  const data = await copyDemoData()
  cleanup.add(() => data[Symbol.asyncDispose]())
  const one = await runStart(data.directory)
  cleanup.add(() => one[Symbol.asyncDispose]())
  const many = await distribute(data.directory)
  cleanup.add(() => many[Symbol.asyncDispose]())
  const token = await tokensAt(one.url)
  const id: AskedGraph['id'] = (name, app) => idOf(data.profiles, name, app)
  together = { ...createAsker(one.url, token), id }
  apart = { ...createAsker(many.gateway, token), id }
  list = await Promise.all(ALL.map((listed) => withVariables(listed, together)))
})
afterAll(cleanup.run)

async function tokensAt(url: string): Promise<(who: Who) => Promise<string>> {
  const response = await fetch(`${url}/dev/personas`)
  const personas = (await response.json()) as { name: string; tokens: Record<string, string> }[]
  return async ([name, client]) => personas.find((persona) => persona.name === name)?.tokens[client] ?? ''
}

/** Without what is made anew for each request: its id, and how long pictures can be fetched. */
const comparable = (text: string): string =>
  text
    .replaceAll(/expires=\d+&signature=[\w-]+/g, 'signed')
    .replaceAll(/"urlExpiresAt":"[^"]+"/g, '"urlExpiresAt":"soon"')

/** How often an operation is asked. A grant lives half a second: a busy machine is too late, which is contextual, not wrong. */
const TRIES = 5

/** What both places answer, the one first: as soon as they answer alike, or after all tries. */
async function answersTo(listed: Listed): Promise<readonly [string, string]> {
  const answer = async (graph: AskedGraph): Promise<string> => {
    const answered = await askListed(graph, listed)
    return `${answered.status} ${comparable(lasting(answered))}`
  }
  for (let tries = 1; ; tries++) {
    const [one, many] = [await answer(together), await answer(apart)]
    if (one === many || tries === TRIES) return [one, many]
  }
}

test('the list is answered alike, byte for byte', { timeout: 60_000 }, async () => {
  const answers = new Map<string, readonly [string, string]>()
  for (const listed of list) answers.set(listed.title, await answersTo(listed))
  const ones = [...answers].map(([title, [one]]) => `${title}: ${one}`)
  expect([...answers].map(([title, [, many]]) => `${title}: ${many}`)).toEqual(ones)
  expect([...answers.values()].filter(([one]) => one.startsWith('200')).length).toBeGreaterThan(50)
})

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
