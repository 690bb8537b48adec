import { createAccountsSubgraph } from '../../../subgraphs/accounts/subgraph.ts'
import type { ProvedProfile } from '../../../subgraphs/runtime/identity/identity.ts'
import { silentLog } from '../../../subgraphs/runtime/log/log.ts'
import { type CountedStorage, countCalls } from '../../../subgraphs/storage/counting.ts'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import {
  type AskOptions,
  createSubgraphTester,
  type Json,
  proved,
  type SubgraphTester,
  type TestedParts,
  testIds,
} from '../../support/subgraphTester.ts'
import { accountsParts } from './contractParts.ts'
import { everyField, sampleInput } from './everyField.ts'
import { passing } from './passing.ts'

/** Anna's profiles, each sealed by its own app: accounts has none of these keys. */
export const ANNA = {
  MESSENGER: testIds('messenger').seal('MessengerProfile', 'anna'),
  PHOTO: testIds('photo').seal('PhotoProfile', 'anna'),
  SOCIAL: testIds('social').seal('SocialProfile', 'anna'),
} as const

/** Somebody else, in each app. */
export const BEN = {
  MESSENGER: testIds('messenger').seal('MessengerProfile', 'ben'),
  PHOTO: testIds('photo').seal('PhotoProfile', 'ben'),
  SOCIAL: testIds('social').seal('SocialProfile', 'ben'),
} as const

export const PERSON_TYPES = { MESSENGER: 'MessengerProfile', PHOTO: 'PhotoProfile', SOCIAL: 'SocialProfile' } as const

export type AppName = keyof typeof ANNA
export const APP_NAMES = Object.keys(ANNA) as AppName[]

const PROVED: readonly ProvedProfile[] = APP_NAMES.map((app) => proved(app, ANNA[app]))

/** Anna's sessions, one of each kind of client, and nobody's. */
export const SESSIONS = {
  MESSENGER: { client: 'MESSENGER', profiles: [proved('MESSENGER', ANNA.MESSENGER)] },
  PHOTO: { client: 'PHOTO', profiles: [proved('PHOTO', ANNA.PHOTO)] },
  SOCIAL: { client: 'SOCIAL', profiles: [proved('SOCIAL', ANNA.SOCIAL)] },
  ACCOUNTS: { client: 'ACCOUNTS', profiles: PROVED },
  acme: { client: 'acme', profiles: PROVED },
  nobody: {},
} as const satisfies Record<string, AskOptions>

export type SessionName = keyof typeof SESSIONS
export const SESSION_NAMES = Object.keys(SESSIONS) as SessionName[]

/** A connection with nothing in it, all of its fields selected. */
export const EMPTY = {
  edges: [],
  nodes: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
}

export interface Center extends SubgraphTester {
  readonly counted: CountedStorage
  /** What was logged, whatever the level. */
  readonly logged: object[]
  /** An entity with every field that the SDL has. */
  fetch(session: SessionName | AskOptions, type: string, id: unknown): Promise<Json>
  /** The payload of a mutation with every field, for a sample of its input with these fields. */
  act(session: SessionName | AskOptions, mutation: string, input?: object): Promise<Json>
}

/** Accounts with a store that counts. It keeps nothing of what is asked, so that a test file needs one. */
export function center(): Center {
  const counted = countCalls(createMemoryStorage())
  const logged: object[] = []
  const write = (fields: object) => void logged.push(fields)
  const log = { ...silentLog, error: write, warn: write, info: write, debug: write }
  const { storage } = counted
  const create = (parts: TestedParts) => createAccountsSubgraph({ ...parts, ...accountsParts() })
  const tester = createSubgraphTester({ name: 'accounts', create, storage, log })
  const of = (session: SessionName | AskOptions): AskOptions =>
    typeof session === 'string' ? SESSIONS[session] : session

  return Object.assign(tester, {
    counted,
    logged,
    async fetch(session: SessionName | AskOptions, type: string, id: unknown): Promise<Json> {
      const [entity] = await tester.entities(type, [{ id }], everyField(tester.subgraph.sdl, type), of(session))
      return entity
    },
    async act(session: SessionName | AskOptions, mutation: string, input: object = {}): Promise<Json> {
      const { query, sample } = mutationOf(tester.subgraph.sdl, mutation)
      const variables = { input: { ...sample, ...input } }
      return (await passing(tester.clock, tester.data(query, { ...of(session), variables })))[mutation]
    },
  })
}

/** A mutation with all fields of its payload, and a sample of its input. */
export function mutationOf(sdl: string, mutation: string): { query: string; sample: object } {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`
  const { name, sample, payload } = sampleInput(sdl, mutation)
  const query = `mutation ${type}($input: ${name}!) { ${mutation}(input: $input) ${everyField(sdl, payload)} }`
  return { query, sample }
}
