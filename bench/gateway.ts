// `npm run bench`: Concord's gateway and stock ApolloGateway over the same subgraphs, each in a process of its own, in
// alternating rounds of one run, and Concord over a graph that has consented data as well, which the operation does not
// ask. Prints medians as ratios, and beside them how far Concord is from itself.
import { composeServices } from '@apollo/composition'
import { SingleBar } from 'cli-progress'
import { parse } from 'graphql'
import { fork, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { canonical, load, peakMemory, type Measured } from './support/load.ts'
import { consentedSdls, operation, productsSdl, reviewsSdl } from './support/schemas.ts'
import { median, percent, spread } from './support/statistics.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    requests: { type: 'string', default: '1500' },
    connections: { type: 'string', default: '16' },
  },
})
const rounds = Number(values.rounds)
const requests = Number(values.requests)
const connections = Number(values.connections)
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const env = { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1' }
const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'))
const children: ChildProcess[] = []
/** Of the columns that are printed. */
const WIDTHS: readonly (number | undefined)[] = [26, 16, 16, 16, 24, 34]

interface Contender {
  readonly name: string
  readonly url: string
  readonly pid: number
  readonly measured: Measured[]
}

try {
  const { plain, labelled } = await startSubgraphs()
  const contenders = [await startConcord(plain), await startStock(plain), await startConcord(labelled)]
  await race(contenders)
  report(contenders)
} finally {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}

/** The subgraphs' process; answers the files of the supergraphs that name it, without consented data and with some. */
async function startSubgraphs(): Promise<{ readonly plain: string; readonly labelled: string }> {
  const port = await startFork('./support/subgraph.ts', [])
  const written = (name: string, sdls: Readonly<Record<string, string>>): string => {
    const services = Object.entries(sdls).map(([service, sdl]) => ({
      name: service,
      url: `http://127.0.0.1:${port}/${service}`,
      typeDefs: parse(sdl),
    }))
    const { supergraphSdl } = composeServices(services)
    if (supergraphSdl === undefined) throw new Error('The schemas of the benchmark must compose, but do not')
    const file = join(folder, `${name}.graphql`)
    writeFileSync(file, supergraphSdl)
    return file
  }
  const plain = { products: productsSdl, reviews: reviewsSdl }
  return { plain: written('plain', plain), labelled: written('labelled', { ...plain, ...consentedSdls }) }
}

async function startStock(supergraph: string): Promise<Contender> {
  const port = await startFork('./support/stock.ts', [supergraph])
  return { name: 'ApolloGateway', url: `http://127.0.0.1:${port}`, pid: lastPid(), measured: [] }
}

/** Concord as it is installed: the built command line. */
async function startConcord(supergraph: string): Promise<Contender> {
  const data = join(folder, `data${children.length}`)
  const child = spawn(
    process.execPath,
    [here('../dist/bin/concord.js'), 'gateway', '--supergraph', supergraph, '--port', '0', '--data', data],
    { env, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  children.push(child)
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      const found = /http:\/\/[\w.:]+/.exec(text.toString())?.[0]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error('concord gateway must stay up, but ended: run `npm run prepare` first')))
  })
  return { name: 'Concord', url, pid: lastPid(), measured: [] }
}

async function startFork(file: string, args: readonly string[]): Promise<number> {
  const child = fork(here(file), args, {
    env,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  children.push(child)
  return new Promise((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port))
    child.once('exit', (code) => reject(new Error(`${file} must stay up, but ended with ${String(code)}`)))
  })
}

function lastPid(): number {
  return children.at(-1)?.pid ?? 0
}

/** One round to warm up, then alternating rounds, so that whatever else the machine does meets both. */
async function race(contenders: readonly Contender[]): Promise<void> {
  const body = JSON.stringify({ query: operation })
  const first = await fetch(`${contenders[1]?.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  const expected = canonical(await first.text())
  const check = (text: string): void => {
    if (canonical(text) === expected) return
    throw new Error(`Both gateways must give the same answer, but this one gave: ${text.slice(0, 300)}`)
  }
  const bar = new SingleBar({ format: 'rounds [{bar}] {value}/{total}, {eta} s left', clearOnComplete: true })
  if (process.stderr.isTTY) bar.start(rounds + 1, 0)
  for (let round = 0; round <= rounds; round++) {
    for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
      const { url, pid } = contender
      const measured = await load({ url, pid, requests, connections, request: () => ({ body }), check })
      if (round > 0) contender.measured.push(measured)
    }
    bar.increment()
  }
  bar.stop()
}

function report([concord, stock, labelled]: readonly Contender[]): void {
  if (concord === undefined || stock === undefined || labelled === undefined) return
  console.log(
    `20 entities, two subgraph calls over HTTP; ${rounds} alternating rounds of ${requests} requests, ${connections} at once; Node ${process.version}\n`,
  )
  console.log(
    row('', 'Concord', 'ApolloGateway', 'ratio', 'Concord against itself', 'with consented data in the graph'),
  )
  for (const [label, key, unit] of [
    ['gateway CPU per request', 'cpu', 'ms'],
    ['requests per second', 'rate', ''],
    ['p50', 'p50', 'ms'],
    ['p99', 'p99', 'ms'],
  ] as const) {
    const own = concord.measured.map((round) => round[key])
    const peer = stock.measured.map((round) => round[key])
    console.log(
      row(
        label,
        `${median(own).toFixed(2)} ${unit}`,
        `${median(peer).toFixed(2)} ${unit}`,
        (median(own) / median(peer)).toFixed(2),
        percent(spread(own)),
        (median(labelled.measured.map((round) => round[key])) / median(own)).toFixed(2),
      ),
    )
  }
  const memory = [peakMemory(concord.pid), peakMemory(stock.pid)] as const
  console.log(
    row(
      'peak memory',
      `${memory[0].toFixed(0)} MiB`,
      `${memory[1].toFixed(0)} MiB`,
      (memory[0] / memory[1]).toFixed(2),
      '',
      (peakMemory(labelled.pid) / memory[0]).toFixed(2),
    ),
  )
}

function row(...cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(26) : cell.padStart(WIDTHS[index] ?? 16))).join('')
}
