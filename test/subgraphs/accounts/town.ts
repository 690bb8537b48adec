import { readFileSync } from 'node:fs'
import { createGrantsSubgraph } from '../../../subgraphs/accounts/grants/subgraph.ts'
import { createAccountsSubgraph } from '../../../subgraphs/accounts/subgraph.ts'
import { createManualClock, type ManualClock } from '../../../subgraphs/runtime/clock/manualClock.ts'
import { personTypeOf } from '../../../subgraphs/runtime/identity/personTypes.ts'
import type { App, CallIdentity } from '../../../subgraphs/runtime/identity/identity.ts'
import type { InternalCalls } from '../../../subgraphs/runtime/internal/client.ts'
import { silentLog } from '../../../subgraphs/runtime/log/log.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import type { Subgraph } from '../../../subgraphs/runtime/subgraph/subgraph.ts'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'
import type { Storage } from '../../../subgraphs/storage/port.ts'
import { type Json, TEST_START, testIds } from '../../support/subgraphTester.ts'
import { accountsParts, type CONTRACT, grantsParts, openerOf, vouchingApps } from './contractParts.ts'
import { passing } from './passing.ts'

/** A sealed profile id: `anna` in an app. */
export function profileOf(app: App, person: string): string {
  return testIds(app.toLowerCase()).seal(personTypeOf(app), person)
}

export type Session = Pick<CallIdentity, 'client' | 'profiles' | 'gpc'>

export interface TownOptions {
  readonly storage?: Storage
  /** Age bands by profile id; everybody else is an adult. */
  readonly bands?: Readonly<Record<string, string>>
  /** Where this differs from the contract: a notice in a new wording. */
  readonly contract?: Partial<typeof CONTRACT>
  /** What else the apps answer, by the town's clock. Default: nothing but age bands. */
  readonly apps?: (clock: ManualClock, vouching: InternalCalls) => InternalCalls
}

const REQUEST = `{ linkRequest { id state code app requestedFrom expiresAt requestedBy { id } openedBy { id }
  offers { from to purpose notice { digest version } withoutIt } choices { from to purpose granted } } errors { code message path } }`
const LINK = '{ link { id app state visibleOnProfile } account { id closedAt } errors { code message path } }'
const CONSENT = `{ consent { id state granted receipt mayAskAgainAt events { kind } } account { id }
  errors { code message path } }`
const FEATURE = '{ feature { enabled } account { id } errors { code message path } }'
const CROSSPOST = `{ crosspost { id state expiresAt status { id }
  deliveries { app audience state attempts failure story { __typename ... on Node { id } } } } errors { code message path } }`
const UPLOAD = '{ upload { id url method expiresAt maxBytes } errors { code message path } }'
const AUTO = '{ autoCrosspost { app audience enabled } account { id } errors { code message path } }'
const PAYLOADS: Readonly<Record<string, string>> = {
  requestLink: REQUEST,
  openLink: REQUEST,
  confirmLink: REQUEST,
  approveLink: REQUEST,
  rejectLink: REQUEST,
  setLinkVisibility: LINK,
  pauseLink: LINK,
  resumeLink: LINK,
  unlink: LINK,
  setConsent: CONSENT,
  setFeature: FEATURE,
  createCrosspostUpload: UPLOAD,
  crosspostStatus: CROSSPOST,
  updateCrosspost: CROSSPOST,
  retractCrosspost: CROSSPOST,
  retryCrosspost: CROSSPOST,
  setAutoCrosspost: AUTO,
}

export type Town = ReturnType<typeof createTown>

/** Accounts and grants over one store, with people in them; time stands still. */
export function createTown(options: TownOptions = {}) {
  const { storage = createMemoryStorage(), bands = {}, contract = {}, apps = (_clock, vouching) => vouching } = options
  const clock: ManualClock = createManualClock(TEST_START)
  const ports = { clock, random: createSeededRandom('town'), ids: testIds('accounts'), log: silentLog }
  const accounts = createAccountsSubgraph({
    sdl: sdlText('accounts'),
    storage,
    ports,
    ...accountsParts(apps(clock, vouchingApps(bands))),
    ...contract,
  })
  const grants = createGrantsSubgraph({ sdl: sdlText('grants'), storage, ports, ...grantsParts() })

  /** A session of one app, signed in `ago` seconds ago. */
  const inApp = (person: string, app: App, ago = 0): Session => ({ client: app, profiles: [prove(person, app, ago)] })
  /** A session of the accounts center with these apps proved. */
  const inCenter = (person: string, apps: readonly App[] = ['MESSENGER', 'PHOTO', 'SOCIAL'], ago = 0): Session => ({
    client: 'ACCOUNTS',
    profiles: apps.map((app) => prove(person, app, ago)),
  })
  const prove = (person: string, app: App, ago: number) => ({
    app,
    id: profileOf(app, person),
    authTime: Math.floor(clock.wall() / 1000) - ago,
  })

  async function ask(subgraph: Subgraph, session: Session, query: string, variables: object = {}): Promise<Json> {
    const identity = { timeoutMs: 60_000, ...session }
    const result = await subgraph.execute({ query, variables: variables as Record<string, unknown>, identity })
    // A road that leads nowhere says why, to the person in the accounts center.
    const unexpected = (result.errors ?? []).filter(({ extensions }) => extensions['code'] !== 'WITHHELD')
    if (unexpected.length > 0) throw new Error(JSON.stringify(unexpected))
    return JSON.parse(JSON.stringify(result.data))
  }

  /** The payload of a mutation; time passes while it waits. */
  async function act(session: Session, mutation: string, input: object): Promise<Json> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
      .replace(/^(Approve|Reject)LinkInput/, 'LinkRequestInput')
      .replace(/^(Pause|Resume)LinkInput/, 'LinkInput')
      .replace(/^(Retract|Retry)CrosspostInput/, 'CrosspostInput')
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) ${PAYLOADS[mutation] ?? ''} }`
    return (await passing(clock, ask(accounts, session, query, { input })))[mutation]
  }

  /** What the viewer's own center says. */
  const viewer = async (session: Session, selection: string): Promise<Json> =>
    (
      await ask(
        accounts,
        session,
        `{ _entities(representations: [{ __typename: "Viewer", id: "x" }]) { ... on Viewer ${selection} } }`,
      )
    )._entities[0]

  /** The answer of a road: null, or the grant. */
  async function road(
    session: Session,
    app: 'PHOTO' | 'SOCIAL',
    profile: string,
    field: string,
  ): Promise<string | null> {
    const type = personTypeOf(app)
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { ${field} { grant } } } }`
    const data = await ask(grants, session, query, { keys: [{ __typename: type, id: profile }] })
    return data._entities[0]?.[field]?.grant ?? null
  }

  /** A request that was opened by the same person in the other app. */
  async function opened(person: string, from: App, to: App, opener = person): Promise<Json> {
    const requested = await act(inApp(person, from), 'requestLink', { app: to, idempotencyKey: ports.random.id() })
    return act(inApp(opener, to), 'openLink', { code: requested.linkRequest?.code ?? '' })
  }

  const answers = (offers: readonly Json[], yes: boolean | ((offer: Json) => boolean)) =>
    offers.map(({ from, to, purpose, notice }) => ({
      from,
      to,
      purpose,
      granted: typeof yes === 'boolean' ? yes : yes({ from, to, purpose }),
      noticeDigest: notice.digest,
    }))

  /** The whole way; answers the payload of approving. */
  async function link(
    person: string,
    from: App,
    to: App,
    yes: boolean | ((offer: Json) => boolean) = true,
  ): Promise<Json> {
    const { linkRequest } = await opened(person, from, to)
    if (linkRequest === null) throw new Error(`${person} must be able to open`)
    const choices = answers(linkRequest.offers, yes)
    await act(inApp(person, to), 'confirmLink', { requestId: linkRequest.id, choices })
    return act(inApp(person, from), 'approveLink', { requestId: linkRequest.id })
  }

  const links = async (person: string): Promise<Json[]> =>
    (await viewer(inCenter(person), '{ account { links { id app state profile { id } } } }')).account?.links ?? []

  const linkOf = async (person: string, app: App): Promise<string> =>
    (await links(person)).find((each: Json) => each.app === app && each.state !== 'UNLINKED')?.id ?? 'none'

  const open = (source: string, grant: string | null, type: string) => openerOf(source, clock).open(grant, type)

  return {
    clock,
    storage,
    accounts,
    grants,
    ports,
    inApp,
    inCenter,
    ask,
    act,
    viewer,
    road,
    opened,
    answers,
    link,
    links,
    linkOf,
    open,
  }
}

function sdlText(name: string): string {
  return readFileSync(new URL(`../../../schema/${name}.graphql`, import.meta.url), 'utf8')
}
