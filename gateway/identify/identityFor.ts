import type { CallIdentity } from '../../subgraphs/runtime/identity/identity.ts'
import type { IdentityOptions } from '../options.ts'
import type { Caller } from './caller.ts'

/** What `subgraph` is told about who asks; undefined for one that is not registered. A fresh value for each call. */
export type IdentityFor = (caller: Caller, subgraph: string, timeoutMs: number) => CallIdentity | undefined

/** The keepers of consent: they see the whole session, as does `entry`, which never leaves the gateway. */
const TOLD_ALL: readonly string[] = ['accounts', 'grants']
const ENTRY = 'entry'

/**
 * R0 of identity.md: a subgraph learns the viewer's profile in its own app and nothing else; the client only where it
 * is its own app's. Nothing in it joins the calls that one request makes to two subgraphs.
 */
export function createIdentityFor(options: IdentityOptions | undefined): IdentityFor {
  if (options === undefined) return () => undefined
  const registered = new Map(options.subgraphs.map(({ name, app }) => [name, app]))

  return (caller, subgraph, timeoutMs) => {
    const call = { timeoutMs: coarse(timeoutMs), ...(caller.gpc ? { gpc: true } : {}) }
    if (subgraph !== ENTRY && !registered.has(subgraph)) return undefined
    if (subgraph === ENTRY || TOLD_ALL.includes(subgraph)) {
      const client = caller.client === null ? {} : { client: caller.client }
      return { ...call, ...client, profiles: caller.profiles }
    }
    const app = registered.get(subgraph)
    const own = caller.profiles.find((profile) => profile.app === app)
    return {
      ...call,
      ...(own === undefined ? {} : { viewer: own.id, authTime: own.authTime }),
      ...(app !== undefined && caller.client === app ? { client: app } : {}),
    }
  }
}

/** The time left to the millisecond would be as good as a request id to two subgraphs that compare notes. */
function coarse(ms: number): number {
  return ms < 200 ? Math.max(1, Math.floor(ms)) : Math.floor(ms / 100) * 100
}
