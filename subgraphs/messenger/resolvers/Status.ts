import { iso } from '../../runtime/clock/millis.ts'
import { askedPage, positionBy } from '../../runtime/connections/connections.ts'
import { present } from '../../runtime/errors/present.ts'
import { isOwnProfile } from '../../runtime/subgraph/session.ts'
import type { StatusResolvers } from '../generated/types.ts'
import type { StatusViewRow } from '../rows.ts'
import { maySeeStatus } from '../rules/whoSeesStatuses.ts'
import { profileConnection } from './profileConnection.ts'

export const Status: StatusResolvers = {
  async __resolveReference({ id }, { ids, load, now }) {
    const local = ids.open(id, 'Status')
    const status = local === null ? null : await load.status.load(local)
    if (status === null) return null
    const relation = await load.relation.load(status.authorId)
    return maySeeStatus(status, relation, now) ? status : null
  },

  id: (status, _args, { ids }) => ids.seal('Status', status._id),
  author: async (status, _args, { load }) =>
    present(await load.profile.load(status.authorId), 'the author of a status'),
  postedAt: (status) => iso(status.postedAt),
  expiresAt: (status) => iso(status.expiresAt),

  viewers(status, args, context) {
    const asked = askedPage(context, args, 'viewers', status._id)
    if (!isOwnProfile(status.authorId, context)) return null
    return profileConnection(context, {
      ...asked,
      read: (request) => context.load.views.load({ owner: status._id, request }),
      position: positionBy<StatusViewRow>('viewedAt'),
      profileId: (view) => view.viewerId,
      blocked: 'hidden',
    })
  },
}
