import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AskedGraph, createAsker, type Who } from '../support/asker.ts'
import { createCleanup } from '../support/cleanup.ts'
import { distribute, runStart } from '../support/commands.ts'
import { demoDataIn, type DemoData } from '../support/demoData.ts'
import { link, linkIdOf } from '../support/linking.ts'
import { createDatabase, type MongoDatabase, type MongoServer, overMongo } from '../support/mongo.ts'
import { idOf, startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import { ALL } from './operations/all.ts'
import { expectAlike, tokensAt } from './operations/alike.ts'
import { askListed } from './operations/listed.ts'

/** The whole graph over MongoDB: the list of operations, and the commands of the two ways to run. */
await overMongo('the whole graph', (server) => {
  describe('in one process', () => {
    inOneProcess(server)
  })
  describe('in commands', () => {
    inCommands(server)
  })
})

/** Demo people in a database of their own, which `cleanup` drops. */
async function peopleIn(server: MongoServer): Promise<DemoData & { readonly database: MongoDatabase }> {
  const database = createDatabase(server)
  const data = await demoDataIn(database.url)
  const dispose = async (): Promise<void> => {
    await data[Symbol.asyncDispose]()
    await database.drop()
  }
  return { ...data, database, [Symbol.asyncDispose]: dispose }
}

function inOneProcess(server: MongoServer): void {
  let graph: StartedGraph
  beforeAll(async () => void (graph = await startedGraph({ data: () => peopleIn(server) })), 120_000)
  afterAll(() => graph[Symbol.asyncDispose]())

  test.each(ALL)('$title', async (one) => {
    await one.check(await askListed(graph, one), graph)
  })

  test('two profiles are linked, in the four steps that anybody takes', async () => {
    await expect(linkIdOf(graph, 'Ada Okafor', 'PHOTO')).rejects.toThrow('must have linked')
    await link(graph, 'Ada Okafor', { pair: ['MESSENGER', 'PHOTO'], agrees: true })
    expect(await linkIdOf(graph, 'Ada Okafor', 'MESSENGER')).not.toBe(await linkIdOf(graph, 'Ada Okafor', 'PHOTO'))
  })
}

function inCommands(server: MongoServer): void {
  const cleanup = createCleanup()
  let together: AskedGraph
  let apart: AskedGraph
  let beside: AskedGraph
  beforeAll(async () => {
    const data = await peopleIn(server)
    cleanup.add(() => data[Symbol.asyncDispose]())
    const store = { store: data.database.url }
    const one = await runStart(data.directory, store)
    cleanup.add(() => one[Symbol.asyncDispose]())
    const many = await distribute(data.directory, store)
    cleanup.add(() => many[Symbol.asyncDispose]())
    const token = await tokensAt(one.url)
    const id: AskedGraph['id'] = (name, app) => idOf(data.profiles, name, app)
    const at = (url = ''): AskedGraph => ({ ...createAsker(url, token), id })
    together = at(one.url)
    apart = at(many.gateways[0])
    beside = at(many.gateways[1])
  }, 120_000)
  afterAll(cleanup.run)

  test('`start --demo` and `subgraph` behind two of `gateway` answer alike', { timeout: 120_000 }, () =>
    expectAlike(together, apart, beside),
  )

  test('what is written in one of them is there in the other', async () => {
    const by: Who = ['Kofi Mensah', 'SOCIAL']
    const create =
      'mutation { createPost(input: { text: "hi", idempotencyKey: "hi" }) { post { id } errors { code } } }'
    const { createPost } = await together.data(create, { by })
    const read = 'query ($id: ID!) { node(id: $id) { ... on Post { text } } }'
    expect(await apart.data(read, { by, variables: { id: createPost.post.id } })).toEqual({ node: { text: 'hi' } })
    // The retry at the other place is the same act.
    expect((await apart.data(create, { by })).createPost).toEqual(createPost)
  })
}
