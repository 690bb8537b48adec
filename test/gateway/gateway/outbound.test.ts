import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const child = fileURLToPath(new URL('../../support/outbound.ts', import.meta.url))

interface Report {
  readonly url: string
  readonly answers: readonly Record<string, unknown>[]
  readonly tried: readonly string[]
}

test('the gateway and its subgraphs open no connection to anyone', async () => {
  // What would make Apollo's packages call home, if anything did.
  const env = {
    ...process.env,
    APOLLO_KEY: 'service:concord:none',
    APOLLO_GRAPH_REF: 'concord@main',
    NODE_ENV: 'production',
  }
  delete (env as NodeJS.ProcessEnv)['APOLLO_TELEMETRY_DISABLED']
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', child], { env })
  const { url, answers, tried } = JSON.parse(stdout) as Report
  const { port } = new URL(url)

  expect(answers).toMatchObject([
    { data: { viewer: null } },
    { data: { photoProfile: null, node: null } },
    { data: { __schema: { queryType: { name: 'Query' } } } },
    { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
    { status: 'ready', missing: [] },
  ])
  // What the watch sees: the listening, and the child's own requests. There is nothing else.
  const own = (one: string): boolean =>
    one === 'lookup 127.0.0.1' || (one.startsWith('connect ') && one.includes(`"port":"${port}","host":"127.0.0.1"`))
  expect(tried.filter(own).length).toBeGreaterThan(1)
  expect(tried.filter((one) => !own(one))).toEqual([])
}, 60_000)
