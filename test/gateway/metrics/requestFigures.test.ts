import { GraphQLError, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { OperationRefused } from '../../../gateway/admit/refusal.ts'
import { createRequestFigures, type RequestFigure } from '../../../gateway/metrics/requestFigures.ts'
import { createManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { fault } from '../../../subgraphs/runtime/errors/fault.ts'
import { type Metrics, silentMetrics } from '../../../subgraphs/runtime/metrics/metrics.ts'

/** What is counted of one request. */
function counted(request: (figure: RequestFigure) => void): readonly object[] {
  const seen: object[] = []
  const metrics: Metrics = { ...silentMetrics, counter: () => (values) => void seen.push(values) }
  request(createRequestFigures({ metrics, operations: ['Home'] }, createManualClock(0))())
  return seen
}

describe('a request is counted once, by a known operation and its outcome', () => {
  const coded = (code: string) => new GraphQLError('x', { extensions: { code } })
  test.each<[string, string, (figure: RequestFigure) => void]>([
    ['Home', 'ok', ({ executed }) => executed({ data: {} })],
    ['Home', 'partial', ({ executed }) => executed({ data: {}, errors: [coded('SUBGRAPH_TIMEOUT')] })],
    ['Home', 'partial', ({ executed }) => executed({ data: null, errors: [coded('X')] })],
    ['Home', 'PLAN_REFUSED', ({ executed }) => executed({ errors: [coded('PLAN_REFUSED')] })],
    ['Home', 'OTHER', ({ executed }) => executed({ errors: [coded('Ada Okafor')] })],
    ['Home', 'OTHER', () => undefined],
  ])('%s: %s', (operation, outcome, execute) => {
    const seen = counted((figure) => {
      figure.admitted(parse('query Home { a } query Other { a }'), 'Home')
      execute(figure)
      figure.answered()
    })
    expect(seen).toEqual([{ operation, outcome }])
  })

  test('refused before there was an operation', () => {
    const refused = (error: unknown) => counted((figure) => figure.refused(error))
    const validation = new OperationRefused([coded('GRAPHQL_VALIDATION_FAILED')])
    expect(refused(validation)).toEqual([{ operation: 'none', outcome: 'GRAPHQL_VALIDATION_FAILED' }])
    expect(refused(fault('UNAUTHENTICATED'))).toEqual([{ operation: 'none', outcome: 'UNAUTHENTICATED' }])
    expect(refused(new Error('bug'))).toEqual([{ operation: 'none', outcome: 'OTHER' }])
  })

  test('whatever name nobody told of, or none, is other', () => {
    for (const text of ['{ a }', 'query Ada_Okafor { a }']) {
      const seen = counted((figure) => {
        figure.admitted(parse(text), undefined)
        figure.refused(fault('RATE_LIMITED'))
      })
      expect(seen).toEqual([{ operation: 'other', outcome: 'RATE_LIMITED' }])
    }
  })
})

test('no more names than can be labels', () => {
  const operations = Array.from({ length: 201 }, (_, index) => `O${index}`)
  expect(() => createRequestFigures({ metrics: silentMetrics, operations }, createManualClock(0))).toThrow(
    /At most 200/,
  )
})
