import type { Configuration } from '../../../bin/configuration.ts'
import type { AcceptanceTest } from '../../../subgraphs/runtime/grants/acceptance.ts'
import type { ClockSetting } from './sharedClock.ts'
import type { Reads } from './snapshotReads.ts'

/** Four processes that serve one graph together, and `whole`, which serves it alone; all over one store. */
export const PROCESSES = ['accounts', 'sources', 'social', 'gateway', 'whole'] as const
export type ProcessName = (typeof PROCESSES)[number]

/** The graph as four processes serve it, and as `whole` does. */
export const GRAPHS = ['apart', 'together'] as const
export type GraphName = (typeof GRAPHS)[number]

/** What a process is started with: its only argument, as JSON. */
export interface MemberPlan extends ClockSetting {
  readonly name: ProcessName
  readonly configuration: Configuration
  /** The file to which it appends each test, a `NotedTest` per line. */
  readonly notes: string
  /** The file of its log. */
  readonly logged: string
}

/** A deciding test as the process that made it wrote it down: times by its own wall clock. */
export interface NotedTest extends AcceptanceTest {
  /** `gateway`, or the subgraph's name. */
  readonly at: string
  /** By how many milliseconds that clock was ahead. */
  readonly offset: number
}

/** To a process: where the gateway's subgraphs are; how `whole` reads accounts, or its clock is set, from now on. */
export type Order =
  { readonly subgraphs: Readonly<Record<string, string>> } | { readonly reads: Reads } | { readonly offset: number }

/** From a process: it listens there; it did as it was told. */
export type Report = { readonly urls: Readonly<Record<string, string>> } | { readonly done: true }
