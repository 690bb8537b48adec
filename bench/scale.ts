// `npm run bench:scale`: the operations `Home` and `Feed` of one process, of a gateway in two workers before four
// subgraph processes, and of two gateways before them, in alternating rounds of one run; over the embedded store, and
// over MongoDB where MONGODB_URL names one (`.ci/mongo -- npm run bench:scale`). CPU and memory are those of all
// processes of an arrangement, the database's own left out.
import { SingleBar } from 'cli-progress'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { cpuMilliseconds, load, type Measured } from './support/load.ts'
import { createProcesses, memoryOf, type Processes, withChildren } from './support/processes.ts'
import { median, percent, spread } from './support/statistics.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    requests: { type: 'string', default: '600' },
    connections: { type: 'string', default: '16' },
  },
})
const [rounds, requests, connections] = [values.rounds, values.requests, values.connections].map(Number) as [
  number,
  number,
  number,
]
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const SUPERGRAPH = here('../schema/supergraph.graphql')

/** Who asks what: as in the list of operations that always work. */
const OPERATIONS = [
  { name: 'Home', client: 'ACCOUNTS', file: 'home' },
  { name: 'Feed', client: 'PHOTO', file: 'feed' },
] as const
type Name = (typeof OPERATIONS)[number]['name']

/** Processes that answer together. */
interface Arrangement {
  readonly name: string
  readonly gateways: readonly string[]
  readonly pids: readonly number[]
  readonly measured: Record<Name, Measured[]>
}

/** A store with demo people in it. */
interface Ground {
  readonly name: string
  readonly flags: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

const folder = mkdtempSync(join(tmpdir(), 'concord-bench-scale-'))
try {
  for (const ground of grounds()) await measure(ground)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function grounds(): Ground[] {
  const flags = (name: string): string[] => ['--data', join(folder, name), '--port', '0']
  const embedded = { name: 'the embedded store', flags: flags('embedded'), env: {} }
  const url = process.env['MONGODB_URL']
  if (url === undefined || url === '') return [embedded]
  const store = `${url.replace(/(\/\/[^/?]+).*$/, '$1')}/concord_bench_${process.pid}`
  const server = process.env['MONGODB_SERVER'] ?? 'MongoDB'
  return [embedded, { name: server, flags: flags('mongo'), env: { CONCORD_STORE: store } }]
}

async function measure(ground: Ground): Promise<void> {
  await promisify(execFile)(process.execPath, [here('../dist/bin/concord.js'), 'seed', ...ground.flags.slice(0, 2)], {
    env: { ...process.env, ...ground.env },
  })
  using processes = createProcesses()
  const arrangements = await start(processes, ground)
  const idle = new Map(arrangements.map((each) => [each, each.pids.map(memoryOf)]))
  await race(arrangements)
  report(ground, arrangements, idle)
}

async function start(processes: Processes, { flags, env }: Ground): Promise<Arrangement[]> {
  const subgraph = (name: string, ...more: string[]) => processes.run(['subgraph', name, ...more, ...flags], env)
  const one = await processes.run(['start', '--demo', ...flags], env)
  const [messenger, photo, social] = await Promise.all(['messenger', 'photo', 'social'].map((name) => subgraph(name)))
  if (!messenger || !photo || !social) throw new Error('Three apps must have started')
  const accounts = await subgraph('accounts', ...configured('accounts', { messenger, photo, social }))
  const graph = { accounts, messenger, photo, social }
  const found = configured('gateway', graph, `${accounts.url}/grants/graphql`)
  const gateway = (...more: string[]) =>
    processes.run(['gateway', '--supergraph', SUPERGRAPH, '--identity', ...found, ...more, ...flags], env)
  const workers = await gateway('--workers', '2')
  const [left, right] = [await gateway(), await gateway()]
  const below = Object.values(graph).map(({ pid }) => pid)
  return [
    arrangement('one process', [one.url], [one.pid]),
    arrangement('gateway, 2 workers', [workers.url], [...withChildren(workers.pid), ...below]),
    arrangement('2 gateways', [left.url, right.url], [left.pid, right.pid, ...below]),
  ]
}

function arrangement(name: string, gateways: readonly string[], pids: readonly number[]): Arrangement {
  return { name, gateways, pids, measured: { Home: [], Feed: [] } }
}

/** Where the subgraphs are, in a configuration file. */
function configured(name: string, graph: Record<string, { url: string }>, grants?: string): string[] {
  const urls = Object.entries(graph).map(([subgraph, { url }]) => [subgraph, `${url}/graphql`])
  const subgraphs = Object.fromEntries(grants === undefined ? urls : [...urls, ['grants', grants]])
  const file = join(folder, `${name}.yaml`)
  writeFileSync(file, JSON.stringify({ subgraphs }))
  return ['--config', file]
}

async function race(arrangements: readonly Arrangement[]): Promise<void> {
  const bar = new SingleBar({ format: 'rounds [{bar}] {value}/{total}, {eta} s left', clearOnComplete: true })
  if (process.stderr.isTTY) bar.start(rounds + 1, 0)
  const tokens = await tokensAt(arrangements[0]?.gateways[0] ?? '')
  for (let round = 0; round <= rounds; round++) {
    for (const each of round % 2 === 0 ? arrangements : arrangements.toReversed()) {
      for (const { name, client, file } of OPERATIONS) {
        const measured = await ask(each, file, tokens[client] ?? '')
        if (round > 0) each.measured[name].push(measured)
      }
    }
    bar.increment()
  }
  bar.stop()
}

/** Of the first of the demo people who has linked all apps: `Home` is widest for them. */
async function tokensAt(url: string): Promise<Readonly<Record<string, string>>> {
  const personas = (await (await fetch(`${url}/dev/personas`)).json()) as Persona[]
  return personas.find(({ linked }) => linked.length === 3)?.tokens ?? {}
}

interface Persona {
  readonly linked: readonly string[]
  readonly tokens: Readonly<Record<string, string>>
}

/** The load spread over all gateways, as a balancer would. */
async function ask({ gateways, pids }: Arrangement, file: string, token: string): Promise<Measured> {
  const query = readFileSync(here(`../test/support/operations/${file}.graphql`), 'utf8')
  const request = () => ({ body: JSON.stringify({ query }), headers: { authorization: `Bearer ${token}` } })
  const check = (text: string): void => {
    if (text.startsWith('{"data":{') && !text.includes('"errors":[{"message"')) return
    throw new Error(`An answer must have data and no errors, but got: ${text.slice(0, 300)}`)
  }
  const before = pids.map(cpuMilliseconds)
  const each = { requests: requests / gateways.length, connections: connections / gateways.length, pid: 0 }
  const parts = await Promise.all(gateways.map((url) => load({ ...each, url, request, check })))
  const cpu = pids.reduce((sum, pid, index) => sum + cpuMilliseconds(pid) - (before[index] ?? 0), 0) / requests
  return {
    rate: parts.reduce((sum, { rate }) => sum + rate, 0),
    p50: median(parts.map(({ p50 }) => p50)),
    p99: Math.max(...parts.map(({ p99 }) => p99)),
    cpu,
  }
}

function report(ground: Ground, arrangements: readonly Arrangement[], idle: Map<Arrangement, number[]>): void {
  console.log(
    `\nOver ${ground.name}; ${rounds} rounds of ${requests} requests, ${connections} at once; ${process.version}`,
  )
  const rows = arrangements.flatMap((each) =>
    OPERATIONS.map(({ name }) => {
      const of = (read: (measured: Measured) => number): number[] => each.measured[name].map(read)
      const rates = of(({ rate }) => rate)
      return {
        operation: name,
        arrangement: each.name,
        'requests/s': Math.round(median(rates)),
        spread: percent(spread(rates)),
        'p50 ms': Number(median(of(({ p50 }) => p50)).toFixed(1)),
        'p99 ms': Number(median(of(({ p99 }) => p99)).toFixed(1)),
        'CPU ms/request': Number(median(of(({ cpu }) => cpu)).toFixed(2)),
      }
    }),
  )
  console.table(rows.toSorted((a, b) => b.operation.localeCompare(a.operation)))
  for (const each of arrangements) {
    const loaded = each.pids.map(memoryOf).map(Math.round)
    console.log(
      `memory, MiB per process, ${each.name}: ${(idle.get(each) ?? []).map(Math.round).join(' ')} idle, ${loaded.join(' ')} after`,
    )
  }
}
