import { viewerIdOf } from '../../runtime/ids/viewerId.ts'
import type { Context } from '../context.ts'
import { TARGET_APPS, type TargetApp } from '../crossposts/audiences.ts'
import { authorOf } from '../crossposts/author.ts'
import { mayShareIn } from '../crossposts/whoMayShareWhere.ts'
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

  // The account is found by the profile, and not shown: an app learns nothing else of what is linked.
  async crosspostTargets(_viewer, _args, context) {
    if (!seesCrosspostTargets(context.client)) return null
    const author = authorOf(context)
    const account = author === null ? null : await context.load.accounts.load(author)
    const { now } = context
    const names = context.load.center.catalogue
    const isAllowed = (app: TargetApp): boolean =>
      account !== null && mayShareIn(account, app, { names, now, author }).allow
    return TARGET_APPS.filter(isAllowed)
  },
}

/** Who asks; null for nobody. `entry` makes the same id from the same profile (identity.md, "Ids"). */
function viewerOf({ profiles: [first] }: Context): Reference | null {
  return first === undefined ? null : { id: viewerIdOf(first.id) }
}
