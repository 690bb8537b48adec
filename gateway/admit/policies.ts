import { ANONYMOUS, type ClientPolicy, DEFAULT_LIMITS, type GatewayOptions, type Limits } from '../options.ts'

/** What one client may do, with every default filled in. */
export interface Policy {
  readonly origins: readonly string[]
  readonly introspection: boolean
  readonly limits: Limits
}

export interface Policies {
  /** Of the client that a token names; of `ANONYMOUS` for null. */
  readonly of: (client: string | null) => Policy
  /** Whether pages of this origin may call as `client`; as any client where it is not known yet. */
  readonly allowsOrigin: (origin: string, client?: string | null) => boolean
}

/** Throws a `TypeError` for limits and origins that cannot hold. */
export function createPolicies({ clients = {}, limits, development = false }: GatewayOptions): Policies {
  const usual = complete({}, { ...DEFAULT_LIMITS, ...limits }, development)
  const named = new Map(
    Object.entries(clients).map(([name, policy]) => [name, complete(policy, usual.limits, development)]),
  )
  const all = [...named.values()].flatMap((policy) => policy.origins)
  const of = (client: string | null): Policy => named.get(client ?? ANONYMOUS) ?? usual

  return {
    of,
    allowsOrigin(origin, client) {
      if (development && isLocal(origin)) return true
      return (client === undefined ? all : of(client).origins).includes(origin)
    },
  }
}

function complete(policy: Partial<ClientPolicy>, limits: Limits, development: boolean): Policy {
  const { origins = [], introspection = development } = policy
  for (const origin of origins) checkOrigin(origin)
  const own = { ...limits, ...policy.limits }
  for (const [name, limit] of Object.entries(own)) checkLimit(name, limit)
  return { origins, introspection, limits: own }
}

function checkOrigin(origin: string): void {
  if (URL.canParse(origin) && new URL(origin).origin === origin) return
  throw new TypeError(`An origin must be like https://app.example, without a path, but got: ${origin}. Correct it.`)
}

function checkLimit(name: string, limit: number): void {
  if (Number.isInteger(limit) && limit > 0) return
  throw new TypeError(`limits.${name} must be a positive integer, but got: ${limit}. Correct it.`)
}

function isLocal(origin: string): boolean {
  return /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin)
}
