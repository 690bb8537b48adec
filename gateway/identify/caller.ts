import type { ProvedProfile } from '../../subgraphs/runtime/identity/identity.ts'

/** Who asks, as the gateway knows it; no subgraph is told all of it (`identityFor.ts`). */
export interface Caller {
  /** The client of the token; null for anonymous requests. */
  readonly client: string | null
  /** The profiles whose sign-in was proved, the one that signed in first first; empty for anonymous requests. */
  readonly profiles: readonly ProvedProfile[]
  readonly scopes: readonly string[]
  /** The client sent `Sec-GPC: 1`: it denies `ADS` for this request and allows nothing. */
  readonly gpc: boolean
}

export const NOBODY: Caller = { client: null, profiles: [], scopes: [], gpc: false }
