// `npm run bench:crossposts`: statuses shared in two apps, in one process over the embedded store, as it is installed.
// How many a second, acknowledged and shown; how long from the mutation until both stories are seen; and how long a
// house takes that finds 100,000 deliveries waiting. The load comes from this machine too.
import { SingleBar } from 'cli-progress'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Pool } from 'undici'
import { readConfiguration } from '../bin/configuration.ts'
import { ISSUER, openHouse, type House } from '../bin/house/house.ts'
import { issueToken } from '../gateway/identify/tokens.ts'
import type { App } from '../subgraphs/runtime/identity/identity.ts'
import { makeBacklog, waitingIn } from './support/crossposts/backlog.ts'
import { makeSharingPeople, type Person } from './support/crossposts/people.ts'
import { peakMemory } from './support/load.ts'
import { createProcesses, memoryOf } from './support/processes.ts'
import { quantile } from './support/statistics.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '400' },
    shares: { type: 'string', default: '2000' },
    connections: { type: 'string', default: '16' },
    latencies: { type: 'string', default: '200' },
    backlog: { type: 'string', default: '100000' },
  },
})
const [people, shares, connections, latencies, backlog] = [
  values.people,
  values.shares,
  values.connections,
  values.latencies,
  values.backlog,
].map(Number) as [number, number, number, number, number]

const POST =
  'mutation ($input: PostStatusInput!) { postStatus(input: $input) { status { id } errors { code message } } }'
const SHARE = `mutation ($input: CrosspostStatusInput!) {
  crosspostStatus(input: $input) { crosspost { id } errors { code message } } }`
const STATE = 'query ($id: ID!) { node(id: $id) { ... on Crosspost { state } } }'
const STORIES = {
  PHOTO: 'query ($username: String!) { photoProfile(username: $username) { stories(first: 1) { nodes { caption } } } }',
  SOCIAL: 'query ($username: String!) { socialProfile(username: $username) { stories(first: 1) { nodes { text } } } }',
} as const
const TARGETS = ['PHOTO', 'SOCIAL'].map((app) => ({ app, audience: 'EVERYONE' }))

const data = mkdtempSync(join(tmpdir(), 'concord-bench-crossposts-'))
const bar = process.stderr.isTTY
  ? new SingleBar({ format: '{bar} {value}/{total} {what}', clearOnComplete: true, stream: process.stderr })
  : null
const house = await openHouse(readConfiguration(undefined, {}, { data, log: { level: 'warn' } }))
using processes = createProcesses()
try {
  bar?.start(people, 0, { what: 'people linked' })
  const everybody = await makeSharingPeople(house, people, (done) => bar?.update(done))
  bar?.stop()
  console.log(`${people} people, ${connections} connections, two targets; Node ${process.version}\n`)
  await measureSharing(everybody)
  await measureRecovery(everybody)
} finally {
  await house.close()
  rmSync(data, { recursive: true, force: true })
}

async function measureSharing(everybody: readonly Person[]): Promise<void> {
  const running = await processes.run(['start', '--data', data, '--port', '0'])
  const ask = createAsk(running.url, house)
  const statuses = await Promise.all(range(shares + latencies).map((n) => postStatus(ask, everybody, n)))

  // Throughput: acknowledged, and shown
  const begun = performance.now()
  const ids = await inParallel(range(shares), (n) => share(ask, everybody, n, statuses[n] ?? ''))
  const acknowledged = performance.now() - begun
  for (const [n, id] of ids.entries()) await untilLive(ask, everybody, n, id)
  const shown = performance.now() - begun
  console.log(`${perSecond(shares, acknowledged)} cross-posts a second acknowledged, each durable`)
  console.log(`${perSecond(shares, shown)} cross-posts a second shown in both apps`)

  // From the mutation to the story that a stranger sees, one at a time
  const took: Record<'acknowledged' | 'PHOTO' | 'SOCIAL', number[]> = { acknowledged: [], PHOTO: [], SOCIAL: [] }
  for (const n of range(latencies)) {
    const since = performance.now()
    await share(ask, everybody, shares + n, statuses[shares + n] ?? '')
    took.acknowledged.push(performance.now() - since)
    await Promise.all(
      (['PHOTO', 'SOCIAL'] as const).map(async (app) => {
        while (!(await sees(ask, everybody, shares + n, app))) await wait(1)
        took[app].push(performance.now() - since)
      }),
    )
  }
  for (const [what, times] of Object.entries(took))
    console.log(`${what.padEnd(13)} p50 ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}`)
  console.log(`memory ${Math.round(memoryOf(running.pid))} MiB\n`)
  process.kill(running.pid, 'SIGTERM')
  await wait(2_000)
}

async function measureRecovery(everybody: readonly Person[]): Promise<void> {
  bar?.start(backlog, 0, { what: 'deliveries waiting' })
  await makeBacklog(house, everybody, backlog, (done) => bar?.update(done))
  bar?.stop()
  const begun = performance.now()
  const { pid } = await processes.run(['start', '--data', data, '--port', '0'])
  while ((await waitingIn(house)) > 0) await wait(200)
  const seconds = (performance.now() - begun) / 1000
  console.log(
    `${backlog.toLocaleString('en')} deliveries waiting: done in ${seconds.toFixed(1)} s, ` +
      `${perSecond(backlog, seconds * 1000)} a second; memory ${Math.round(peakMemory(pid))} MiB at the most`,
  )
}

type Ask = (person: Person, client: App, query: string, variables: object) => Promise<Record<string, never>>

function createAsk(url: string, { keys, clock, random }: House): Ask {
  const pool = new Pool(url, { connections })
  const tokens = new Map<string, string>()
  const tokenOf = async (person: Person, client: App): Promise<string> => {
    const known = tokens.get(person[client])
    if (known !== undefined) return known
    const profiles = [{ app: client, id: person[client], authTime: Math.floor(clock.wall() / 1000) }]
    const key = keys.tokenKeys().signing
    const token = await issueToken({ key, issuer: ISSUER, clock, random }, { client, profiles, seconds: 3600 })
    tokens.set(person[client], token)
    return token
  }
  return async (person, client, query, variables) => {
    const response = await pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(person, client)}` },
      body: JSON.stringify({ query, variables }),
    })
    const text = await response.body.text()
    const { data: answer, errors } = JSON.parse(text) as { data?: Record<string, never>; errors?: unknown }
    if (answer === undefined || errors !== undefined) throw new Error(`Must be answered, but got: ${text}`)
    return answer
  }
}

function personOf(everybody: readonly Person[], n: number): Person {
  return everybody[n % everybody.length] as Person
}

interface Answered {
  readonly status?: { readonly id: string } | null
  readonly crosspost?: { readonly id: string } | null
  readonly errors: readonly { readonly message: string }[]
}

async function postStatus(ask: Ask, everybody: readonly Person[], n: number): Promise<string> {
  const input = { kind: 'TEXT', idempotencyKey: `status${n}` }
  const { postStatus: posted } = (await ask(personOf(everybody, n), 'MESSENGER', POST, { input })) as {
    postStatus?: Answered
  }
  return posted?.status?.id ?? fail(posted)
}

async function share(ask: Ask, everybody: readonly Person[], n: number, statusId: string): Promise<string> {
  const input = { statusId, targets: TARGETS, content: { text: `Shared ${n}` }, idempotencyKey: `share${n}` }
  const { crosspostStatus } = (await ask(personOf(everybody, n), 'MESSENGER', SHARE, { input })) as {
    crosspostStatus?: Answered
  }
  return crosspostStatus?.crosspost?.id ?? fail(crosspostStatus)
}

function fail(payload: unknown): never {
  throw new Error(`Must be accepted, but got: ${JSON.stringify(payload)}`)
}

async function untilLive(ask: Ask, everybody: readonly Person[], n: number, id: string): Promise<void> {
  for (;;) {
    const { node } = (await ask(personOf(everybody, n), 'MESSENGER', STATE, { id })) as { node?: { state: string } }
    if (node?.state === 'LIVE') return
    if (node?.state !== 'PENDING' && node?.state !== 'PARTLY_LIVE') fail(node)
    await wait(5)
  }
}

/** Whether somebody else, in that app, sees the nth story. */
async function sees(ask: Ask, everybody: readonly Person[], n: number, app: 'PHOTO' | 'SOCIAL'): Promise<boolean> {
  const text = JSON.stringify(
    await ask(personOf(everybody, n + 1), app, STORIES[app], { username: `person${n % everybody.length}` }),
  )
  return text.includes(`"Shared ${n}"`)
}

async function inParallel<T>(items: readonly number[], work: (n: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let n = next++; n < items.length; n = next++) results[n] = await work(n)
  }
  await Promise.all(Array.from({ length: connections }, worker))
  return results
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n)
}

function perSecond(count: number, milliseconds: number): string {
  return Math.round((count * 1000) / milliseconds).toLocaleString('en')
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`
}
