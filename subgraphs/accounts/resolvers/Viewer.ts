import { viewerIdOf } from '../../runtime/ids/viewerId.ts'
import type { Context } from '../context.ts'
import type { ViewerResolvers } from '../generated/types.ts'
import type { Reference } from '../references.ts'
import { seesClosedAccounts, seesCrosspostTargets, seesLinkRequests } from '../rules/whatViewerSees.ts'

export const Viewer: ViewerResolvers = {
  // The id that somebody sends is ignored: who views is what the header says.
  __resolveReference: (_reference, context) => viewerOf(context),

  // Nothing is linked yet: nobody has an account, a request or a place to share to.
  account: () => null,
  closedAccounts: (_viewer, _args, { client }) => (seesClosedAccounts(client) ? [] : null),
  linkRequests: (_viewer, _args, { client }) => (seesLinkRequests(client) ? [] : null),
  crosspostTargets: (_viewer, _args, { client }) => (seesCrosspostTargets(client) ? [] : null),
}

/** Who asks; null for nobody. `entry` makes the same id from the same profile (identity.md, "Ids"). */
function viewerOf({ profiles: [first] }: Context): Reference | null {
  return first === undefined ? null : { id: viewerIdOf(first.id) }
}
