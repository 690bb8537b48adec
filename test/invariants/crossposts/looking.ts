import { APPS, type App } from '../../../subgraphs/runtime/identity/identity.ts'
import type { Subgraph } from '../../../subgraphs/runtime/subgraph/subgraph.ts'
import type { Json } from '../../support/subgraphTester.ts'
import { type Copy, type Shown, type Target, TARGETS } from './acts.ts'
import type { Sight, SightOfApp } from './never.ts'
import type { Person, Profiles } from './people.ts'

/** What the author is told of a cross-post. */
export interface ShownCrosspost {
  readonly id: string
  readonly state: string
  readonly deliveries: Readonly<Partial<Record<Target, Shown>>>
}

/** Looks at the graph from outside, past everything that is held: changes nothing. */
export interface Onlooker {
  /** What the author and whoever is signed out see; `all`: the others too. */
  sight(all?: boolean): Promise<Sight>
  /** Null: it was never shared, or is over for long. */
  crosspost(statusId: string): Promise<ShownCrosspost | null>
  /** The live links by app, and the account; null where there is none. */
  links(): Promise<{ readonly account: string; readonly links: Readonly<Partial<Record<App, string>>> }>
  /** How many records the ledgers have of the feature in this direction, in all accounts of the author. */
  recorded(target: Target): Promise<number>
}

export interface OnlookerOptions {
  readonly of: Readonly<Record<'accounts' | 'photo' | 'social', () => Subgraph>>
  readonly profiles: Profiles
  /** The wall clock, in milliseconds. */
  readonly now: () => number
}

const STORIES = {
  PHOTO:
    'photoProfile(username: "anna") { stories(first: 100) { nodes { id text: caption audience expiresAt crosspostedFrom } } }',
  SOCIAL:
    'socialProfile(username: "anna") { stories(first: 100) { nodes { id text audience expiresAt crosspostedFrom } } }',
} as const
const CROSSPOST = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Status {
  crosspost { id state deliveries { app state failure } } } } }`
const ACCOUNT = `{ _entities(representations: [{ __typename: "Viewer", id: "" }]) { ... on Viewer {
  account { id links { id app state } ledger(first: 100) { nodes { body } } } } } }`

export function createOnlooker({ of, profiles, now }: OnlookerOptions): Onlooker {
  async function ask(subgraph: Subgraph, query: string, identity: object, variables: object = {}): Promise<Json> {
    const result = await subgraph.execute({
      query,
      variables: variables as Record<string, unknown>,
      identity: { timeoutMs: 1e12, ...identity },
    })
    if (result.errors) throw new Error(`Looking must work, but got: ${JSON.stringify(result.errors)}`)
    return JSON.parse(JSON.stringify(result.data))
  }

  async function stories(target: Target, person: Person | null): Promise<Copy[]> {
    const viewer = person === null ? {} : { viewer: profiles[person][target], client: target, authTime: seconds() }
    const app = target === 'PHOTO' ? of.photo() : of.social()
    const [profile] = Object.values(await ask(app, `{ ${STORIES[target]} }`, viewer)) as Json[]
    return profile.stories.nodes.map(copyOf)
  }

  async function sightOf(target: Target, all: boolean): Promise<SightOfApp> {
    const [author, nobody] = await Promise.all([stories(target, 'anna'), stories(target, null)])
    if (!all) return { author, nobody }
    const [follower, stranger] = await Promise.all([stories(target, 'ben'), stories(target, 'cleo')])
    return { author, nobody, follower, stranger }
  }

  const seconds = (): number => Math.floor(now() / 1000)
  const center = (): object => ({
    client: 'ACCOUNTS',
    profiles: APPS.map((app) => ({ app, id: profiles.anna[app], authTime: seconds() })),
  })

  async function account(): Promise<Json> {
    return (await ask(of.accounts(), ACCOUNT, center()))._entities[0].account
  }

  return {
    async sight(all = false) {
      const [PHOTO, SOCIAL] = await Promise.all(TARGETS.map((target) => sightOf(target, all)))
      return { PHOTO, SOCIAL } as Sight
    },
    async crosspost(statusId) {
      const variables = { keys: [{ __typename: 'Status', id: statusId }] }
      const found: Json = (await ask(of.accounts(), CROSSPOST, center(), variables))._entities[0]?.crosspost
      if (!found) return null
      const deliveries = found.deliveries.map(({ app, state, failure }: Json) => [app, { state, failure }])
      return { id: found.id, state: found.state, deliveries: Object.fromEntries(deliveries) }
    },
    async links() {
      const found = await account()
      if (found === null) return { account: 'none', links: {} }
      const live = found.links.filter(({ state }: Json) => state !== 'UNLINKED')
      return { account: found.id, links: Object.fromEntries(live.map(({ app, id }: Json) => [app, id])) }
    },
    async recorded(target) {
      const bodies: string[] = ((await account())?.ledger?.nodes ?? []).map(({ body }: Json) => JSON.stringify(body))
      return bodies.filter((body) => body.includes('CROSSPOST') && body.includes(target.toLowerCase())).length
    },
  }
}

function copyOf({ id, text, audience, expiresAt, crosspostedFrom }: Json): Copy {
  const reach = audience === 'EVERYONE' ? 'EVERYONE' : 'CIRCLE'
  return { id, text, reach, expiresAt: Date.parse(expiresAt), from: crosspostedFrom }
}
