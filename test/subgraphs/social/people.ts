import { memoryMedia } from '../../support/memoryMedia.ts'
import { createSocialSubgraph } from '../../../subgraphs/social/subgraph.ts'
import { type SocialStore, openSocialStore } from '../../../subgraphs/social/store.ts'
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

/** Usernames, each with what of the profile matters: `{ ada: {}, bob: { settings: { whoMayFind: 'NOBODY' } } }`. */
export type Cast = Readonly<Record<string, object>>

/** A social app with these people in it; a person is called by their username, somebody signed out is null. */
export async function people(cast: Cast, storage: Storage = createMemoryStorage()): Promise<Social> {
  const social = new Social(storage)
  for (const [name, profile] of Object.entries(cast)) await social.join(name, profile)
  social.counted.reset()
  return social
}

/** Whose token asks: the social app's own, or one of the accounts centre, of which this app learns the viewer only. */
export type Client = 'SOCIAL' | null

export class Social {
  readonly counted: CountedStorage
  readonly tester: SubgraphTester
  readonly store: SocialStore
  readonly #ids = new Map<string, string>()
  #keys = 0

  constructor(storage: Storage) {
    this.counted = countCalls(storage)
    const { storage: counting } = this.counted
    this.tester = createSubgraphTester({
      name: 'social',
      create: (parts) =>
        createSocialSubgraph({
          ...parts,
          media: memoryMedia('social'),
          grants: consentedOpener('social', parts.ports.clock),
        }),
      storage: counting,
    })
    this.store = openSocialStore(counting)
  }

  async join(name: string, profile: object = {}): Promise<void> {
    const common = { username: name, displayName: `${name} of Testville`, birthYear: 1990, idempotencyKey: name }
    const { id } = await this.tester.internal('createProfile', { ...common, ...profile })
    this.#ids.set(name, id)
  }

  id(name: string): string {
    const id = this.#ids.get(name)
    if (id === undefined) throw new Error(`${name} must have joined.`)
    return id
  }

  local(name: string): string {
    return this.tester.ids.open(this.id(name), 'SocialProfile') ?? ''
  }

  ask(name: string | null, query: string, variables = {}, client: Client = 'SOCIAL'): Promise<Answer> {
    return this.tester.ask(query, { ...this.#asked(name, client), variables })
  }

  /** The same, for what must have no errors. */
  async data(name: string | null, query: string, variables = {}, client: Client = 'SOCIAL'): Promise<Json> {
    return this.tester.data(query, { ...this.#asked(name, client), variables })
  }

  /** Entities of this type by id. */
  fetch(name: string | null, type: string, ids: readonly string[], selection: string): Promise<Json[]> {
    const keys = ids.map((id) => ({ id }))
    return this.tester.entities(type, keys, selection, this.#asked(name, 'SOCIAL'))
  }

  #asked(name: string | null, client: Client): AskOptions {
    return name === null ? {} : { as: this.id(name), ...(client !== null && { client }) }
  }

  /** Runs a mutation; answers its payload: the entity's id, and the codes and paths of refusals. */
  async act(name: string, mutation: string, input: object): Promise<Json> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
    const entity = /Story/.test(mutation) ? 'story' : /Post|Reaction/.test(mutation) ? 'post' : 'profile'
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${entity} { id } errors { code path } } }`
    return (await this.data(name, query, { input }))[mutation]
  }

  /** The code of the refusal; null when it was done. */
  async tries(name: string, mutation: string, other: string): Promise<string | null> {
    const { errors } = await this.act(name, mutation, { profileId: this.id(other) })
    return errors[0]?.code ?? null
  }

  async befriend(name: string, other: string): Promise<void> {
    await this.tries(name, 'requestFriend', other)
    await this.tries(other, 'acceptFriend', name)
  }

  /** Posts; answers the id. Without a key of its own each post is a new one. */
  async posts(name: string, text: string, more: object = {}): Promise<string> {
    const { post } = await this.act(name, 'createPost', { text, idempotencyKey: `key ${this.#keys++}`, ...more })
    return post.id
  }

  async tells(name: string, text: string, more: object = {}): Promise<string> {
    const { story } = await this.act(name, 'postSocialStory', { text, idempotencyKey: `key ${this.#keys++}`, ...more })
    return story.id
  }

  /** Writes a comment where no mutation does it yet: into the store. */
  async comments(name: string, post: string, text: string): Promise<string> {
    const _id = this.tester.ports.random.id()
    const postId = this.tester.ids.open(post, 'Post') ?? ''
    await this.store.comments.insert({ _id, postId, authorId: this.local(name), text, createdAt: this.#keys++ })
    return this.tester.ids.seal('PostComment', _id)
  }

  /** What somebody sees of another by id. */
  async sees(name: string | null, other: string, selection: string): Promise<Json> {
    return (await this.fetch(name, 'SocialProfile', [this.id(other)], `{ ${selection} }`))[0]
  }

  /** The texts that somebody sees on another's profile. */
  async textsOn(name: string | null, other: string, field: 'posts' | 'stories'): Promise<string[]> {
    return textsOf((await this.sees(name, other, `${field}(first: 100) { nodes { text } }`))[field])
  }

  async feed(name: string, field: 'socialFeed' | 'socialStories' = 'socialFeed'): Promise<string[]> {
    return textsOf((await this.data(name, `{ ${field}(first: 100) { nodes { text } } }`))[field])
  }

  /** The usernames on a list of somebody, as another sees it; null when they may not see it. */
  async listed(name: string | null, field: string, of: string | null = name): Promise<string[] | null> {
    const list = (await this.sees(name, of ?? '', `${field}(first: 100) { nodes { username } }`))[field]
    return list && namesOf(list)
  }

  async finds(name: string | null, search: string): Promise<string[]> {
    const query = 'query ($search: String!) { socialProfiles(search: $search) { nodes { username } } }'
    return namesOf((await this.data(name, query, { search })).socialProfiles)
  }

  async friendship(name: string, other: string): Promise<string> {
    return (await this.sees(name, other, 'friendship')).friendship
  }
}

export const textsOf = (list: Json): string[] => list.nodes.map((node: Json) => node.text)
export const namesOf = (list: Json): string[] => list.nodes.map((node: Json) => node.username)
