import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  callKey,
  createIds,
  defineInternalOperation,
  defineSubgraph,
  openKeys,
  type SubgraphDefinition,
  serveSubgraphs,
  silentLog,
  systemClock,
  systemRandom,
} from '../../../subgraphs/runtime/index.ts'
import { createPond, POND_SDL } from './subgraph/pond.ts'

// Each way to hold the floor wrong that its author is told about when the process starts, not when a request comes.

const key = new Uint8Array(32)
const ports = { clock: systemClock, random: systemRandom, log: silentLog, ids: createIds({ app: 'photo', key }) }
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key"])'
const echo = defineInternalOperation({
  name: 'echo',
  callers: ['seeder'],
  input: z.string(),
  output: z.string(),
  run: (text) => Promise.resolve(text),
})

function define(changed: Partial<SubgraphDefinition<object>>) {
  const definition = { name: 'thing', sdl: 'type Query { a: Int }', resolvers: {}, ports, loaders: () => ({}) }
  return () => defineSubgraph({ ...definition, ...changed })
}

describe('defineSubgraph refuses', () => {
  test('an SDL that is no GraphQL', () => {
    expect(define({ sdl: 'type Query {' })).toThrow(
      'The SDL of thing must be GraphQL. Syntax Error: Expected Name, found <EOF>.',
    )
  })

  test('a resolver of a type or a field that is not there', () => {
    expect(define({ resolvers: { Querry: {} } })).toThrow(
      'resolvers.Querry of thing has no type in the SDL. Remove or rename it.',
    )
    expect(define({ resolvers: { Query: { b: () => 1 } } })).toThrow(
      'resolvers.Query.b of thing has no field in the SDL. Remove or rename it.',
    )
  })

  test('an entity that it would answer by echoing what it was sent', () => {
    expect(define({ sdl: `${LINK} type Thing @key(fields: "id") { id: ID! }` })).toThrow(
      'resolvers.Thing.__resolveReference of thing must exist: the SDL gives Thing a @key.',
    )
    const stub = `${LINK} type Query { a: Thing } type Thing @key(fields: "id", resolvable: false) { id: ID! }`
    expect(define({ sdl: stub })).not.toThrow()
  })

  test('a scalar that nobody reads', () => {
    expect(define({ sdl: 'type Query { a: Money } scalar Money' })).toThrow(
      'resolvers.Money of thing must exist: the floor does not know this scalar.',
    )
  })

  test('an app of whose people it has no type', () => {
    expect(define({ app: 'PHOTO' })).toThrow('The SDL of thing must declare a type with @person(app: "PHOTO").')
    expect(define({ app: 'SOCIAL', sdl: POND_SDL, resolvers: createPond().resolvers })).toThrow(
      'The SDL of thing must declare a type with @person(app: "SOCIAL").',
    )
  })

  test('two internal operations of one name', () => {
    expect(define({ internal: [echo, echo] })).toThrow('thing defines internal.echo twice.')
  })
})

describe('defineInternalOperation refuses', () => {
  test('a name that is no name, and an operation for nobody', () => {
    expect(() => defineInternalOperation({ ...echo, name: 'Echo!' })).toThrow(
      'The name of an internal operation must be lower camel case, but got: Echo!.',
    )
    expect(() => defineInternalOperation({ ...echo, callers: [] })).toThrow(
      'The internal operation echo must have callers: without any it can never be called.',
    )
  })
})

describe('createIds refuses', () => {
  test('a short key', () => {
    expect(() => createIds({ app: 'photo', key: new Uint8Array(31) })).toThrow(
      'The key of the ids of photo must have at least 32 bytes, but got: 31.',
    )
  })
})

describe('serveSubgraphs refuses', () => {
  const subgraph = define({})()
  const serve = (...paths: string[]) => {
    const mounts = paths.map((path) => ({ subgraph, path, key }))
    return serveSubgraphs({ mounts, host: '127.0.0.1', port: 0, clock: systemClock, log: silentLog })
  }

  test.each([[['graphql']], [['/healthz']], [['/internal/graphql']], [['/graphql', '/graphql']]])(
    'paths that cannot stand side by side: %o',
    async (paths) => {
      await expect(serve(...paths)).rejects.toThrow(
        `The path of thing must start with / and be its own, but got: ${paths.at(-1)}.`,
      )
    },
  )

  test('a weak key', async () => {
    const mounts = [{ subgraph, path: '/graphql', key: new Uint8Array(8) }]
    const served = serveSubgraphs({ mounts, host: '127.0.0.1', port: 0, clock: systemClock, log: silentLog })
    await expect(served).rejects.toThrow('The key of a call must have at least 32 bytes, but got: 8.')
  })
})

test('keys of two uses never meet: a label says both sides', () => {
  const keys = openKeys({ configured: { rootSecret: 'k'.repeat(43) } })
  expect(callKey(keys, 'a', 'b c')).not.toEqual(callKey(keys, 'a b', 'c'))
})
