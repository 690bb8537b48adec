import { composeServices } from '@apollo/composition'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { graphql, parse, type GraphQLSchema } from 'graphql'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAsker, type Asker } from '../../support/asker.ts'
import { concord, type Child } from '../../support/child.ts'
import { createCleanup } from '../../support/cleanup.ts'
import { temporaryDirectory } from '../../support/demoData.ts'

/**
 * `concord gateway` before subgraphs of somebody else: plain `@apollo/subgraph` behind `node:http`, composed by Apollo, no
 * Concord code in them, nobody signs in. As a process of its own, by the real command line.
 */
const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external", "@shareable"])'

interface Foreign {
  readonly sdl: string
  readonly resolvers: object
}

const books = [
  { isbn: '1', title: 'Middlemarch', pages: 880, writer: { id: 'g' } },
  { isbn: '2', title: 'Silas Marner', pages: 240, writer: { id: 'g' } },
  { isbn: '3', title: 'Kindred', pages: 264, writer: { id: 'o' } },
]

const FOREIGN: Readonly<Record<string, Foreign>> = {
  library: {
    sdl: `type Query { books(first: Int = 2): [Book!]! book(isbn: ID!): Book }
      type Mutation { lend(isbn: ID!): Book }
      type Book @key(fields: "isbn") { isbn: ID! title: String! pages: Int writer: Writer }
      type Writer @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: {
        books: (_: unknown, { first }: { first: number }) => books.slice(0, first),
        book: (_: unknown, { isbn }: { isbn: string }) => books.find((book) => book.isbn === isbn),
      },
      Mutation: { lend: (_: unknown, { isbn }: { isbn: string }) => books.find((book) => book.isbn === isbn) },
      Book: { __resolveReference: ({ isbn }: { isbn: string }) => books.find((book) => book.isbn === isbn) },
    },
  },
  people: {
    sdl: `type Query { writers: [Writer!]! } type Writer @key(fields: "id") { id: ID! name: String! }`,
    resolvers: {
      Query: { writers: () => [{ id: 'g' }, { id: 'o' }] },
      Writer: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        name: ({ id }: { id: string }) => (id === 'g' ? 'George Eliot' : 'Octavia Butler'),
      },
    },
  },
  post: {
    sdl: `type Book @key(fields: "isbn") { isbn: ID! pages: Int @external grams: Int @requires(fields: "pages") }
      type Writer @key(fields: "id") { id: ID! letters: Int }`,
    resolvers: {
      Book: { grams: ({ pages }: { pages: number }) => pages * 2 },
      Writer: { letters: ({ id }: { id: string }) => id.length * 7 },
    },
  },
}

const cleanup = createCleanup()
const headersSeen: string[] = []
let gateway: Child
let asked: Asker
beforeAll(async () => {
  const directory = temporaryDirectory()
  cleanup.add(async () => rmSync(directory, { recursive: true, force: true }))
  const urls = new Map<string, string>()
  for (const [name, { sdl, resolvers }] of Object.entries(FOREIGN)) {
    const schema = buildSubgraphSchema({ typeDefs: parse(`${LINK}\n${sdl}`), resolvers: resolvers as never })
    urls.set(name, await serve(schema))
  }
  const composed = composeServices(
    Object.entries(FOREIGN).map(([name, { sdl }]) => ({
      name,
      url: urls.get(name) ?? '',
      typeDefs: parse(`${LINK}\n${sdl}`),
    })),
  )
  const file = join(directory, 'supergraph.graphql')
  writeFileSync(file, composed.supergraphSdl ?? '')
  gateway = concord(['gateway', '--supergraph', file, '--port', '0', '--data', join(directory, 'data')])
  cleanup.add(() => gateway[Symbol.asyncDispose]())
  asked = createAsker(await gateway.prints(/http:\/\/127\.0\.0\.1:\d+/), () => Promise.resolve(''))
})
afterAll(cleanup.run)

/** A subgraph as anybody would write it in an hour. */
async function serve(schema: GraphQLSchema): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    headersSeen.push(JSON.stringify(request.headers))
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as { query: string; variables: object }
      void graphql({ schema, source: query, variableValues: variables as Record<string, unknown> }).then((result) =>
        response.setHeader('content-type', 'application/json').end(JSON.stringify(result)),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanup.add(async () => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/any/path`
}

describe('concord gateway', () => {
  test('answers entities across three foreign subgraphs, without a token', async () => {
    const query =
      'query ($n: Int) { books(first: $n) { title grams by: writer { name letters } } writers { name letters } }'
    expect(await asked.data(query, { variables: { n: 3 } })).toEqual({
      books: [
        { title: 'Middlemarch', grams: 1_760, by: { name: 'George Eliot', letters: 7 } },
        { title: 'Silas Marner', grams: 480, by: { name: 'George Eliot', letters: 7 } },
        { title: 'Kindred', grams: 528, by: { name: 'Octavia Butler', letters: 7 } },
      ],
      writers: [
        { name: 'George Eliot', letters: 7 },
        { name: 'Octavia Butler', letters: 7 },
      ],
    })
  })

  test('lets anybody call a mutation, and shows the schema, where nobody can sign in', async () => {
    expect(await asked.data('mutation { lend(isbn: "3") { title writer { name } } }')).toEqual({
      lend: { title: 'Kindred', writer: { name: 'Octavia Butler' } },
    })
    expect((await asked.data('{ __type(name: "Book") { fields { name } } }')).__type.fields).toHaveLength(5)
    expect((await asked.send('/schema.graphql')).text).toContain('type Book {')
    expect((await asked.send('/readyz')).status).toBe(200)
  })

  test('tells foreign subgraphs nothing of itself or the client', async () => {
    await asked.data('{ writers { id } }', {
      headers: { authorization: 'Bearer x', cookie: 'a=b', 'x-request-id': 'mine' },
    })
    expect(headersSeen.filter((headers) => /concord|authorization|cookie|request-id|user-agent/.test(headers))).toEqual(
      [],
    )
  })

  test('ends with 0 at SIGTERM', async () => {
    gateway.kill('SIGTERM')
    expect(await gateway.ended).toBe(0)
    expect(gateway.output()).toMatch(/^The gateway answers POST http:\/\/127\.0\.0\.1:\d+\/graphql\n$/)
  })
})
