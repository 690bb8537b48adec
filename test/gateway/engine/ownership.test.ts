import { describe, expect, test } from 'vitest'
import { silentLog } from '../../../subgraphs/runtime/log/log.ts'
import { testGraph } from './graph.ts'

/** `door` names things it knows nothing of; `shop` owns them and has no. 3; `stars` says something about whatever is named. */
const graph = (ownership?: readonly string[]) =>
  testGraph(
    {
      door: {
        sdl: `type Query { thing(id: ID!): Thing  things(ids: [ID!]!): [Thing]!  sure(id: ID!): Thing! }
          type Thing @key(fields: "id", resolvable: false) { id: ID! }`,
        resolvers: {
          Query: {
            thing: (_: unknown, thing: object) => thing,
            sure: (_: unknown, thing: object) => thing,
            things: (_: unknown, { ids }: { ids: string[] }) => ids.map((id) => ({ id })),
          },
        },
      },
      shop: {
        sdl: `type Thing @key(fields: "id") { id: ID! name: String! colour: String }`,
        resolvers: {
          Thing: {
            __resolveReference({ id }: { id: string }) {
              if (id === '4') throw new Error('broken')
              return id === '3' ? null : { id, name: `N${id}`, colour: null }
            },
          },
        },
      },
      stars: {
        sdl: `type Thing @key(fields: "id") { id: ID! stars: Int }`,
        resolvers: { Thing: { __resolveReference: ({ id }: { id: string }) => ({ id, stars: 5 }) } },
      },
    },
    ownership ? { contract: { subgraphs: ownership.map((name) => ({ name })), flows: [] } } : {},
  )

const OWNED = ['shop', 'stars', 'door']
const plain = async (result: Promise<unknown>): Promise<unknown> => JSON.parse(JSON.stringify(await result)) as unknown

describe('what its owner answers null for', () => {
  test('is null where it was named, whatever else was asked of it, and no error', async () => {
    const shop = graph(OWNED)
    const query = '{ things(ids: ["1", "3"]) { id colour stars } thing(id: "3") { name } }'
    expect(await plain(shop.run(query))).toEqual({
      data: { things: [{ id: '1', colour: null, stars: 5 }, null], thing: null },
    })
  })

  test('stays where only others were asked, or nobody', async () => {
    const shop = graph(OWNED)
    expect(await plain(shop.run('{ thing(id: "3") { id __typename } }'))).toEqual({
      data: { thing: { id: '3', __typename: 'Thing' } },
    })
    expect(await plain(shop.run('{ thing(id: "3") { stars } }'))).toEqual({ data: { thing: { stars: 5 } } })
  })

  test('is an error where something must be', async () => {
    const { data, errors } = await graph(OWNED).run('{ sure(id: "3") { colour } }')
    expect([data, errors?.[0]?.path, errors?.[0]?.extensions['code']]).toEqual([null, ['sure'], 'NON_NULL_FIELD_EMPTY'])
  })

  test('is no statement where it comes with an error', async () => {
    const { data, errors } = await graph(OWNED).run('{ thing(id: "4") { colour stars } }')
    expect(data).toEqual({ thing: { colour: null, stars: 5 } })
    expect(errors?.map(({ path }) => path)).toEqual([['thing']])
  })

  test('nulls only its own fields where no one owns anything', async () => {
    const shop = graph()
    expect(await plain(shop.run('{ thing(id: "3") { colour stars } }'))).toEqual({
      data: { thing: { colour: null, stars: 5 } },
    })
  })
})

test('whose failures are notes is missing without an error, and the log says who', async () => {
  const told: object[] = []
  const log = { ...silentLog, warn: (fields: object) => void told.push(fields) }
  const sdl = 'type Thing @key(fields: "id") { id: ID! name: String must: String! }'
  const answer = () => Promise.reject(new Error('down'))
  const thing = { Query: { thing: () => ({ id: '1' }) } }
  const door = { sdl: 'type Query { thing: Thing }  type Thing @key(fields: "id") { id: ID! }', resolvers: thing }
  const shop = testGraph({ door, quiet: { sdl, answer } }, { noted: new Set(['quiet']), log })
  expect(await plain(shop.run('{ thing { id name } }'))).toEqual({ data: { thing: { id: '1', name: null } } })
  expect(await plain(shop.run('{ thing { id must } }'))).toEqual({ data: { thing: null } })
  const failure = { subgraph: 'quiet', code: 'SUBGRAPH_UNREACHABLE' }
  expect(told).toEqual([failure, failure])
})
