import type { App } from '../../subgraphs/runtime/identity/identity.ts'
import type { Subgraph } from '../../subgraphs/runtime/subgraph/subgraph.ts'
import type { SeedClock } from './seedClock.ts'

/** What a demo person has linked, and what they said to the offers. */
export interface PersonaLinks {
  /** The first asks each of the others, in this order. */
  readonly apps: readonly [App, App, ...App[]]
  /** Whether the person agrees to all that is offered, or to nothing. */
  readonly agrees: boolean
  /** Whether statuses may be shared from the messenger in the other apps. Default: not. */
  readonly shares?: boolean
}

/** The profiles of one demo person, by app. */
export type Profiles = Partial<Readonly<Record<App, string>>>

interface Offer {
  readonly from: App
  readonly to: string
  readonly purpose: string
  readonly notice: { readonly digest: string }
}

interface Request {
  readonly id: string
  readonly state: string
  readonly code: string | null
  readonly offers: readonly Offer[]
}

interface Payload {
  readonly linkRequest: Request | null
  readonly errors: readonly { readonly code: string }[]
}

/** Each pair of apps of a demo person, as one step of the seeding. */
export function pairsOf({ apps: [first, ...others] }: PersonaLinks): readonly (readonly [App, App])[] {
  return others.map((other) => [first, other])
}

/**
 * Links two profiles by the four steps that anybody takes, each in the session of its own app. May be repeated: it goes
 * on from where an interrupted one was.
 */
export async function linkProfiles(
  accounts: Subgraph,
  clock: SeedClock,
  profiles: Profiles,
  { pair: [from, to], agrees }: { readonly pair: readonly [App, App]; readonly agrees: boolean },
): Promise<void> {
  const act = async (app: App, mutation: string, type: string, input: object): Promise<Payload> => {
    const id = profiles[app]
    if (id === undefined) throw new Error(`${mutation} must be done by somebody with a profile in ${app}`)
    const proof = { app, id, authTime: Math.floor(clock.wall() / 1000) }
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) {
      linkRequest { id state code offers { from to purpose notice { digest } } } errors { code } } }`
    const identity = { client: app, profiles: [proof], timeoutMs: 60_000 }
    const answer = await accounts.execute({ query, variables: { input }, identity })
    const payload = answer.data?.[mutation] as Payload | null | undefined
    if (payload === null || payload === undefined) throw new Error(`${mutation}: ${JSON.stringify(answer.errors)}`)
    return payload
  }

  const requested = await act(from, 'requestLink', 'RequestLinkInput', { app: to, idempotencyKey: `demo:${to}` })
  // An earlier attempt came to the end.
  if (requested.errors.some(({ code }) => code === 'LINK_ALREADY_ACTIVE')) return
  const { id, state, offers } = accepted(
    requested.linkRequest?.state === 'REQUESTED'
      ? await act(to, 'openLink', 'OpenLinkInput', { code: requested.linkRequest.code })
      : requested,
  )
  if (state === 'APPROVED') return
  if (state === 'OPENED') {
    const choices = offers.map(({ notice, ...flow }) => ({ ...flow, granted: agrees, noticeDigest: notice.digest }))
    accepted(await act(to, 'confirmLink', 'ConfirmLinkInput', { requestId: id, choices }))
  }
  accepted(await act(from, 'approveLink', 'LinkRequestInput', { requestId: id }))
}

/** Switches sharing on from the messenger to this app, in the accounts center. May be repeated. */
export async function switchSharingOn(
  accounts: Subgraph,
  clock: SeedClock,
  profiles: Profiles,
  app: App,
): Promise<void> {
  const authTime = Math.floor(clock.wall() / 1000)
  const proofs = (Object.entries(profiles) as [App, string][]).map(([own, id]) => ({ app: own, id, authTime }))
  const query = 'mutation ($input: SetFeatureInput!) { setFeature(input: $input) { errors { code } } }'
  const input = { feature: 'CROSSPOST', from: 'MESSENGER', to: app.toLowerCase(), enabled: true }
  const identity = { client: 'ACCOUNTS', profiles: proofs, timeoutMs: 60_000 }
  const answer = await accounts.execute({ query, variables: { input }, identity })
  const payload = answer.data?.['setFeature'] as { readonly errors: readonly unknown[] } | null | undefined
  if (payload?.errors.length !== 0)
    throw new Error(`Sharing must be switched on for demo people, but got: ${JSON.stringify(answer)}`)
}

/** The apps whose profiles are ACTIVE in one account, as the accounts center tells the person. */
export async function linkedApps(accounts: Subgraph, profiles: readonly { app: App; id: string; authTime: number }[]) {
  const query = `{ _entities(representations: [{ __typename: "Viewer", id: "" }]) {
    ... on Viewer { account { links { app state } } } } }`
  const answer = await accounts.execute({ query, identity: { client: 'ACCOUNTS', profiles, timeoutMs: 60_000 } })
  const [viewer] = (answer.data?.['_entities'] ?? []) as readonly ({
    account: { links: readonly { app: App; state: string }[] } | null
  } | null)[]
  return viewer?.account?.links.flatMap(({ app, state }) => (state === 'ACTIVE' ? [app] : [])) ?? []
}

/** A refusal here is a bug of the demo world. */
function accepted({ linkRequest, errors }: Payload): Request {
  if (linkRequest === null) throw new Error(`Linking demo people must be accepted, but got: ${JSON.stringify(errors)}`)
  return linkRequest
}
