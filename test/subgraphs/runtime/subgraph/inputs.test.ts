import { describe, expect, test } from 'vitest'
import { DELTA, L } from '../../../../subgraphs/runtime/grants/constants.ts'
import { TEST_START, testIds } from '../../../support/subgraphTester.ts'
import { createSignalPond, kermit, until } from './signalPond.ts'

const lake = (validUntil: unknown = until()) => ({ lakeSignals: { mood: 'calm', validUntil } })
const sea = (validUntil: unknown = until()) => ({ seaSignals: { mood: 'wild', validUntil } })

describe('a recipient', () => {
  test('gets inputs of now, also where its reference resolver answers a row of its own', async () => {
    expect(await createSignalPond().frogWith({ ...lake(), ...sea() })).toEqual({ flies: 'calm wild' })
  })

  test.each<[string, unknown]>([
    ['past its end', new Date(TEST_START - 1).toISOString()],
    ['with an end that no grant has', until(DELTA + 1)],
    ['without an end', undefined],
    ['with an end that is no time', 'tomorrow'],
    ['with an end that is a number', TEST_START + L],
  ])('gets null for an input %s, and the other one as it is', async (_case, validUntil) => {
    const pond = createSignalPond()
    expect(await pond.frogWith({ lakeSignals: { mood: 'old', validUntil }, ...sea() })).toEqual({ flies: '- wild' })
    expect(pond.references).toEqual([{ __typename: 'Frog', id: expect.any(String), lakeSignals: null, ...sea() }])
  })

  test.each([['a text'], [7], [['list']], [true]])('gets null for %j in place of an input', async (given) => {
    expect(await createSignalPond().frogWith({ lakeSignals: given })).toEqual({ flies: '- -' })
  })

  test('gets null for what expires between its coming and its use', async () => {
    const pond = createSignalPond({ beforeRow: () => pond.clock.advance(L + 1) })
    const inputs = { ...lake(), ...sea(new Date(TEST_START + L + DELTA).toISOString()) }
    expect(await pond.frogWith(inputs)).toEqual({ flies: '- wild' })
    expect(pond.references).toHaveLength(1)
    expect(await createSignalPond().frogWith(inputs, kermit, '{ flies waves }')).toEqual({
      flies: 'calm wild',
      waves: 'wild',
    })
  })

  test('gets null for inputs about anybody but the viewer, and for nobody', async () => {
    const pond = createSignalPond()
    expect(await pond.frogWith(lake(), testIds('pond').seal('Frog', 'robin'))).toEqual({ flies: '- -' })
    const signedOut = await pond.entities('Frog', [{ id: 'x', ...lake() }], '{ flies }')
    expect(signedOut).toEqual([{ flies: '- -' }])
  })

  test('whose clock does not agree with the others’ gets null', async () => {
    const pond = createSignalPond()
    for (let header = 0; header < 64; header++) pond.subgraph.sawHeader?.(TEST_START - DELTA - 1)
    expect(await pond.frogWith(lake())).toEqual({ flies: '- -' })
  })

  test('sees no difference between withheld, expired and never sent', async () => {
    const pond = createSignalPond()
    for (const inputs of [{}, { lakeSignals: null }, lake(new Date(TEST_START - 1).toISOString())]) {
      expect(await pond.frogWith(inputs)).toEqual({ flies: '- -' })
    }
  })
})
