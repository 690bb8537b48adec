// A process of its own: two plain subgraphs over HTTP, products and reviews, with no Concord code in them.
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql'
import { createServer } from 'node:http'
import { productsSdl, reviewsSdl } from './schemas.ts'

const products = Array.from({ length: 20 }, (_, index) => ({
  id: `p${index}`,
  name: `Product ${index}`,
  price: index * 10,
  inStock: index % 3 !== 0,
}))
const authors = Array.from({ length: 5 }, (_, index) => ({ id: `a${index}`, name: `Author ${index}` }))
const reviewsOf = (id: string): object[] =>
  Array.from({ length: 3 }, (_, index) => ({
    id: `${id}-r${index}`,
    stars: (index % 5) + 1,
    text: `Review ${index} of ${id}`,
    author: authors[index % authors.length],
  }))

const schemas: Readonly<Record<string, GraphQLSchema>> = {
  '/products': buildSubgraphSchema({
    typeDefs: parse(productsSdl),
    resolvers: {
      Query: { products: (_: unknown, { first }: { first: number }) => products.slice(0, first) },
      Product: { __resolveReference: async ({ id }: { id: string }) => products.find((product) => product.id === id) },
    },
  }),
  '/reviews': buildSubgraphSchema({
    typeDefs: parse(reviewsSdl),
    resolvers: { Product: { __resolveReference: async ({ id }: { id: string }) => ({ id, reviews: reviewsOf(id) }) } },
  }),
}

const documents = new Map<string, DocumentNode>()
const parsed = (query: string): DocumentNode => {
  const document = documents.get(query) ?? parse(query)
  documents.set(query, document)
  return document
}

async function answer(
  schema: GraphQLSchema,
  body: { query: string; variables?: Record<string, unknown> },
): Promise<string> {
  return JSON.stringify(await execute({ schema, document: parsed(body.query), variableValues: body.variables }))
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const schema = schemas[request.url ?? '']
    if (schema === undefined) return void response.writeHead(404).end()
    const body = JSON.parse(Buffer.concat(chunks).toString()) as { query: string; variables?: Record<string, unknown> }
    void answer(schema, body).then((text) => response.setHeader('content-type', 'application/json').end(text))
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
process.on('disconnect', () => process.exit(0))
