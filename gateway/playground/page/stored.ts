import type { Session } from './session.ts'

const session = 'concord:session'
const tabsForgotten = 'concord:tabs-forgotten'
// GraphiQL's own names; its theme and its history stay.
const tabs = ['tabState', 'query', 'variables', 'headers'].map((name) => `graphiql:${name}`)

export function storedSession(): string | null {
  return localStorage.getItem(session)
}

export function storeSession(chosen: Session | null): void {
  localStorage.setItem(session, JSON.stringify(chosen))
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
