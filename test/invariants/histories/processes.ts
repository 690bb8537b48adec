import { readFileSync } from 'node:fs'
import { createGrantsSubgraph, type GrantsParts } from '../../../subgraphs/accounts/grants/subgraph.ts'
import { createAccountsSubgraph } from '../../../subgraphs/accounts/subgraph.ts'
import type { Clock } from '../../../subgraphs/runtime/clock/clock.ts'
import { silentLog } from '../../../subgraphs/runtime/log/log.ts'
import type { Random } from '../../../subgraphs/runtime/random/random.ts'
import type { Subgraph } from '../../../subgraphs/runtime/subgraph/subgraph.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { accountsParts, grantsParts, vouchingApps } from '../../subgraphs/accounts/contractParts.ts'
import { profileOf } from '../../subgraphs/accounts/town.ts'
import { createMovingStorage } from '../../support/movingStorage.ts'
import { testIds } from '../../support/subgraphTester.ts'

/** What a planted fault exchanges; nothing by default. */
export interface Exchange {
  /** The store as a process sees it. */
  readonly store?: (storage: Storage) => Storage
  readonly clock?: (clock: Clock) => Clock
  /** What the roads are made of. */
  readonly roads?: (parts: GrantsParts) => GrantsParts
}

/** What a process stands on in one history. */
export interface Ground {
  readonly storage: Storage
  readonly clock: Clock
  readonly random: Random
}

/** Accounts and grants with all that they keep in memory. */
export interface Process {
  readonly accounts: Subgraph
  readonly grants: Subgraph
  standOn(ground: Ground): void
}

/**
 * Making a process costs more than most histories: one that has come through a history alive, and has nothing left to
 * write, goes on into the next, onto another store. One that was killed never comes back.
 */
export interface Processes {
  take(ground: Ground): Process
  giveBack(process: Process): void
}

const BANDS: Readonly<Record<string, string>> = {
  [profileOf('PHOTO', 'finn')]: 'UNDER_18',
  [profileOf('SOCIAL', 'uma')]: 'UNKNOWN',
}
/** What the apps vouch. */
export const bandOf = (profile: string): string => BANDS[profile] ?? 'ADULT'

const sdlOf = (name: string): string =>
  readFileSync(new URL(`../../../schema/${name}.graphql`, import.meta.url), 'utf8')
const SDL = { accounts: sdlOf('accounts'), grants: sdlOf('grants') }

export function createProcesses(exchange: Exchange = {}): Processes {
  const idle: Process[] = []
  function take(ground: Ground): Process {
    const process = idle.pop() ?? createProcess(exchange, ground)
    process.standOn(ground)
    return process
  }
  return { take, giveBack: (process) => void idle.push(process) }
}

function createProcess(exchange: Exchange, first: Ground): Process {
  let ground = first
  const on = (): Ground => ground
  const below: Clock = {
    wall: () => on().clock.wall(),
    monotonic: () => on().clock.monotonic(),
    wait: (ms, signal) => on().clock.wait(ms, signal),
  }
  const random: Random = { bytes: (length) => on().random.bytes(length), id: () => on().random.id() }
  const store = createMovingStorage(() => on().storage)
  const clock = exchange.clock?.(below) ?? below
  const storage = exchange.store?.(store) ?? store
  const ports = { clock, random, ids: testIds('accounts'), log: silentLog }
  const internal = vouchingApps(BANDS)
  const parts = { sdl: SDL.grants, storage, ports, ...grantsParts() }
  return {
    accounts: createAccountsSubgraph({ sdl: SDL.accounts, storage, ports, ...accountsParts(internal) }),
    grants: createGrantsSubgraph(exchange.roads?.(parts) ?? parts),
    standOn: (next) => void (ground = next),
  }
}
