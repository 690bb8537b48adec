import type { Fetch } from './ask.ts'

/** An operation that was run. */
export interface Asked {
  readonly query: string
  readonly operationName: string | null
}

/** The operation that ran last, for whoever shows something about it. */
export interface LastAsked {
  readonly current: () => Asked | null
  /** Calls back with each operation that is run from now on; answers how to stop that. */
  readonly subscribe: (listener: () => void) => () => void
  /** The same `fetch`, remembered on the way. The editor's own questions about the schema are left out. */
  readonly watch: (fetch: Fetch) => Fetch
}

export function createLastAsked(): LastAsked {
  const listeners = new Set<() => void>()
  let last: Asked | null = null
  return {
    current: () => last,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    watch: (fetch) => async (url, init) => {
      const asked = askedIn(init)
      if (asked !== null) {
        last = asked
        listeners.forEach((tell) => tell())
      }
      return fetch(url, init)
    },
  }
}

function askedIn({ body }: RequestInit): Asked | null {
  if (typeof body !== 'string') return null
  const { query, operationName = null } = JSON.parse(body) as { query?: unknown; operationName?: string | null }
  return typeof query !== 'string' || operationName === 'IntrospectionQuery' ? null : { query, operationName }
}
