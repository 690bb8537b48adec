import { expect, test } from 'vitest'
import { createPrometheusMetrics } from '../../../bin/metrics/prometheus.ts'
import { serveMetrics } from '../../../bin/metrics/serveMetrics.ts'

const figure = { name: 'frogs_total', help: 'Frogs.', labels: ['pond'] } as const

/** The lines of one figure. */
async function shown(metrics: ReturnType<typeof createPrometheusMetrics>, name: string): Promise<string[]> {
  return (await metrics.text()).split('\n').filter((line) => line.startsWith(name))
}

test('the same figure again counts on; another registry counts for itself', async () => {
  const [one, other] = [createPrometheusMetrics(), createPrometheusMetrics()]
  one.counter(figure)({ pond: 'lily' })
  one.counter(figure)({ pond: 'lily' }, 2)
  other.counter(figure)({ pond: 'lily' })
  expect(await shown(one, 'frogs')).toEqual(['frogs_total{pond="lily"} 3'])
  expect(await shown(other, 'frogs')).toEqual(['frogs_total{pond="lily"} 1'])
})

test('a figure in steps of ten shows nobody before the tenth', async () => {
  const metrics = createPrometheusMetrics()
  const count = metrics.counter({ ...figure, step: 10 })
  for (let frog = 0; frog < 9; frog++) count({ pond: 'lily' })
  expect(await shown(metrics, 'frogs')).toEqual(['frogs_total{pond="lily"} 0'])
  count({ pond: 'lily' }, 14)
  expect(await shown(metrics, 'frogs')).toEqual(['frogs_total{pond="lily"} 20'])
  expect(await shown(metrics, '# HELP frogs')).toEqual(['# HELP frogs_total Frogs. In steps of 10.'])
})

test('a gauge is read when somebody looks, by its newest reader', async () => {
  const metrics = createPrometheusMetrics()
  let size = 1
  metrics.gauge({ ...figure, name: 'frogs' }, () => [{ values: { pond: 'old' }, value: 7 }])
  metrics.gauge({ ...figure, name: 'frogs' }, () => [{ values: { pond: 'lily' }, value: size }])
  size = 5
  expect(await shown(metrics, 'frogs')).toEqual(['frogs{pond="lily"} 5'])
})

test('a timer shows how many and how long', async () => {
  const metrics = createPrometheusMetrics()
  metrics.timer({ ...figure, name: 'jump_seconds' })({ pond: 'lily' }, 0.02)
  expect(await shown(metrics, 'jump_seconds_')).toEqual(
    expect.arrayContaining([
      'jump_seconds_bucket{le="0.01",pond="lily"} 0',
      'jump_seconds_bucket{le="0.025",pond="lily"} 1',
      'jump_seconds_sum{pond="lily"} 0.02',
      'jump_seconds_count{pond="lily"} 1',
    ]),
  )
})

test('is served at /metrics and nowhere else, with what Node tells of the process', async () => {
  const served = await serveMetrics(createPrometheusMetrics({ process: true }), { host: '127.0.0.1', port: 0 })
  const response = await fetch(served.url)
  const text = await response.text()
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds [\d.]+/)
  expect(text).toMatch(/process_resident_memory_bytes \d+/)
  expect((await fetch(new URL('/', served.url))).status).toBe(404)
  await served.stop()
})
