import { viewerIdOf } from '../../runtime/ids/viewerId.ts'
import type { Context } from '../context.ts'
import type { ViewerResolvers } from '../generated/types.ts'
import type { Reference } from '../references.ts'
import { seesClosedAccounts, seesCrosspostTargets, seesLinkRequests } from '../rules/whatViewerSees.ts'
import { accountOfSession, isOwn } from '../session.ts'
import { seesRequest } from './LinkRequest.ts'

/** More than anybody has: requests live ten minutes, and accounts end rarely. */
const MOST = 100

export const Viewer: ViewerResolvers = {
  // The id that somebody sends is ignored: who views is what the header says.
  __resolveReference: (_reference, context) => viewerOf(context),

  account: (_viewer, _args, context) => accountOfSession(context),

  async closedAccounts(_viewer, _args, context) {
    if (!seesClosedAccounts(context.client)) return null
    const profiles = context.profiles.map(({ id }) => id)
    const { items } = await context.load.center.store.accounts.page('byProfile', { profiles }, { limit: MOST })
    return items.filter((account) => account.closedAt !== null && isOwn(account, context))
  },

  async linkRequests(_viewer, _args, context) {
    if (!seesLinkRequests(context.client)) return null
    const parties = context.profiles.map(({ id }) => id)
    const { items } = await context.load.center.store.requests.page('byParty', { parties }, { limit: MOST })
    return items.filter((request) => seesRequest(request, context))
  },

  // Statuses cannot be shared yet.
  crosspostTargets: (_viewer, _args, { client }) => (seesCrosspostTargets(client) ? [] : null),
}

/** Who asks; null for nobody. `entry` makes the same id from the same profile (identity.md, "Ids"). */
function viewerOf({ profiles: [first] }: Context): Reference | null {
  return first === undefined ? null : { id: viewerIdOf(first.id) }
}
