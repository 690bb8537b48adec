import type { Session } from './session.ts'
import type { Progress } from './tour.ts'

const session = 'concord:session'
const tour = 'concord:tour'
const tabsForgotten = 'concord:tabs-forgotten'
// GraphiQL's own names; its theme and its history stay.
const tabs = ['tabState', 'query', 'variables', 'headers'].map((name) => `graphiql:${name}`)

export function storedSession(): string | null {
  return localStorage.getItem(session)
}

export function storeSession(chosen: Session | null): void {
  localStorage.setItem(session, JSON.stringify(chosen))
}

/** What each person's tour has told so far; nothing where that cannot be read. */
export function storedTour(): Progress {
  try {
    return (JSON.parse(localStorage.getItem(tour) ?? '{}') ?? {}) as Progress
  } catch {
    return {}
  }
}

export function storeTour(progress: Progress): void {
  localStorage.setItem(tour, JSON.stringify(progress))
}

/** From the next load on: GraphiQL writes what was typed with a delay, and would write it again before that. */
export function forgetTabs(): void {
  localStorage.setItem(tabsForgotten, 'yes')
}

/** Before GraphiQL is drawn. */
export function removeForgottenTabs(): void {
  if (localStorage.getItem(tabsForgotten) === null) return
  for (const name of [...tabs, tabsForgotten]) localStorage.removeItem(name)
}
