import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { labelledStack } from './support/labelled.ts'
import { leaks } from './support/oracle.ts'
import { ADA, BEN, DEV, EVERYBODY, usingBoth } from './support/sideBySide.ts'

/** B18: filter, sort, count and existence tell what a field would not. */
const both = usingBoth()

describe('B18: a guard of a field', () => {
  test('is passed by by whoever filters by what is in it', async () => {
    const stack = await labelledStack()
    expect((await stack.ask('{ people(topic: "CHESS") { name } }')).data).toEqual({ people: [{ name: 'Ben' }] })
  })
})

describe('B18: ours', () => {
  test('no argument of the whole graph takes what a road leads to, nor the name of one', () => {
    const { contract } = both().graph.house
    const schema = buildSchema(contract.apiSdl)
    const names = argumentsOf(schema)
    expect(names.size).toBeGreaterThan(50)
    const hidden = contract.flows.flatMap(({ road, type }) => [road.split('.')[1] ?? '', type])
    expect(hidden.filter((name) => names.has(name) || schema.getType(name))).toEqual([])
    // What is of another app's data has the type Topic; nobody can ask by a topic.
    expect([...names].filter((name) => name === 'Topic')).toEqual([])
  })

  test.each([1, 3, 10])('as many advertisements for whoever agreed as for whoever did not: %i', async (first) => {
    for (const by of EVERYBODY) {
      const { data } = await both().ours('query ($first: Int) { socialMe { ads(first: $first) { id } } }', {
        by,
        variables: { first },
      })
      expect(data.socialMe.ads).toHaveLength(first)
    }
  })

  test('whoever looks at somebody else sees nothing of consent, and nobody is asked about it', async () => {
    const look = async (username: string) => {
      const asked = await both().ours(
        `{ socialProfile(username: "${username}") { ads { id } linkedProfiles { nodes { id } } } }`,
        { by: ADA },
      )
      expect(asked.to('messenger')).toEqual([])
      expect(leaks(both().graph, asked)).toEqual([])
      return {
        text: asked.text,
        inputs: asked
          .to('social')
          .flatMap(({ representations }) => representations)
          .map(({ id: _id, ...one }) => one),
      }
    }
    expect(await look('devraman')).toEqual(await look('benlindqvist'))
  })

  test.each([
    '{ socialMe { ads(first: 0) { id } } }',
    '{ socialMe { ads(first: 21) { id } } }',
    '{ socialMe { ads(first: -1) { id } } }',
  ])('what is wrong is wrong alike: %s', async (query) =>
    expect((await both().ours(query, { by: DEV })).text).toBe((await both().ours(query, { by: BEN })).text),
  )
})

/** The names and named types of all arguments and input fields. */
function argumentsOf(schema: GraphQLSchema): ReadonlySet<string> {
  const all = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
  const fields = all.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
  )
  const inputs = all.flatMap((type) => (isInputObjectType(type) ? Object.values(type.getFields()) : []))
  return new Set(
    [...fields.flatMap(({ args }) => args), ...inputs].flatMap(({ name, type }) => [name, getNamedType(type).name]),
  )
}
