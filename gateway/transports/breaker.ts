import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'

/** Keeps calls away from a URL that cannot be reached, so that nobody waits for it. One per URL. */
export interface Breaker {
  /**
   * Whether a call may go out. While open, one call is let through every `BREAKER_REST_MS`, to see whether the URL is
   * there again.
   */
  permits(): boolean
  succeeded(): void
  /** The URL could not be reached; an answer that is an error is none of these. */
  failed(): void
}

/** After how many failures in a row it opens, and for how long it keeps calls away, in milliseconds. */
export const BREAKER_FAILURES = 5
export const BREAKER_REST_MS = 1_000

type State =
  { readonly phase: 'closed'; readonly failures: number } | { readonly phase: 'open'; readonly since: number }

export function createBreaker(clock: Clock): Breaker {
  let state: State = { phase: 'closed', failures: 0 }

  return {
    permits() {
      if (state.phase === 'closed') return true
      if (clock.monotonic() - state.since < BREAKER_REST_MS) return false
      // This call is the trial; the next one waits for its outcome or for another rest.
      state = { phase: 'open', since: clock.monotonic() }
      return true
    },
    succeeded() {
      state = { phase: 'closed', failures: 0 }
    },
    failed() {
      const failures = state.phase === 'closed' ? state.failures + 1 : BREAKER_FAILURES
      if (failures < BREAKER_FAILURES) state = { phase: 'closed', failures }
      else if (state.phase === 'closed') state = { phase: 'open', since: clock.monotonic() }
    },
  }
}
