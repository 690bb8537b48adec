// `npm run bench:store`: Concord's embedded store and its peers over the same posts, each in a process of its own, in
// alternating rounds of one run. Prints medians, how far each is from itself, and what a peer takes for one of Concord's.
import { SingleBar } from 'cli-progress'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { median, percent, spread } from './support/statistics.ts'
import { WORKS, type Work } from './support/store/work.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, documents: { type: 'string', default: '50000' } },
})
const rounds = Number(values.rounds)
const documents = Number(values.documents)
const folder = mkdtempSync(join(tmpdir(), 'concord-bench-store-'))
const works = Object.keys(WORKS) as Work[]
const bar = process.stderr.isTTY
  ? new SingleBar({ format: '{bar} {value}/{total} {what}', clearOnComplete: true, stream: process.stderr })
  : null

interface Runner {
  readonly name: string
  readonly child: ChildProcess
  readonly micros: Map<Work, number[]>
  memory: { own: number; mapped: number }
}

interface Reply {
  readonly ready?: boolean
  readonly loaded?: number
  readonly micros?: number
  readonly memory?: Runner['memory']
}

const runners: Runner[] = []
try {
  for (const name of ['concord', 'lmdb', 'sqlite']) await start(name)
  await race()
  report()
} finally {
  for (const { child } of runners) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}

/** Starts a contender and waits until it has loaded its posts; it takes no part when this Node does not have it. */
async function start(name: string): Promise<void> {
  const directory = join(folder, name)
  mkdirSync(directory)
  const path = fileURLToPath(new URL('./support/store/process.ts', import.meta.url))
  const child = fork(path, [name, directory, String(documents)], { execArgv: ['--import', 'tsx', '--no-warnings'] })
  bar?.start(documents, 0, { what: `${name}: loading` })
  for (;;) {
    const { loaded, ready } = await reply(child)
    if (loaded !== undefined) bar?.update(loaded)
    if (ready === true) runners.push({ name, child, micros: new Map(), memory: { own: 0, mapped: 0 } })
    if (ready === false) child.kill('SIGKILL')
    if (ready !== undefined) break
  }
  bar?.stop()
}

async function race(): Promise<void> {
  bar?.start(rounds * works.length * runners.length, 0, { what: '' })
  // The first round warms up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const work of works) {
      for (const runner of round % 2 === 0 ? runners : runners.toReversed()) {
        runner.child.send({ work })
        const { micros = Number.NaN, memory = runner.memory } = await reply(runner.child)
        runner.memory = memory
        if (round === 0) continue
        runner.micros.set(work, [...(runner.micros.get(work) ?? []), micros])
        bar?.increment({ what: `${runner.name}: ${WORKS[work].title}` })
      }
    }
  }
  bar?.stop()
}

async function reply(child: ChildProcess): Promise<Reply> {
  const waiting = new AbortController()
  const died = once(child, 'exit', waiting).then(() => Promise.reject(new Error('A contender of the benchmark died')))
  died.catch(() => {})
  const [message] = (await Promise.race([once(child, 'message', waiting), died])) as [Reply]
  waiting.abort()
  return message
}

function report(): void {
  const [concord, ...peers] = runners as [Runner, ...Runner[]]
  console.log(
    `${documents} posts of about 370 bytes, ${rounds} rounds, Node ${process.version}; medians in milliseconds`,
  )
  const names: Record<string, string> = {
    concord: 'Concord (port over lmdb 3.5.6)',
    lmdb: 'raw lmdb 3.5.6, no checks',
    sqlite: 'node:sqlite, WAL, FULL',
  }
  const width = Math.max(...works.map((work) => WORKS[work].title.length))
  console.log([' '.repeat(width), ...runners.map(({ name }) => (names[name] ?? name).padStart(34))].join(' '))
  for (const work of works) {
    const own = median(concord.micros.get(work) ?? [])
    const cells = runners.map((runner) => {
      const taken = runner.micros.get(work) ?? []
      const ratio = runner === concord ? '' : ` (${(median(taken) / own).toFixed(2)} of Concord's)`
      return `${(median(taken) / 1_000).toFixed(3)} ${percent(spread(taken))}${ratio}`.padStart(34)
    })
    console.log([WORKS[work].title.padEnd(width), ...cells].join(' '))
  }
  const megabytes = ({ memory }: Runner): string => `${memory.own.toFixed(0)} + ${memory.mapped.toFixed(0)} mapped`
  console.log(['memory, MiB'.padEnd(width), ...runners.map((runner) => megabytes(runner).padStart(34))].join(' '))
  if (!peers.some(({ name }) => name === 'sqlite')) {
    console.log('node:sqlite needs Node 22 or newer and took no part; the named peer of this run is raw lmdb.')
  }
}
