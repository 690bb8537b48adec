import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse, type GraphQLSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGeneration } from '../../../gateway/generation.ts'
import type { Generation } from '../../../gateway/engine.ts'
import { createHttpTransport } from '../../../gateway/transports/http.ts'
import { systemClock } from '../../../subgraphs/runtime/clock/systemClock.ts'
import { compose } from './graph.ts'

/** Three subgraphs as anybody would write them: no code of ours in them, nothing but HTTP between. */
const SDLS = {
  users: 'type Query { users: [User!]! } type User @key(fields: "id") { id: ID! name: String! }',
  products: `type Query { product(sku: ID!): Product } type Product @key(fields: "sku") { sku: ID! title: String price: Int seller: User }
    type User @key(fields: "id") { id: ID! selling: [Product!]! }`,
  reviews: `type Product @key(fields: "sku") { sku: ID! price: Int @external reviews: [Review!]! bargain: Boolean @requires(fields: "price") }
    type Review { stars: Int! by: User } type User @key(fields: "id", resolvable: false) { id: ID! }`,
}

const product = (sku: string) => ({ sku, title: `Product ${sku}`, price: sku.length * 10, seller: { id: 'u1' } })
const RESOLVERS = {
  users: {
    Query: { users: () => ['u1', 'u2'].map((id) => ({ id, name: `User ${id}` })) },
    User: { __resolveReference: async ({ id }: { id: string }) => ({ id, name: `User ${id}` }) },
  },
  products: {
    Query: { product: (_: unknown, { sku }: { sku: string }) => product(sku) },
    Product: { __resolveReference: async ({ sku }: { sku: string }) => product(sku) },
    User: { selling: ({ id }: { id: string }) => (id === 'u1' ? [product('a'), product('bb')] : []) },
  },
  reviews: {
    Product: {
      reviews: () => [{ stars: 5, by: { id: 'u2' } }],
      bargain: ({ price }: { price: number }) => price < 15,
    },
  },
}

function serve(schema: GraphQLSchema): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => void answer(schema, Buffer.concat(chunks).toString(), response))
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

async function answer(schema: GraphQLSchema, body: string, response: ServerResponse): Promise<void> {
  const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> }
  const result = await execute({ schema, document: parse(query), variableValues: variables })
  response.setHeader('content-type', 'application/json').end(JSON.stringify(result))
}

let servers: Map<string, Server>
let generation: Generation

beforeAll(async () => {
  const link =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key" "@requires" "@external"])\n'
  servers = new Map()
  for (const [name, sdl] of Object.entries(SDLS)) {
    const resolvers = RESOLVERS[name as keyof typeof RESOLVERS]
    servers.set(name, await serve(buildSubgraphSchema({ typeDefs: parse(link + sdl), resolvers })))
  }
  const transports = new Map(
    [...servers].map(([name, server]) => {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
      return [name, createHttpTransport({ name, url, clock: systemClock })] as const
    }),
  )
  const shapes = Object.entries(SDLS).map(([name, sdl]) => [name, { sdl }] as const)
  generation = createGeneration({ supergraphSdl: compose(Object.fromEntries(shapes)), transports, clock: systemClock })
})

afterAll(async () => {
  await Promise.all([...generation.transports.values()].map((transport) => transport.close()))
  for (const server of servers.values()) {
    server.closeAllConnections()
    server.close()
  }
})

function ask(text: string, variables: Record<string, unknown> = {}) {
  const scope = {
    identityFor: () => undefined,
    signal: new AbortController().signal,
    deadline: systemClock.monotonic() + 5000,
  }
  return generation.execute({ document: parse(text), variables, key: text, scope })
}

describe('three foreign subgraphs over HTTP', () => {
  it('answer entities across them as one graph', async () => {
    const query = `query ($sku: ID!) { product(sku: $sku) { title bargain seller { name selling { sku reviews { stars by { name } } } } } }`
    const selling = ['a', 'bb'].map((sku) => ({ sku, reviews: [{ stars: 5, by: { name: 'User u2' } }] }))
    expect(await ask(query, { sku: 'bb' })).toEqual({
      data: { product: { title: 'Product bb', bargain: false, seller: { name: 'User u1', selling } } },
    })
  })

  it('answer what they can when one of them is gone', async () => {
    servers.get('reviews')?.closeAllConnections()
    await new Promise((resolve) => servers.get('reviews')?.close(resolve))
    const { data, errors } = await ask('{ users { name } product(sku: "a") { title bargain } }')
    expect(data).toEqual({
      users: [{ name: 'User u1' }, { name: 'User u2' }],
      product: { title: 'Product a', bargain: null },
    })
    expect(errors?.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['product'], { code: 'SUBGRAPH_UNREACHABLE', subgraph: 'reviews' }],
    ])
  })
})
