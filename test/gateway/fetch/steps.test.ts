import type { FetchNode, PlanNode } from '@apollo/query-planner'
import { OperationTypeNode } from 'graphql'
import { describe, expect, it } from 'vitest'
import { Deadlines } from '../../../gateway/fetch/deadline.ts'
import { createCallFigures } from '../../../gateway/metrics/callFigures.ts'
import { silentMetrics } from '../../../subgraphs/runtime/metrics/metrics.ts'
import type { Execution } from '../../../gateway/fetch/execution.ts'
import { Failures } from '../../../gateway/merge/failures.ts'
import { nodeClass } from '../../../gateway/merge/tree.ts'
import { compilePlan } from '../../../gateway/plan/compile.ts'
import { loadSupergraph } from '../../../gateway/plan/supergraph.ts'
import type { SubgraphTransport } from '../../../gateway/transport.ts'
import { createManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { silentLog } from '../../../subgraphs/runtime/log/log.ts'
import { compose } from '../engine/graph.ts'

const supergraph = loadSupergraph(
  compose({
    s: { sdl: 'type Query { a: Int b: Int c: Int t: T } type T @key(fields: "id") { id: ID! n: Int m: Int }' },
  }),
)
const Root = nodeClass()
type Open = { readonly query: string; readonly answer: (data: object) => void }

/** Runs a plan; each call to the subgraph waits in `open` until the test answers it. */
function run(
  node: PlanNode,
  variables: Record<string, unknown> = {},
): { open: Open[]; execution: Execution; done: Promise<void> } {
  const open: Open[] = []
  const transport: SubgraphTransport = {
    send: ({ query }) =>
      new Promise((resolve) => open.push({ query, answer: (data) => resolve({ data: data as never }) })),
    close: async () => {},
  }
  const options = {
    supergraph,
    transports: new Map([['s', transport]]),
    neverRepeated: new Set<string>(),
    noted: new Set<string>(),
    owners: new Map(),
    consent: undefined,
    figures: createCallFigures(silentMetrics, createManualClock(0)),
  }
  const scope = { identityFor: () => undefined, signal: new AbortController().signal, deadline: 1000 }
  const execution: Execution = {
    root: new Root(),
    variables,
    condition: (variable) => variables[variable] === true,
    scope,
    deadline: new Deadlines(createManualClock(0)).watch(scope),
    failures: new Failures(),
    gone: new Set(),
    log: silentLog,
    reading: { path: [], misfits: [] },
    consent: undefined,
  }
  const done = Promise.resolve(compilePlan({ kind: 'QueryPlan', node }, options).fetch?.(execution))
  return { open, execution, done }
}

const fetchOf = (operation: string, more: Partial<FetchNode> = {}): FetchNode => ({
  kind: 'Fetch',
  serviceName: 's',
  operation,
  operationName: undefined,
  operationKind: OperationTypeNode.QUERY,
  ...more,
})
const turn = () => new Promise((resolve) => setImmediate(resolve))
const queries = (open: readonly Open[]) => open.map(({ query }) => query)

describe('a step', () => {
  it('Sequence waits for one after the other', async () => {
    const { open, execution, done } = run({ kind: 'Sequence', nodes: [fetchOf('{a}'), fetchOf('{b}')] })
    await turn()
    expect(queries(open)).toEqual(['{a}'])
    open[0]?.answer({ a: 1 })
    await turn()
    expect(queries(open)).toEqual(['{a}', '{b}'])
    open[1]?.answer({ b: 2 })
    await done
    expect(execution.root).toEqual({ a: 1, b: 2 })
  })

  it('Parallel starts all at once', async () => {
    const { open, execution, done } = run({ kind: 'Parallel', nodes: [fetchOf('{a}'), fetchOf('{b}')] })
    await turn()
    expect(queries(open)).toEqual(['{a}', '{b}'])
    open[1]?.answer({ b: 2 })
    open[0]?.answer({ a: 1 })
    await done
    expect(execution.root).toEqual({ a: 1, b: 2 })
  })

  it.each([
    [true, '{a}'],
    [false, '{b}'],
  ])('Condition takes the clause of %s', async (value, query) => {
    const node: PlanNode = { kind: 'Condition', condition: 'x', ifClause: fetchOf('{a}'), elseClause: fetchOf('{b}') }
    const { open } = run(node, { x: value })
    await turn()
    expect(queries(open)).toEqual([query])
  })

  it('Condition without the clause does nothing', async () => {
    const { open, done } = run({ kind: 'Condition', condition: 'x', ifClause: fetchOf('{a}') }, { x: false })
    await done
    expect(open).toEqual([])
  })

  it('Flatten attaches a fetch where it belongs, also within another one', async () => {
    const requires = [
      { kind: 'Field', name: '__typename' },
      { kind: 'Field', name: 'id' },
    ] as const
    const entities = (field: string) =>
      fetchOf(`query($representations:[_Any!]!){_entities(representations:$representations){...on T{${field}}}}`, {
        requires: [{ kind: 'InlineFragment', typeCondition: 'T', selections: [...requires] }],
      })
    const flat = (...nodes: PlanNode[]): PlanNode => ({
      kind: 'Flatten',
      path: ['t'],
      node: { kind: 'Sequence', nodes },
    })
    const { open, execution, done } = run({
      kind: 'Sequence',
      nodes: [fetchOf('{t{__typename id}}'), flat(entities('n'), entities('m'))],
    })
    await turn()
    open[0]?.answer({ t: { __typename: 'T', id: '1' } })
    await turn()
    open[1]?.answer({ _entities: [{ n: 5 }] })
    await turn()
    open[2]?.answer({ _entities: [{ m: 6 }] })
    await done
    expect(execution.root).toEqual({ t: { __typename: 'T', id: '1', n: 5, m: 6 } })
  })

  it('Fetch takes answers apart that share no name, and gives them back their own', async () => {
    const outputRewrites = [{ kind: 'KeyRenamer' as const, path: ['b__alias_0'], renameKeyTo: 'b' }]
    const { open, execution, done } = run(fetchOf('{a b__alias_0:b}', { outputRewrites }))
    await turn()
    open[0]?.answer({ a: 1, b__alias_0: 2 })
    await done
    expect(execution.root).toEqual({ a: 1, b: 2 })
  })
})

describe('a plan', () => {
  it('may be empty', () => {
    expect(compilePlan({ kind: 'QueryPlan' }, {} as never).fetch).toBeUndefined()
  })

  it('must lead to a subgraph that has a transport', () => {
    expect(() => run(fetchOf('{a}', { serviceName: 'other' }))).toThrow(
      'The supergraph names subgraph "other", but no transport leads to it.',
    )
  })

  it('must not need what is not executed here', () => {
    const contextRewrites = [{ kind: 'KeyRenamer' as const, path: ['a'], renameKeyTo: 'b' }]
    expect(() => run(fetchOf('{a}', { contextRewrites }))).toThrow('@fromContext is not executed here')
    expect(() => run({ kind: 'Defer', primary: {}, deferred: [] })).toThrow('@defer')
  })
})
