import { Kind, parse } from 'graphql'
import { createEntry } from '../../../gateway/entry/entry.ts'
import { createGeneration } from '../../../gateway/generation.ts'
import type { SubgraphRequest, SubgraphResponse, SubgraphTransport } from '../../../gateway/transport.ts'
import { createInProcessTransport } from '../../../gateway/transports/inProcess.ts'
import { loadContract } from '../../../schema/contract.ts'
import { createManualClock, type ManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { L } from '../../../subgraphs/runtime/grants/constants.ts'
import { flowDigest } from '../../../subgraphs/runtime/grants/flowDigest.ts'
import { createGrantOpener } from '../../../subgraphs/runtime/grants/grant.ts'
import { type Log, silentLog } from '../../../subgraphs/runtime/log/log.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import { defineSubgraph } from '../../../subgraphs/runtime/subgraph/defineSubgraph.ts'
import type { ConsentedResolver, Subgraph, SubgraphContext } from '../../../subgraphs/runtime/subgraph/subgraph.ts'
import { startGateway, type GatewayTester } from '../../support/gatewayTester.ts'
import { TEST_START, testIds } from '../../support/subgraphTester.ts'
import { GRANT_KEYS, SEALER } from '../../subgraphs/runtime/grants/grants.ts'

const contract = loadContract()
const flows = contract.flows
const ids = { messenger: testIds('messenger'), photo: testIds('photo'), social: testIds('social') }

/** Ada and Bob in each app; Ada's profiles belong together, as far as `decide` says so. */
export const ADA = {
  MESSENGER: ids.messenger.seal('MessengerProfile', 'ada'),
  PHOTO: ids.photo.seal('PhotoProfile', 'ada'),
  SOCIAL: ids.social.seal('SocialProfile', 'ada'),
}
export const BOB = ids.social.seal('SocialProfile', 'bob')

/** A call as a subgraph got it. */
export interface Sent {
  readonly subgraph: string
  readonly query: string
  readonly variables: { readonly representations?: readonly Record<string, unknown>[] }
  readonly timeoutMs: number | undefined
}

export interface FamilyOptions {
  /** Whether a road leads somewhere for Ada. Default: yes. */
  readonly decide?: (road: string) => boolean
  /** Changes the claims of a grant before it is sealed. */
  readonly claims?: (claims: Parameters<typeof SEALER.seal>[0]) => Parameters<typeof SEALER.seal>[0]
  /** Answers the messenger's topics. Default: `["MUSIC"]`. */
  readonly messenger?: ConsentedResolver<null>
  readonly transport?: Transport
}

/** Stands between gateway and subgraph. */
export type Transport = (
  name: string,
  send: (request: SubgraphRequest) => Promise<SubgraphResponse>,
  clock: ManualClock,
) => (request: SubgraphRequest) => Promise<SubgraphResponse>

export interface ConsentFamily extends GatewayTester {
  readonly sent: Sent[]
  readonly logged: unknown[]
  /** From now on everybody behaves like this, and nothing has been sent or logged yet. */
  behave(options: FamilyOptions): void
  readonly sentTo: (subgraph: string) => readonly Sent[]
  /** Asks as Ada, with a token of this client. */
  askAs(
    client: string | null,
    query: string,
    headers?: Readonly<Record<string, string>>,
  ): ReturnType<GatewayTester['ask']>
}

type Roots = Readonly<Record<string, Record<string, unknown>>>
type Context = SubgraphContext<null>

/** The real contract over the real floor, with domains that hold Ada and Bob only; a gateway that listens. */
export async function startConsentFamily(): Promise<ConsentFamily> {
  const behaviour: { now: FamilyOptions } = { now: {} }
  const clock = createManualClock(TEST_START)
  const random = createSeededRandom('consent')
  const sent: Sent[] = []
  const logged: unknown[] = []
  const note = (fields: object) => void logged.push(fields)
  const log: Log = { ...silentLog, warn: note, error: note }
  const parts = { clock, random, log }
  const subgraphs = [
    createEntry({ sdl: contract.entrySdl, ...parts }),
    member('accounts', {}, parts),
    member('grants', grantsResolvers(clock, behaviour), parts),
    member('messenger', {}, parts, {
      MessengerAdSignals: (...asked) => (behaviour.now.messenger ?? (() => ({ topics: ['MUSIC'] })))(...asked),
    }),
    member('photo', photoResolvers, parts, { PhotoAdSignals: () => ({ topics: ['CATS'] }) }),
    member('social', socialResolvers, parts),
  ]
  const transports = new Map(subgraphs.map((one) => [one.name, recording(one, sent, clock, behaviour)]))
  const { supergraphSdl } = contract
  const generation = createGeneration({ supergraphSdl, transports, clock, log, contract })
  const gateway = await startGateway({ generation, clock, log })
  return {
    ...gateway,
    clock,
    sent,
    logged,
    behave(options) {
      behaviour.now = options
      sent.length = 0
      logged.length = 0
    },
    sentTo: (subgraph) => sent.filter((one) => one.subgraph === subgraph),
    async askAs(client, query, headers = {}) {
      const apps = client === 'ACCOUNTS' ? (['MESSENGER', 'PHOTO', 'SOCIAL'] as const) : [client as 'SOCIAL']
      const profiles = apps.map((app) => ({ app, id: ADA[app], authTime: Math.floor(clock.wall() / 1000) }))
      const token = client === null ? {} : { token: await gateway.token(client, { profiles }) }
      return gateway.ask(query, { ...token, headers })
    },
  }
}

const APP = { messenger: 'MESSENGER', photo: 'PHOTO', social: 'SOCIAL' } as const

function member(
  name: 'accounts' | 'grants' | keyof typeof APP,
  resolvers: Roots,
  parts: { readonly clock: ManualClock; readonly random: ReturnType<typeof createSeededRandom>; readonly log: Log },
  consented: Readonly<Record<string, ConsentedResolver<null>>> = {},
): Subgraph {
  const sdl = contract.subgraphs.find((one) => one.name === name)?.sdlText ?? ''
  const { clock } = parts
  return defineSubgraph<null>({
    name,
    ...(name === 'accounts' || name === 'grants' ? {} : { app: APP[name] }),
    sdl,
    resolvers: withReferences(sdl, resolvers),
    ports: { ...parts, ids: testIds(name) },
    loaders: () => null,
    consented,
    grants: createGrantOpener({ source: name, keyOf: GRANT_KEYS, clock, flows }),
  })
}

/** Every entity that is not told of is nowhere. */
function withReferences(sdl: string, resolvers: Roots): Roots {
  const keyed = parse(sdl).definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && node.directives?.some(({ name }) => name.value === 'key')
      ? [node.name.value]
      : [],
  )
  return { ...Object.fromEntries(keyed.map((type) => [type, { __resolveReference: () => null }])), ...resolvers }
}

/** As consent.md says of roads: the viewer of this request, signed in, in the recipient's app, as that very profile. */
function grantsResolvers(clock: ManualClock, behaviour: { readonly now: FamilyOptions }): Roots {
  const road =
    (field: string) =>
    (person: { id: string }, _: unknown, { profiles, random }: Context) => {
      const { decide = () => true, claims = (one) => one } = behaviour.now
      const flow = flows.find((one) => one.road.endsWith(`.${field}`))
      if (!flow || !profiles.some(({ id }) => id === person.id) || !decide(field)) return null
      const t0 = clock.wall()
      const subject = ADA[APP[flow.from as keyof typeof APP]]
      const { from: source, to: recipient, type, purpose } = flow
      const content = { source, type, recipient, purpose, subject, t0, exp: t0 + L, id: random.id() }
      return { grant: SEALER.seal(claims({ ...content, flow: flowDigest(flow) })) }
    }
  const person = (roads: readonly string[]) => ({
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    ...Object.fromEntries(roads.map((field) => [field, road(field)])),
  })
  return {
    SocialProfile: person(['messengerAdSignals', 'photoAdSignals']),
    PhotoProfile: person([
      'messengerPersonalizationSignals',
      'messengerImprovementSignals',
      'socialPersonalizationSignals',
    ]),
  }
}

interface Input {
  readonly topics: readonly string[]
}

const socialResolvers: Roots = {
  Query: {
    socialMe: (_: unknown, __: unknown, { viewer }: Context) => viewer,
    socialProfile: (_: unknown, { username }: { username: string }) => (username === 'bob' ? { id: BOB } : null),
    socialProfiles: () => null,
    socialFeed: () => null,
    socialStories: () => null,
  },
  SocialProfile: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    displayName: () => 'Somebody',
    ads: ({ id, messengerAdSignals, photoAdSignals }: Record<string, Input | null> & { id: string }) => {
      const topics = [...(messengerAdSignals?.topics ?? []), ...(photoAdSignals?.topics ?? [])]
      const basis = topics.length > 0 ? 'PERSONALIZED' : 'CONTEXTUAL'
      return [{ id, title: topics.join(' ') || 'anything', advertiser: 'A shop', basis, why: 'Because.' }]
    },
  },
}

const photoResolvers: Roots = {
  Query: { photoMe: (_: unknown, __: unknown, { viewer }: Context) => viewer },
  PhotoProfile: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    displayName: () => 'Somebody',
    feedQuality: () => ({ score: 0.5, basis: 'CONTEXTUAL' }),
  },
}

function recording(
  subgraph: Subgraph,
  sent: Sent[],
  clock: ManualClock,
  behaviour: { readonly now: FamilyOptions },
): SubgraphTransport {
  const { name } = subgraph
  const way = createInProcessTransport(subgraph)
  return {
    send(request) {
      const { query, variables, identity } = request
      const copy = JSON.parse(JSON.stringify(variables)) as Sent['variables']
      sent.push({ subgraph: name, query, variables: copy, timeoutMs: identity?.timeoutMs })
      const { transport = (_name, send) => send } = behaviour.now
      return transport(name, (sending) => way.send(sending), clock)(request)
    },
    close: () => Promise.resolve(),
  }
}
