import { type MessengerStore, openMessengerStore } from '../../../subgraphs/messenger/store.ts'
import { createMessengerSubgraph } from '../../../subgraphs/messenger/subgraph.ts'
import type { InternalCalls } from '../../../subgraphs/runtime/internal/client.ts'
import { type CountedStorage, countCalls } from '../../../subgraphs/storage/counting.ts'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { consentedOpener } from '../../support/consented.ts'
import {
  type Answer,
  type AskOptions,
  createSubgraphTester,
  type Json,
  type SubgraphTester,
} from '../../support/subgraphTester.ts'

export const DAY = 24 * 60 * 60 * 1000

/** Handles, each with what of the profile matters: `{ anna: {}, ben: { settings: { whoMayMessage: 'NOBODY' } } }`. */
export type Cast = Readonly<Record<string, object>>

/** A messenger with these people in it; a person is called by their handle, nobody is null. */
export async function people(cast: Cast, storage: Storage = createMemoryStorage()): Promise<Messenger> {
  const messenger = new Messenger(storage)
  for (const [name, profile] of Object.entries(cast)) await messenger.join(name, profile)
  messenger.counted.reset()
  return messenger
}

/** What the messenger tells accounts: kept, and answered with nothing; or nobody answers. */
export class Accounts implements InternalCalls {
  readonly told: { readonly service: string; readonly operation: string; readonly input: unknown }[] = []
  down = false

  async call(service: string, operation: string, input: unknown): Promise<unknown> {
    if (this.down) throw new Error('nobody answers')
    this.told.push({ service, operation, input })
    return {}
  }
}

export class Messenger {
  readonly counted: CountedStorage
  readonly accounts = new Accounts()
  readonly tester: SubgraphTester
  /** The messenger's own collections, for what no mutation makes yet. Calls through it are counted too. */
  readonly store: MessengerStore
  readonly #ids = new Map<string, string>()
  #keys = 0

  constructor(storage: Storage) {
    this.counted = countCalls(storage)
    const { storage: counting } = this.counted
    this.tester = createSubgraphTester({
      name: 'messenger',
      create: (parts) =>
        createMessengerSubgraph({
          ...parts,
          internal: this.accounts,
          grants: consentedOpener('messenger', parts.ports.clock),
        }),
      storage: counting,
    })
    this.store = openMessengerStore(counting)
  }

  async join(name: string, profile: object = {}): Promise<string> {
    const common = { handle: name, displayName: `${name} of Testville`, birthYear: 1990, idempotencyKey: name }
    const { id } = await this.tester.internal('createProfile', { ...common, ...profile })
    this.#ids.set(name, id)
    return id
  }

  id(name: string): string {
    const id = this.#ids.get(name)
    if (id === undefined) throw new Error(`${name} must have joined.`)
    return id
  }

  /** The id in the store. */
  local(name: string): string {
    return this.tester.ids.open(this.id(name), 'MessengerProfile') ?? ''
  }

  /** By the messenger's own client, unless `client` is given: null is any client that this app may not know. */
  ask(name: string | null, query: string, variables = {}, client: string | null = 'MESSENGER'): Promise<Answer> {
    return this.tester.ask(query, { ...this.#asked(name, client), variables })
  }

  async data(name: string | null, query: string, variables = {}, client: string | null = 'MESSENGER'): Promise<Json> {
    return this.tester.data(query, { ...this.#asked(name, client), variables })
  }

  /** Entities of this type by id. */
  fetch(name: string | null, type: string, ids: readonly string[], selection: string): Promise<Json[]> {
    const keys = ids.map((id) => ({ id }))
    return this.tester.entities(type, keys, selection, this.#asked(name, 'MESSENGER'))
  }

  #asked(name: string | null, client: string | null): AskOptions {
    return name === null ? {} : { as: this.id(name), ...(client !== null && { client }) }
  }

  /** Runs a mutation; answers its payload. */
  async act(name: string, mutation: string, input: object): Promise<Json> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
    const entity = mutation.endsWith('Status') ? 'status' : 'profile'
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${entity} { id } errors { code path } } }`
    return (await this.data(name, query, { input }))[mutation]
  }

  adds = (name: string, other: string) => this.act(name, 'addContact', { profileId: this.id(other) })
  removes = (name: string, other: string) => this.act(name, 'removeContact', { profileId: this.id(other) })
  blocks = (name: string, other: string) => this.act(name, 'blockMessengerProfile', { profileId: this.id(other) })
  unblocks = (name: string, other: string) => this.act(name, 'unblockMessengerProfile', { profileId: this.id(other) })

  async befriend(name: string, other: string): Promise<void> {
    await this.adds(name, other)
    await this.adds(other, name)
  }

  /** Posts a status without content; answers its id. */
  async posts(name: string): Promise<string> {
    const { status } = await this.act(name, 'postStatus', { kind: 'TEXT', idempotencyKey: `key ${this.#keys++}` })
    return status.id
  }

  /** What somebody sees of another by id. */
  async sees(name: string | null, other: string, selection: string): Promise<Json> {
    return (await this.fetch(name, 'MessengerProfile', [this.id(other)], selection))[0]
  }

  /** Ids of the statuses that somebody sees on another's profile. */
  async statusesSeen(name: string | null, other: string): Promise<string[]> {
    const { statuses } = await this.sees(name, other, '{ statuses(first: 100) { nodes { id } } }')
    return statuses.nodes.map((node: Json) => node.id)
  }

  /** Handles on somebody's own list. */
  async listed(name: string, field: 'contacts' | 'blockedProfiles'): Promise<string[]> {
    const { messengerMe } = await this.data(name, `{ messengerMe { ${field}(first: 100) { nodes { handle } } } }`)
    return messengerMe[field].nodes.map((node: Json) => node.handle)
  }

  /** Whether somebody finds a profile by this handle. */
  async finds(name: string | null, handle: string): Promise<boolean> {
    const query = 'query ($handle: String!) { messengerProfile(handle: $handle) { id } }'
    return (await this.data(name, query, { handle })).messengerProfile !== null
  }
}
