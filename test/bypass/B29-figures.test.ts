import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personas } from '../../bin/demo/personas.ts'
import { createPrometheusMetrics } from '../../bin/metrics/prometheus.ts'
import { readConfiguration } from '../../bin/configuration.ts'
import { copyDemoData } from '../support/demoData.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'

/** A metric label is a way out of the house, too: what is counted tells of nobody. */
const metrics = createPrometheusMetrics()
const KNOWN = 'Ads'
let graph: StartedGraph
beforeAll(async () => {
  const data = async () => {
    const copied = await copyDemoData()
    const configured = readConfiguration(undefined, {}, { ...copied.configuration, metrics: { operations: [KNOWN] } })
    return { ...copied, configuration: configured }
  }
  graph = await startedGraph({ metrics, data })
})
afterAll(() => graph[Symbol.asyncDispose]())

const ADS = 'query Ads { socialMe { ads(first: 3) { basis } } }'
const lines = async (name: string): Promise<string[]> =>
  (await metrics.text()).split('\n').filter((line) => line.startsWith(`${name}{`))

describe('B29: figures', () => {
  test('name no operation that was not known before, however a client calls it', async () => {
    const id = graph.id('Ada Okafor', 'SOCIAL')
    await graph.data('query Ada_Okafor { socialMe { id } }', { by: ['Ada Okafor', 'SOCIAL'] })
    await graph.data(`query ($id: ID!) { node(id: $id) { id } }`, { variables: { id } })
    await graph.ask('{ nothing }')
    await graph.ask(ADS, { headers: { authorization: 'Bearer x' } })
    await graph.data(ADS, { by: ['Dev Raman', 'SOCIAL'] })
    expect((await lines('concord_requests_total')).toSorted()).toEqual([
      'concord_requests_total{operation="Ads",outcome="ok"} 1',
      'concord_requests_total{operation="none",outcome="GRAPHQL_VALIDATION_FAILED"} 1',
      'concord_requests_total{operation="none",outcome="UNAUTHENTICATED"} 1',
      'concord_requests_total{operation="other",outcome="ok"} 2',
    ])
  })

  test('tell nobody from anybody: of who consented they show whole tens, without app or purpose', async () => {
    for (const name of ['Dev Raman', 'Ben Lindqvist', 'Ada Okafor']) await graph.data(ADS, { by: [name, 'SOCIAL'] })
    const before = await lines('concord_grants_total')
    expect(before).toEqual(expect.arrayContaining(['concord_grants_total{outcome="granted"} 0']))
    for (let time = 0; time < 10; time++) await graph.data(ADS, { by: ['Dev Raman', 'SOCIAL'] })
    expect(await lines('concord_grants_total')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^concord_grants_total\{outcome="granted"\} [1-9]0$/)]),
    )
    // Of the calls of the gateway none is to a source because somebody consented.
    const sources = (await lines('concord_subgraph_calls_total')).filter((line) => line.includes('"messenger"'))
    expect(sources).toEqual([])
  })

  test('hold no id, name or text of a person anywhere', async () => {
    const text = await metrics.text()
    const labels = [...text.matchAll(/="([^"]*)"/g)].map(([, value]) => value ?? '')
    expect(labels.filter((label) => !/^([A-Za-z_]{1,40}|\+Inf|[\d.]+)$/.test(label))).toEqual([])
    for (const { name } of personas) expect(text).not.toContain(name.split(' ')[0])
    expect(text).toContain('concord_store_calls_total{collection="social_profiles",method="getMany"}')
    expect(text).toMatch(/concord_plan_cache_total\{outcome="hit"\} \d+/)
    expect(text).toMatch(/concord_plan_cache_size \d+/)
  })
})
