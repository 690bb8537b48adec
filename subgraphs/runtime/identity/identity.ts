/** The closed family of apps; the enum `App` of the graph. */
export const APPS = ['MESSENGER', 'PHOTO', 'SOCIAL'] as const
export type App = (typeof APPS)[number]

/** A profile whose sign-in was proved: `id` is sealed, as in the graph; `authTime` in seconds since the epoch. */
export interface ProvedProfile {
  readonly app: App
  readonly id: string
  readonly authTime: number
}

/**
 * What one subgraph is told about who asks (R0 of identity.md): made by the gateway anew for each call. Over HTTP it
 * travels in the signed header; in one process it is passed as it is.
 */
export interface CallIdentity {
  /** The viewer's sealed id in this subgraph's own app; absent when signed out there. */
  readonly viewer?: string
  /** When the viewer signed in, in seconds since the epoch. */
  readonly authTime?: number
  /** The client, only where it is this subgraph's own app; accounts and grants get it always. */
  readonly client?: string
  /** Accounts and grants only: all profiles proved in this session, the one that signed in first first. */
  readonly profiles?: readonly ProvedProfile[]
  /** The client sent `Sec-GPC: 1`. */
  readonly gpc?: boolean
  /** How long the gateway waits for the answer, in milliseconds. */
  readonly timeoutMs: number
}
