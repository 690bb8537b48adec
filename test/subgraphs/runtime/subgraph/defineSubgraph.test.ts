import { describe, expect, test } from 'vitest'
import { fault } from '../../../../subgraphs/runtime/errors/fault.ts'
import { testIds } from '../../../support/subgraphTester.ts'
import { createPond, FROGS } from './pond.ts'

const ids = testIds('pond')
const kermit = ids.seal('Frog', 'kermit')

describe('an operation', () => {
  test('is answered from resolvers, with the context of its call', async () => {
    const pond = createPond()
    expect(await pond.ask('{ me { id name } now client }', { as: kermit, client: 'PHOTO' })).toEqual({
      data: { me: { id: kermit, name: 'Kermit' }, now: '2026-11-22T10:30:00.000Z', client: 'PHOTO' },
    })
  })

  test('of nobody has no viewer', async () => {
    expect(await createPond().ask('{ me { id } client }')).toEqual({ data: { me: null, client: null } })
  })

  test.each([
    ['{ me {', 'GRAPHQL_PARSE_FAILED', 'Syntax Error: Expected Name, found <EOF>.'],
    ['{ quack }', 'GRAPHQL_VALIDATION_FAILED', 'Cannot query field "quack" on type "Query".'],
    ['{ hops(n: "x") }', 'GRAPHQL_VALIDATION_FAILED', 'A value here must be of type "Int!", but got: a string.'],
    ['query A { now } query B { now }', 'OPERATION_RESOLUTION_FAILURE', expect.stringContaining('exactly one')],
    ['subscription { leap }', 'SUBSCRIPTIONS_OFF', expect.stringContaining('not served')],
    ['query ($n: Int!) { hops(n: $n) }', 'BAD_USER_INPUT', 'Variable "$n" must be of type "Int!", but got: nothing.'],
  ])('%s is refused as %s', async (query, code, message) => {
    const { errors, data } = await createPond().ask(query)
    expect(errors).toEqual([{ message, extensions: { code } }])
    expect(data).toBeUndefined()
  })

  test('is chosen by its name', async () => {
    const query = 'query A { now } query B { client }'
    const pond = createPond()
    expect(await pond.data(query, { operationName: 'B', client: 'PHOTO' })).toEqual({ client: 'PHOTO' })
    expect((await pond.ask(query, { operationName: 'C' })).errors?.[0]?.message).toBe(
      '"operationName" must name an operation, but got: C.',
    )
  })

  test('with a variable that only its argument forbids is bad input, with a path', async () => {
    const pond = createPond()
    const asked = { variables: { n: null } }
    const { errors, data } = await pond.ask('query ($n: Int = 1) { hops(n: $n) }', asked)
    expect(errors).toMatchObject([{ path: ['hops'], extensions: { code: 'BAD_USER_INPUT' } }])
    expect(data).toEqual({ hops: null })
  })
})

describe('the viewer', () => {
  const forged = Buffer.from(`0123456789abcdefFrog:kermit`).toString('base64url')
  test.each([
    ['forged', forged],
    ['of another app', testIds('lake').seal('Frog', 'kermit')],
    ['no person', ids.seal('Pad', 'kermit')],
    ['malformed', 'kermit'],
  ])('%s is refused and never anonymous', async (_case, as) => {
    const answer = await createPond().ask('{ now }', { as })
    expect(answer.data).toBeUndefined()
    expect(answer.errors).toMatchObject([{ extensions: { code: 'VIEWER_INVALID' } }])
  })
})

describe('entities', () => {
  test('come in the order asked, batched in one load, null where there is none', async () => {
    const pond = createPond()
    const keys = ['kermit', 'nobody', 'robin', 'kermit'].map((local) => ({ id: ids.seal('Frog', local) }))
    expect(await pond.entities('Frog', keys, '{ name }')).toEqual([
      { name: 'Kermit' },
      null,
      { name: 'Robin' },
      { name: 'Kermit' },
    ])
    expect(pond.loads).toEqual([['kermit', 'nobody', 'robin']])
  })

  test('that throw synchronously leave the rest of the batch alone', async () => {
    const representations = [
      { __typename: 'Frog', id: kermit },
      { __typename: 'Trap', id: '1' },
      { __typename: 'Cat' },
      7,
    ]
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Frog { name } } }'
    const { data, errors } = await createPond().ask(query, { variables: { r: representations } })
    expect(data).toEqual({ _entities: [{ __typename: 'Frog', name: 'Kermit' }, null, null, null] })
    expect(errors?.map((error) => [error.path, error.extensions?.code])).toEqual([
      [['_entities', 1], 'NOT_SIGNED_IN_TO_APP'],
      [['_entities', 2], 'BAD_USER_INPUT'],
      [['_entities', 3], 'BAD_USER_INPUT'],
    ])
  })

  test('are never written to: their rows are frozen', () => {
    expect(Object.isFrozen(FROGS.get('kermit'))).toBe(true)
  })
})

describe('an error', () => {
  test('that is a fault passes with its code and extensions, without its cause', async () => {
    const cause = new Error('the canary')
    const pond = createPond({ fail: () => fault('PAGE_SIZE_INVALID', { cause, extensions: { most: 100 } }) })
    const answer = await pond.ask('{ broken }')
    expect(answer.errors).toEqual([
      {
        message: '"first" must be from 1 to 100.',
        path: ['broken'],
        extensions: { most: 100, code: 'PAGE_SIZE_INVALID' },
      },
    ])
  })

  test('that is anything else tells nothing, and the log gets no message', async () => {
    const pond = createPond({ fail: () => new TypeError('the canary') })
    const result = await pond.subgraph.execute({ query: '{ broken }', identity: { timeoutMs: 1000 } })
    expect(result.errors?.[0]).toMatchObject({ path: ['broken'], extensions: { code: 'INTERNAL_ERROR' } })
    expect(result.errors?.[0]?.originalError).toBeUndefined()
    expect(JSON.stringify([result, result.errors?.[0]?.stack])).not.toContain('canary')
    expect(pond.logged).toMatchObject([{ subgraph: 'pond', path: 'broken', error: { name: 'TypeError' } }])
    expect(JSON.stringify(pond.logged)).not.toContain('canary')
  })

  test('that carries extensions but is no fault is INTERNAL_ERROR as well', async () => {
    const pond = createPond({ fail: () => Object.assign(new Error('x'), { extensions: { code: 'CURSOR_INVALID' } }) })
    expect((await pond.ask('{ broken }')).errors).toMatchObject([{ extensions: { code: 'INTERNAL_ERROR' } }])
  })

  test('of a null where none may be nulls up to the next nullable field', async () => {
    const { data, errors } = await createPond().ask('{ me { id never } }', { as: kermit })
    expect(data).toEqual({ me: null })
    expect(errors).toMatchObject([{ path: ['me', 'never'], extensions: { code: 'INTERNAL_ERROR' } }])
  })

  test('in the loaders is an answer, not a rejection', async () => {
    const pond = createPond({ failLoaders: true })
    expect(await pond.ask('{ now }')).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_ERROR' } }] })
  })
})

describe('time', () => {
  test('that runs out ends the call and aborts its signal', async () => {
    const pond = createPond()
    const answer = pond.ask('{ sleep }', { timeoutMs: 300 })
    await pond.clock.advance(299)
    expect(pond.aborted).toEqual([])
    await pond.clock.advance(1)
    expect((await answer).errors).toMatchObject([{ extensions: { code: 'DEADLINE_EXCEEDED' } }])
    expect(pond.aborted).toEqual(['DEADLINE_EXCEEDED'])
  })

  test('is up when the caller leaves', async () => {
    const pond = createPond()
    const caller = new AbortController()
    const answer = pond.ask('{ sleep }', { signal: caller.signal })
    caller.abort()
    expect((await answer).errors).toMatchObject([{ extensions: { code: 'REQUEST_CANCELLED' } }])
    expect(pond.aborted).toEqual(['REQUEST_CANCELLED'])
  })

  test('that was over before the call began means that nothing runs', async () => {
    const pond = createPond()
    const left = AbortSignal.abort()
    expect((await pond.ask('mutation { croak }', { signal: left })).errors?.[0]?.extensions?.code).toBe(
      'REQUEST_CANCELLED',
    )
    expect((await pond.ask('mutation { croak }', { timeoutMs: 0 })).errors?.[0]?.extensions?.code).toBe(
      'DEADLINE_EXCEEDED',
    )
    expect(pond.croaks).toBe(0)
  })
})

describe('an internal operation', () => {
  test('answers its caller', async () => {
    expect(await createPond().internal('spawn', { count: 2 })).toEqual({ frogs: 2 })
  })

  test.each([
    ['sing', 'seeder', {}, 'INTERNAL_OPERATION_UNKNOWN'],
    ['spawn', 'photo', { count: 2 }, 'INTERNAL_CALL_FORBIDDEN'],
    ['spawn', 'seeder', { count: 'two' }, 'INTERNAL_INPUT_INVALID'],
  ])('%s by %s with %o is refused as %s', async (operation, caller, input, code) => {
    await expect(createPond().internal(operation, input, caller)).rejects.toMatchObject({ extensions: { code } })
  })

  test('whose output breaks its schema throws', async () => {
    await expect(createPond().internal('spawn', { count: -1 })).rejects.toThrow('Too small')
  })
})
