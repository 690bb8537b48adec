import { createGateway, type Gateway } from '../../gateway/gateway.ts'
import { issueToken, type TokenRequest } from '../../gateway/identify/tokens.ts'
import type { GatewayOptions } from '../../gateway/options.ts'
import { createManualClock, type ManualClock } from '../../subgraphs/runtime/clock/manualClock.ts'
import { APPS, type ProvedProfile } from '../../subgraphs/runtime/identity/identity.ts'
import { createIds } from '../../subgraphs/runtime/ids/sealedIds.ts'
import { openKeys } from '../../subgraphs/runtime/keys/keys.ts'
import { silentLog } from '../../subgraphs/runtime/log/log.ts'
import { createSeededRandom } from '../../subgraphs/runtime/random/seededRandom.ts'
import { createStubGeneration } from './stubGeneration.ts'
import { TEST_START } from './subgraphTester.ts'

export const ISSUER = 'https://concord.test'

/** The keys of the tested installation; what signs its tokens. */
export const TEST_KEYS = openKeys({ configured: { rootSecret: Buffer.alloc(32, 7).toString('base64url') } }).tokenKeys()

/** As `schema/subgraphs.yaml` registers them. */
export const REGISTERED = [
  { name: 'messenger', app: 'MESSENGER' },
  { name: 'photo', app: 'PHOTO' },
  { name: 'social', app: 'SOCIAL' },
  { name: 'accounts' },
  { name: 'grants' },
] as const

/** A profile of `app` that signed in when the tests start; the same sealed id each time. */
export function profileIn(app: ProvedProfile['app'], local = 'ada'): ProvedProfile {
  const ids = createIds({ app: app.toLowerCase(), key: Buffer.alloc(32, APPS.indexOf(app) + 1) })
  return {
    app,
    id: ids.seal(`${app.charAt(0)}${app.slice(1).toLowerCase()}Profile`, local),
    authTime: TEST_START / 1000,
  }
}

export interface GatewayTester extends AsyncDisposable {
  readonly url: string
  readonly gateway: Gateway
  readonly clock: ManualClock
  /** A token of an app for its own profile, or as the request says. */
  token(client: string, request?: Partial<TokenRequest>): Promise<string>
  /** POSTs `{ query, variables }`, signed in with `token` where one is given. */
  ask(query: string, more?: AskMore): Promise<HttpAnswer>
  /** Any request below the gateway's URL; the body is read. */
  send(path: string, init?: RequestInit): Promise<HttpAnswer>
}

export interface AskMore {
  readonly token?: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
  /** More members of the body. */
  readonly body?: Readonly<Record<string, unknown>>
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON; undefined where it is none. */
  readonly json: GraphqlBody
  /** `errors[0].extensions.code`. */
  readonly code: string | undefined
}

export interface GraphqlBody {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[]
  readonly extensions?: Record<string, unknown>
}

/** A gateway that listens on this machine, over a stub of an engine; stopped by `await using`. */
export async function startGateway(options: Partial<GatewayOptions> = {}): Promise<GatewayTester> {
  const clock = createManualClock(TEST_START)
  const random = createSeededRandom('gateway')
  const identity = { issuer: ISSUER, jwks: TEST_KEYS.jwks, subgraphs: REGISTERED }
  const gateway = createGateway({
    generation: createStubGeneration(),
    clock,
    random,
    log: silentLog,
    identity,
    ...options,
  })
  const { url } = await gateway.listen({ host: '127.0.0.1', port: 0 })

  const send = async (path: string, init: RequestInit = {}): Promise<HttpAnswer> => {
    const response = await fetch(`${url}${path}`, init)
    return readAnswer(response.status, response.headers, await response.text())
  }

  return {
    url,
    gateway,
    clock,
    send,
    token: (client, request = {}) =>
      issueToken(
        { key: TEST_KEYS.signing, issuer: ISSUER, clock, random },
        {
          client,
          profiles: APPS.filter((app) => app === client || client === 'ACCOUNTS').map((app) => profileIn(app)),
          ...request,
        },
      ),
    ask: (query, { token, variables, headers, body } = {}) =>
      send('/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        body: JSON.stringify({ query, variables, ...body }),
      }),
    [Symbol.asyncDispose]: () => gateway.stop(),
  }
}

function readAnswer(status: number, headers: Headers, text: string): HttpAnswer {
  const json = parseJson(text)
  return { status, headers, text, json, code: json?.errors?.[0]?.extensions?.['code'] as string | undefined }
}

function parseJson(text: string): GraphqlBody {
  try {
    return JSON.parse(text) as GraphqlBody
  } catch {
    return {}
  }
}
