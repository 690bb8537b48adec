import { describe, expect, it } from 'vitest'
import { testGraph } from './graph.ts'

const shop = () =>
  testGraph({
    products: {
      sdl: `type Query { products(first: Int = 2): [Product!]! product(id: ID!): Product }
        type Product @key(fields: "id") { id: ID! name: String price: Int }`,
      resolvers: {
        Query: {
          products: (_: unknown, { first }: { first: number }) =>
            [1, 2, 3].slice(0, first).map((id) => ({ id, name: `P${id}`, price: id * 10 })),
          product: (_: unknown, { id }: { id: string }) => ({ id, name: `P${id}`, price: 5 }),
        },
        Product: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `P${id}`, price: 5 }) },
      },
    },
    reviews: {
      sdl: `type Product @key(fields: "id") { id: ID! price: Int @external reviews(stars: Int): [Review!]! cheap: Boolean @requires(fields: "price") }
        type Review { text: String! product: Product! }`,
      resolvers: {
        Product: {
          reviews: ({ id }: { id: string }, { stars }: { stars?: number }) => [
            { text: `about ${id} ${stars ?? ''}`, product: { id } },
          ],
          cheap: ({ price }: { price: number }) => price < 15,
        },
      },
    },
  })

describe('an operation over two subgraphs', () => {
  it('is answered as one, in the client’s names and order', async () => {
    const result = await shop().run(
      `query ($first: Int) {
      all: products(first: $first) { reviews(stars: 3) { text product { title: name } } cheap name: id }
      __typename
      __schema { queryType { name } }
    }`,
      { first: 2 },
    )
    expect(JSON.stringify(result)).toBe(
      JSON.stringify({
        data: {
          all: [
            { reviews: [{ text: 'about 1 3', product: { title: 'P1' } }], cheap: true, name: '1' },
            { reviews: [{ text: 'about 2 3', product: { title: 'P2' } }], cheap: false, name: '2' },
          ],
          __typename: 'Query',
          __schema: { queryType: { name: 'Query' } },
        },
      }),
    )
  })
})
