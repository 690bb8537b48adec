import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProfileIds } from '../../../bin/demo/seed.ts'
import { ISSUER, type House, openHouse } from '../../../bin/house/house.ts'
import { issueToken } from '../../../gateway/identify/tokens.ts'
import { L } from '../../../subgraphs/runtime/grants/constants.ts'
import { APPS } from '../../../subgraphs/runtime/identity/identity.ts'
import { type Asker, createAsker, type Who } from '../../support/asker.ts'
import { type Cleanup, createCleanup } from '../../support/cleanup.ts'
import type { DemoData } from '../../support/demoData.ts'
import { idOf } from '../../support/startedGraph.ts'
import { TEST_START } from '../../support/subgraphTester.ts'
import type { DecidingTest } from './history.ts'
import { type Member, startMember } from './members.ts'
import { type GraphName, type MemberPlan, type NotedTest, type ProcessName, PROCESSES } from './protocol.ts'
import { createSharedClock, trueTime } from './sharedClock.ts'
import type { Reads } from './snapshotReads.ts'

/** By how many milliseconds the wall clock of each process is ahead at its start: whole numbers from 0 to δ. */
export type Offsets = Readonly<Record<ProcessName, number>>

/** Real processes over one store. */
export interface Installation extends AsyncDisposable {
  /** The graph as four processes serve it, and as one does. */
  readonly graphs: Readonly<Record<GraphName, Asker>>
  /** This process, on the same store; its clock is right. */
  readonly house: House
  readonly people: ProfileIds
  /** Stops a process, until this resolves. */
  readonly stop: (name: ProcessName, until: Promise<unknown>) => Promise<void>
  /** Sets a process's wall clock ahead of all others by so many milliseconds; `null`: back to what it started with. */
  setAhead(name: ProcessName, aheadMs: number | null): Promise<void>
  /** What is in a process's log so far. */
  said(name: ProcessName): readonly string[]
  /** How `together` reads accounts from now on; of the embedded store only. */
  read(reads: Reads): Promise<void>
  /** All tests that were made so far. */
  tests(): readonly DecidingTest[]
  /** `trueTime` when a clock that is right shows this. */
  readonly trueOf: (wall: number) => number
}

/** Over the store of `people`, which is disposed of with the installation. */
export async function startInstallation(offsets: Offsets, people: DemoData): Promise<Installation> {
  const cleanup = createCleanup()
  cleanup.add(() => people[Symbol.asyncDispose]())
  try {
    return await start(offsets, people, cleanup)
  } catch (error) {
    await cleanup.run()
    throw error
  }
}

async function start(offsets: Offsets, { configuration, profiles }: DemoData, cleanup: Cleanup): Promise<Installation> {
  // The demo people's own day, whatever day it is: nothing of theirs is in the future.
  const origin = TEST_START - trueTime()
  const plans = PROCESSES.map((name) => planOf(name, { configuration, origin, offset: offsets[name] }))
  const opened = await openHouse(configuration)
  cleanup.add(() => opened.close())
  // Ended before the store is closed: one that is stopped may hold its lock.
  const members = startMembers(plans, cleanup)
  const house = { ...opened, clock: createSharedClock({ origin, offset: 0 }) }
  const urls = await urlsOf(members)
  const token = tokensOf(house, profiles)
  return {
    graphs: { apart: createAsker(urls.apart, token), together: createAsker(urls.together, token) },
    house,
    people: profiles,
    async stop(name, until) {
      members[name].signal('SIGSTOP')
      await until
      members[name].signal('SIGCONT')
    },
    setAhead: (name, aheadMs) =>
      members[name].tell({ offset: aheadMs === null ? offsets[name] : Math.max(...Object.values(offsets)) + aheadMs }),
    said: (name) => saidIn(join(configuration.data, `${name}.log`)),
    read: (reads) => members.whole.tell({ reads }),
    tests: () => plans.flatMap(testsOf),
    trueOf: (wall) => wall - origin,
    [Symbol.asyncDispose]: cleanup.run,
  }
}

type Ground = Pick<MemberPlan, 'configuration' | 'origin' | 'offset'>

function planOf(name: ProcessName, ground: Ground): MemberPlan {
  const { data } = ground.configuration
  return { ...ground, name, notes: join(data, `${name}.jsonl`), logged: join(data, `${name}.log`) }
}

type Members = Readonly<Record<ProcessName, Member>>

function startMembers(plans: readonly MemberPlan[], cleanup: Cleanup): Members {
  const started = plans.map((plan) => [plan.name, startMember(plan)] as const)
  cleanup.add(() => Promise.all(started.map(([, member]) => member[Symbol.asyncDispose]())))
  return Object.fromEntries(started) as Members
}

async function urlsOf({ accounts, sources, social, gateway, whole }: Members): Promise<Record<GraphName, string>> {
  const served = await Promise.all([accounts, sources, social].map(({ urls }) => urls))
  gateway.send({ subgraphs: Object.assign({}, ...served) as Record<string, string> })
  const [apart, together] = await Promise.all([gateway.urls, whole.urls])
  return { apart: apart['gateway'] ?? '', together: together['gateway'] ?? '' }
}

/** Tokens that were signed in just now, so that everything may be done with them. */
function tokensOf({ keys, clock, random }: House, people: ProfileIds): (who: Who) => Promise<string> {
  return ([name, client]) => {
    const apps = client === 'ACCOUNTS' ? APPS.filter((app) => people[name]?.[app] !== undefined) : [client]
    const authTime = Math.floor(clock.wall() / 1000)
    const profiles = apps.map((app) => ({ app, id: idOf(people, name, app), authTime }))
    return issueToken({ key: keys.tokenKeys().signing, issuer: ISSUER, clock, random }, { client, profiles })
  }
}

function testsOf({ name, notes, origin }: MemberPlan): DecidingTest[] {
  return linesOf(notes).map((line) => {
    const { at, of, exp, now, offset, accepted } = JSON.parse(line) as NotedTest
    const role = of === 'grant' ? 'source' : at === 'gateway' ? 'gateway' : 'recipient'
    return { process: name, role, t0: exp - L - origin, now: now - offset - origin, accepted }
  })
}

function saidIn(file: string): string[] {
  return linesOf(file).map((line) => (JSON.parse(line) as { readonly msg: string }).msg)
}

/** The last one may be half written. */
function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').slice(0, -1)
}
