import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, type GraphQLSchema, introspectionFromSchema, parse, printSchema } from 'graphql'
import { describe, expect, test } from 'vitest'
import { loadContract } from '../../../../schema/contract.ts'
import { federatedSchema } from '../../../../subgraphs/runtime/subgraph/federated.ts'

const EXTENDING = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key"])
extend type Query { frog: Frog animals: [Animal!]! }
interface Animal { id: ID! }
type Frog implements Animal @key(fields: "id") { id: ID! colour: Colour! }
enum Colour { GREEN }`

const resolvers = {
  Query: { frog: () => ({ id: 'kermit', colour: 7 }), animals: { resolve: () => [{ id: 'kermit' }] } },
  Animal: { __resolveType: () => 'Frog' },
  Frog: { id: () => 'one' },
  Colour: { GREEN: 7 },
}

const QUERY = parse(
  '{ frog { id colour } animals { __typename id } _service { sdl } _entities(representations: [{ __typename: "Frog", id: "a" }]) { __typename } }',
)
const answer = (schema: GraphQLSchema, document = QUERY) => execute({ schema, document })

describe('a schema of what was read of its SDL before', () => {
  const sdls = loadContract().subgraphs.map(({ name, sdlText }) => [name, sdlText] as const)
  test.each([...sdls, ['an SDL that only extends', EXTENDING] as const])('is that of Apollo: %s', (_, text) => {
    const sdl = parse(text)
    const expected = buildSubgraphSchema({ typeDefs: sdl })
    for (const schema of [federatedSchema(sdl, {}), federatedSchema(sdl, {})]) {
      expect(introspectionFromSchema(schema)).toEqual(introspectionFromSchema(expected))
      expect(printSchema(schema)).toBe(printSchema(expected))
    }
  })

  test('answers from its resolvers as that of Apollo does', async () => {
    const expected = await answer(buildSubgraphSchema({ typeDefs: parse(EXTENDING), resolvers }))
    expect(expected.errors).toBeUndefined()
    expect(await answer(federatedSchema(parse(EXTENDING), resolvers))).toEqual(expected)
  })

  test('has no resolver of another one', async () => {
    const [one, other] = [federatedSchema(parse(EXTENDING), resolvers), federatedSchema(parse(EXTENDING), {})]
    expect(one.getType('Frog')).not.toBe(other.getType('Frog'))
    expect(await answer(other, parse('{ frog { id } }'))).toEqual({ data: { frog: null } })
  })

  test('is refused each time when the SDL does not hold', () => {
    const wrong = parse('type Query { frog: Frgo }')
    for (const _ of [1, 2]) expect(() => federatedSchema(wrong, {})).toThrow('Frgo')
  })
})
