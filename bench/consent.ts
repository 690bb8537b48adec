// `npm run bench:consent`: what consent costs. First its parts, each by itself in this process; then `ads` for people who
// consented against people who refused, in alternating rounds of one run, by a gateway and four subgraphs in processes
// of their own over one embedded store. The load comes from this machine too, so latencies tell more of it than of us.
import { SingleBar } from 'cli-progress'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfiguration } from '../bin/configuration.ts'
import { ISSUER, openHouse, type House } from '../bin/house/house.ts'
import { issueToken } from '../gateway/identify/tokens.ts'
import { verifySeconds } from './support/consent/ledger.ts'
import { measureParts, type Rate } from './support/consent/parts.ts'
import { makePeople, type People, type Person } from './support/consent/people.ts'
import { startProcesses, type Processes } from './support/consent/processes.ts'
import { load, type Measured } from './support/load.ts'
import { median, percent, spread } from './support/statistics.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '128' },
    rounds: { type: 'string', default: '5' },
    requests: { type: 'string', default: '600' },
    records: { type: 'string', default: '1000000' },
  },
})
const each = Number(values.people)
const rounds = Number(values.rounds)
const requests = Number(values.requests)
const records = Number(values.records)
const AT_ONCE = [1, 8, 32, 128] as const
const body = JSON.stringify({ query: '{ socialMe { ads(first: 3) { title basis why } } }' })
const bar = process.stderr.isTTY
  ? new SingleBar({ format: '{bar} {value}/{total} {what}', clearOnComplete: true, stream: process.stderr })
  : null

/** One group of people, under one load. */
interface Group {
  readonly name: string
  readonly tokens: readonly string[]
  readonly measured: Measured[]
  /** Answers whose ads were chosen by consented data. */
  personalised: number
}

const data = mkdtempSync(join(tmpdir(), 'concord-bench-consent-'))
try {
  const { parts, seconds, tokens } = await prepare()
  console.log(`Node ${process.version}\n`)
  for (const { what, perSecond } of parts)
    console.log(`${Math.round(perSecond).toLocaleString('en').padStart(12)} /s  ${what}`)
  console.log(
    `${seconds.toFixed(1).padStart(12)} s   to verify an exported ledger of ${records.toLocaleString('en')} records`,
  )
  await race(tokens)
} finally {
  rmSync(data, { recursive: true, force: true })
}

interface Prepared {
  readonly parts: readonly Rate[]
  /** To verify an exported ledger. */
  readonly seconds: number
  readonly tokens: { readonly consenting: readonly string[]; readonly refusing: readonly string[] }
}

async function prepare(): Promise<Prepared> {
  const house = await openHouse(readConfiguration(undefined, {}, { data, log: { level: 'warn' } }))
  try {
    bar?.start(2 * each, 0, { what: 'people linked' })
    const people: People = await makePeople(house, each, (done) => bar?.update(done))
    bar?.stop()
    const tokensOf = async (group: readonly Person[]): Promise<string[]> =>
      Promise.all(group.map((one) => tokenOf(house, one)))
    const tokens = { consenting: await tokensOf(people.consenting), refusing: await tokensOf(people.refusing) }
    const parts = await measureParts(house, people)
    return { parts, seconds: await verifySeconds(data, house.keys, records), tokens }
  } finally {
    await house.close()
  }
}

async function tokenOf({ keys, clock, random }: House, { SOCIAL }: Person): Promise<string> {
  const key = keys.tokenKeys().signing
  const profiles = [{ app: 'SOCIAL' as const, id: SOCIAL, authTime: Math.floor(clock.wall() / 1000) }]
  return issueToken({ key, issuer: ISSUER, clock, random }, { client: 'SOCIAL', profiles, seconds: 3600 })
}

async function race(tokens: Prepared['tokens']): Promise<void> {
  const processes = await startProcesses(data)
  try {
    console.log(`\nads of one person, ${requests} requests in each of ${rounds} alternating rounds\n`)
    console.log(row(['at once', '', 'gateway CPU', 'p50', 'p99', 'per second', 'contextual though consented']))
    for (const atOnce of AT_ONCE) await compare(processes, atOnce, tokens)
  } finally {
    processes.kill()
  }
}

async function compare(processes: Processes, atOnce: number, tokens: Prepared['tokens']): Promise<void> {
  const groups: readonly Group[] = [
    { name: 'consented', tokens: tokens.consenting, measured: [], personalised: 0 },
    { name: 'contextual', tokens: tokens.refusing, measured: [], personalised: 0 },
  ]
  bar?.start((rounds + 1) * groups.length, 0, { what: `rounds, ${atOnce} at once` })
  for (let round = 0; round <= rounds; round++) {
    for (const group of round % 2 === 0 ? groups : groups.toReversed()) {
      const measured = await ask(processes, atOnce, group)
      if (round === 0) group.personalised = 0
      else group.measured.push(measured)
      bar?.increment()
    }
  }
  bar?.stop()
  groups.forEach((group) => report(atOnce, group))
}

async function ask({ url, pid }: Processes, connections: number, group: Group): Promise<Measured> {
  return load({
    url,
    pid,
    requests,
    connections,
    request: (n) => ({ body, headers: { authorization: `Bearer ${group.tokens[n % group.tokens.length]}` } }),
    check: (text) => {
      const answer = JSON.parse(text) as {
        data?: { socialMe?: { ads?: readonly { basis: string }[] } }
        errors?: unknown
      }
      const ads = answer.data?.socialMe?.ads ?? []
      if (ads.length !== 3 || answer.errors !== undefined) throw new Error(`There must be three ads, but got: ${text}`)
      if (ads.some(({ basis }) => basis === 'PERSONALIZED')) group.personalised++
    },
  })
}

function report(atOnce: number, { name, measured, personalised }: Group): void {
  const of = (key: keyof Measured): readonly number[] => measured.map((round) => round[key])
  const total = requests * rounds
  const late = name === 'consented' ? `${(((total - personalised) * 100) / total).toFixed(2)} %` : ''
  const cpu = of('cpu')
  console.log(
    row([
      String(atOnce),
      name,
      `${median(cpu).toFixed(2)} ms ${percent(spread(cpu))}`,
      `${median(of('p50')).toFixed(1)} ms`,
      `${median(of('p99')).toFixed(1)} ms`,
      median(of('rate')).toFixed(0),
      late,
    ]),
  )
}

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => cell.padEnd(index === 2 ? 18 : 12)).join('')
}
