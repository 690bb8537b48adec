import { describe, expect, test } from 'vitest'
import { DELTA, L, SPARE } from '../../../../subgraphs/runtime/grants/constants.ts'
import { TEST_START, testIds } from '../../../support/subgraphTester.ts'
import { claims, SEALER } from '../grants/grants.ts'
import { createSignalPond, grant, kermit, until } from './signalPond.ts'

describe('a source', () => {
  test('answers for a grant that holds, with its end, and is told whose and what for, and nothing more', async () => {
    const pond = createSignalPond()
    expect(await pond.signals(grant())).toEqual({ mood: 'happy', validUntil: until() })
    expect(pond.asked).toEqual([{ subject: 'kermit', purpose: 'ADS' }])
  })

  test('gives its resolver no viewer, no log and no ids', async () => {
    let given: readonly string[] = []
    const pond = createSignalPond({
      answer: (_asked, context) => {
        given = Object.keys(context)
        return null
      },
    })
    await pond.signals(grant())
    expect(given.toSorted()).toEqual(['clock', 'load', 'now', 'signal'])
  })

  test.each<[string, unknown]>([
    ['an expired grant', grant({ t0: TEST_START - L - 1 })],
    ['a grant from the future', grant({ t0: TEST_START + DELTA + 1 })],
    ['a grant with too little left for it', grant({ t0: TEST_START - L + SPARE })],
    ['another source’s grant', SEALER.seal(claims({ source: 'lake', subject: kermit }))],
    ['a grant for another type', grant({ type: 'PondMoodSignals' })],
    ['a grant on nobody', SEALER.seal(claims({ subject: 'somebody' }))],
    ['a grant on a person of another app', grant({ subject: testIds('lake').seal('Frog', 'kermit') })],
    ['the person’s id in place of a grant', kermit],
    ['nothing', null],
  ])('answers null for %s, asks nobody and logs nothing', async (_case, given) => {
    const pond = createSignalPond()
    expect(await pond.signals(given)).toBeNull()
    expect([pond.asked, pond.logged]).toEqual([[], []])
  })

  test('has no other way to give the type away: its own reference resolver is never called', async () => {
    expect(await createSignalPond({ definition: { consented: {} } }).signals(grant())).toBeNull()
    expect(await createSignalPond({ definition: { grants: undefined as never } }).signals(grant())).toBeNull()
    const mood = grant({ type: 'PondMoodSignals' })
    expect(await createSignalPond().signals(mood, 'PondMoodSignals')).toBeNull()
  })

  test('that has nothing or fails answers null, and nothing is told or logged', async () => {
    const failing = createSignalPond({ answer: () => Promise.reject(new Error('kermit is unknown')) })
    const query = 'query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on PondAdSignals { mood } } }'
    const variables = { keys: [{ __typename: 'PondAdSignals', grant: grant() }] }
    expect(await failing.ask(query, { variables })).toEqual({ data: { _entities: [null] } })
    expect(failing.logged).toEqual([])
    expect(await createSignalPond({ answer: () => null }).signals(grant())).toBeNull()
  })

  test('cannot say an end of its own', async () => {
    const pond = createSignalPond({ answer: () => ({ mood: 'sly', validUntil: until(86_400_000), grant: 'x' }) })
    expect(await pond.signals(grant())).toEqual({ mood: 'sly', validUntil: until() })
  })

  test('that takes longer than is left, less 100 ms, answers null and is told to stop', async () => {
    let aborted = false
    const pond = createSignalPond({
      answer: (_asked, { signal }) =>
        new Promise(() => signal.addEventListener('abort', () => (aborted = true), { once: true })),
    })
    const answer = pond.signals(grant())
    await pond.clock.advance(L - SPARE + 10)
    expect([await answer, aborted]).toEqual([null, true])
  })

  test('that was stopped while it read answers null, though its resolver thinks it was quick', async () => {
    const pond = createSignalPond({
      answer: () => {
        pond.clock.shiftWall(L)
        return { mood: 'late' }
      },
    })
    expect(await pond.signals(grant())).toBeNull()
  })

  test('whose clock does not agree with the others’ answers null', async () => {
    const pond = createSignalPond()
    pond.subgraph.sawHeader?.(TEST_START + DELTA + 1)
    expect(await pond.signals(grant())).toBeNull()
    expect(pond.logged).toEqual([[expect.anything(), 'clocks differ: no consented data is given until they agree']])
  })

  test('must have the types it means to answer', () => {
    const wrong = () => createSignalPond({ definition: { consented: { LakeSignals: () => null } } })
    expect(wrong).toThrow('consented.LakeSignals of pond must have a type with @consented(from: "pond") in the SDL.')
  })
})
