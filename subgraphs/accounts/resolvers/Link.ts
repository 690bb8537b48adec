import { openOwnId } from '../ownIds.ts'
import type { LinkResolvers } from '../generated/types.ts'
import { isOwn } from '../session.ts'
import { linkView } from '../views.ts'
import { iso } from './iso.ts'
import { profileReference } from './profileReference.ts'

export const Link: LinkResolvers = {
  async __resolveReference({ id }, context) {
    const [accountId, linkId] = openOwnId(context.ids, id, 'Link')
    if (accountId === undefined || linkId === undefined) return null
    const [account] = await context.load.center.store.accounts.getMany([accountId])
    return account && isOwn(account, context) ? linkView(account, linkId) : null
  },

  id: ({ account, id }, _args, { ids }) => ids.seal('Link', `${account._id}:${id}`),
  app: ({ link }) => link.app,
  profile: ({ link }) => profileReference(link.app, link.profile),
  state: ({ link }) => link.state,
  linkedAt: ({ link }) => iso(link.linkedAt),
  visibleOnProfile: ({ link }) => link.visible,
}
