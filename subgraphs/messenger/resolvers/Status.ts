import { pageArguments, positionBy } from '../../runtime/connections/connections.ts'
import type { StatusResolvers } from '../generated/types.ts'
import type { StatusViewRow } from '../rows.ts'
import { isOwnProfile } from '../rules/whoseOwnView.ts'
import { maySeeStatus } from '../rules/whoSeesStatuses.ts'
import { present } from './present.ts'
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
  postedAt: (status) => new Date(status.postedAt).toISOString(),
  expiresAt: (status) => new Date(status.expiresAt).toISOString(),

  async viewers(status, args, context) {
    const { ids, load } = context
    const list = { ids, scope: `viewers:${status._id}`, position: positionBy<StatusViewRow>('viewedAt') }
    const request = pageArguments(args, list)
    if (!isOwnProfile(status.authorId, context)) return null
    const page = await load.views.load({ owner: status._id, request })
    const profileId = (view: StatusViewRow) => view.viewerId
    return profileConnection(page, { ...list, request, profileId, blocked: 'hidden' }, context)
  },
}
