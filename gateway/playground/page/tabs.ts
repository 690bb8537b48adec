import feed from './operations/feed.graphql?raw'
import home from './operations/home.graphql?raw'
import share from './operations/share.graphql?raw'
import threeApps from './operations/threeApps.graphql?raw'
import { NEW, STEPS, variablesOf } from './tour.ts'

/** A tab as it stands before anybody typed. */
export interface Tab {
  readonly query: string
  readonly variables?: string
}

/** The variables of the tab Share, about this status. Another status is another share: the key is its own. */
export function shareVariables(statusId: string): string {
  const input = {
    statusId,
    targets: [
      { app: 'PHOTO', audience: 'FOLLOWERS' },
      { app: 'SOCIAL', audience: 'FRIENDS' },
    ],
    content: { text: 'Nearly there.' },
    idempotencyKey: `playground-${statusId.slice(0, 12)}`,
  }
  return JSON.stringify({ input }, null, 2)
}

/** Whether these are the variables of the tab Share as the page wrote them, whichever status they are about. */
export function isShareAsWritten(variables: string): boolean {
  try {
    const { input } = JSON.parse(variables) as { readonly input?: { readonly statusId?: unknown } }
    return typeof input?.statusId === 'string' && shareVariables(input.statusId) === variables
  } catch {
    return false
  }
}

/** The operations that always work, as written, one over three apps at once, and the tour, a tab for each step. */
export const FIRST_TABS: readonly Tab[] = [
  { query: home },
  { query: feed },
  { query: threeApps },
  { query: share, variables: shareVariables('the id of one of your statuses') },
  ...STEPS.map((step) => ({ query: step.query, variables: variablesOf(step, NEW) })),
]
