import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { concord, type Child } from '../../support/child.ts'
import { temporaryDirectory } from '../../support/demoData.ts'

/** `concord gateway --workers 2`: processes of the real command line that share one port. */
const supergraph = fileURLToPath(new URL('../../../schema/supergraph.graphql', import.meta.url))
const data = temporaryDirectory()
afterAll(() => rmSync(data, { recursive: true, force: true }))
const config = join(data, 'concord.yaml')
writeFileSync(config, 'metrics: { port: 0 }')

const run = (...more: string[]): Child =>
  concord(['gateway', '--identity', '--workers', '2', '--port', '0', '--data', data, ...more])

const processesOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)

async function answers(url: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', connection: 'close' }
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: '{"query":"{ __typename }"}' })
  return response.json()
}

describe.skipIf(process.platform !== 'linux')('a gateway in two processes', { timeout: 60_000 }, () => {
  let gateway: Child
  let url = ''
  beforeAll(async () => {
    gateway = run('--supergraph', supergraph, '--config', config)
    url = (await gateway.prints(/http:\/\/[\w.]+:\d+(?=\/graphql in 2)/)).trim()
  })
  afterAll(() => gateway[Symbol.asyncDispose]())

  test('answers on one port, whichever of them it is', async () => {
    expect(processesOf(gateway.pid)).toHaveLength(2)
    for (let asked = 0; asked < 6; asked++) expect(await answers(url)).toEqual({ data: { __typename: 'Query' } })
  })

  test('shows what all of them counted as one', async () => {
    const figures = (await gateway.prints(/Figures are at http:\/\/[\w.:]+\/metrics/)).slice('Figures are at '.length)
    const counted = async (): Promise<number> => {
      const text = await (await fetch(figures)).text()
      return Number(/^concord_requests_total\{operation="other",outcome="ok"\} (\d+)$/m.exec(text)?.[1] ?? 0)
    }
    const before = await counted()
    for (let asked = 0; asked < 6; asked++) await answers(url)
    expect((await counted()) - before).toBe(6)
  })

  test('goes on when one is killed, and replaces it', async () => {
    const [killed = 0, other] = processesOf(gateway.pid)
    process.kill(killed, 'SIGKILL')
    const replaced = (): number[] => processesOf(gateway.pid).filter((pid) => pid !== other && pid !== killed)
    await expect.poll(replaced, { timeout: 20_000 }).toHaveLength(1)
    for (let asked = 0; asked < 6; asked++) expect(await answers(url)).toEqual({ data: { __typename: 'Query' } })
  })

  test('stops as one', async () => {
    const pids = processesOf(gateway.pid)
    gateway.kill('SIGTERM')
    expect(await gateway.ended).toBe(0)
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })
})

test('what does not hold is said once, and ends all of them', { timeout: 60_000 }, async () => {
  await using gateway = run('--supergraph', join(data, 'none.graphql'))
  expect(await gateway.ended).toBe(78)
  expect(gateway.output().match(/--supergraph must name a readable file/g)).toHaveLength(1)
})
