import { buildSchema, execute, GraphQLError, parse } from 'graphql'
import { expect, test } from 'vitest'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import { presentable } from '../../../../subgraphs/runtime/subgraph/outcome.ts'
import { StorageError, type StorageErrorCode } from '../../../../subgraphs/storage/port.ts'

const schema = buildSchema(
  'type Query { age(of: Int, at: At): Int  broken: Int  stored(code: String!): Int }  input At { year: Int! }',
)
const rootValue = {
  age: () => 7,
  broken() {
    throw new GraphQLError('a secret')
  },
  stored({ code }: { code: StorageErrorCode }) {
    throw new StorageError(code, 'a secret')
  },
}

/** Codes of what the answer to `query` shows. */
async function codesOf(query: string, variableValues: Record<string, unknown> = {}): Promise<unknown[]> {
  const result = await execute({ schema, document: parse(query), variableValues, rootValue })
  const { errors = [] } = presentable(result, 'people', silentLog)
  return errors.map(({ extensions }) => extensions['code'])
}

test.each<[string, string, Record<string, unknown>]>([
  ['that a scalar refuses', 'query ($of: Int) { age(of: $of) }', { of: 'seven' }],
  ['that is missing', 'query ($of: Int!) { age(of: $of) }', {}],
  ['with a field that there is not', 'query ($at: At) { age(at: $at) }', { at: { year: 1, month: 2 } }],
  ['with a field that a scalar refuses', 'query ($at: At) { age(at: $at) }', { at: { year: {} } }],
])('a variable %s is the input of whoever asks', async (_what, query, variables) => {
  expect(await codesOf(query, variables)).toEqual(['BAD_USER_INPUT'])
})

test('an argument that a variable inside it made wrong is told without its value', async () => {
  const document = parse('query ($year: Int = 1) { age(at: { year: $year, secret: "mine" }) }')
  const result = await execute({ schema, document, variableValues: { year: null }, rootValue })
  expect(presentable(result, 'people', silentLog).errors?.map(({ message }) => message)).toEqual([
    'Argument "at" has a value that its type does not allow.',
  ])
})

test('an error without a code, thrown by a resolver, is a bug of ours', async () => {
  expect(await codesOf('{ broken age }')).toEqual(['INTERNAL_ERROR'])
})

test.each([
  ['STORE_UNAVAILABLE', 'STORE_UNAVAILABLE'],
  ['STORE_TIMEOUT', 'STORE_UNAVAILABLE'],
  ['STORE_CLOSED', 'STORE_UNAVAILABLE'],
  ['STORE_TOO_NEW', 'STORE_UNAVAILABLE'],
  ['STORE_FULL', 'INTERNAL_ERROR'],
  ['STORE_MISUSE', 'INTERNAL_ERROR'],
])('of a store, %s is told as %s: whether asking again helps', async (code, told) => {
  expect(await codesOf(`{ stored(code: "${code}") }`)).toEqual([told])
})
