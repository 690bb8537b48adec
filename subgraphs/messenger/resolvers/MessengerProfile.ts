import { emptyConnection, pageArguments, positionBy, toConnection } from '../../runtime/connections/connections.ts'
import type { Context } from '../context.ts'
import type { MessengerProfileResolvers } from '../generated/types.ts'
import type { BlockRow, ContactRow, ProfileRow, StatusRow } from '../rows.ts'
import { mayFindProfile } from '../rules/whoFindsProfile.ts'
import { maySeeStatus, maySeeStatusesOf } from '../rules/whoSeesStatuses.ts'
import { isOwnProfile, isOwnProfileInMessenger } from '../rules/whoseOwnView.ts'
import { profileConnection } from './profileConnection.ts'

export const MessengerProfile: MessengerProfileResolvers = {
  async __resolveReference({ id }, { ids, load }) {
    const local = ids.open(id, 'MessengerProfile')
    return local === null ? null : load.profile.load(local)
  },

  id: (profile, _args, { ids }) => ids.seal('MessengerProfile', profile._id),
  app: () => 'MESSENGER',
  about: (profile, _args, context) => forWhoMayFind(profile, profile.about, context),
  businessCategory: (profile, _args, context) => forWhoMayFind(profile, profile.businessCategory, context),
  settings: (profile, _args, context) => (isOwnProfile(profile._id, context) ? profile.settings : null),

  // Nobody can register a device or start a conversation yet: what its owner has is nothing.
  devices: (profile, _args, context) => (isOwnProfileInMessenger(profile._id, context) ? [] : null),

  conversations(profile, args, context) {
    pageArguments(args, { ids: context.ids, scope: `conversations:${profile._id}` })
    return isOwnProfileInMessenger(profile._id, context) ? emptyConnection() : null
  },

  async statuses(profile, args, { ids, load, now }) {
    const list = { ids, scope: `statuses:${profile._id}`, position: positionBy<StatusRow>('expiresAt') }
    const request = pageArguments(args, list)
    const relation = await load.relation.load(profile._id)
    if (!maySeeStatusesOf(relation)) return emptyConnection()
    const page = await load.statuses.load({ owner: profile._id, request })
    const node = (status: StatusRow) => (maySeeStatus(status, relation, now) ? status : null)
    return toConnection(page, { ...list, request, node })
  },

  async contacts(profile, args, context) {
    const { ids, load } = context
    const list = { ids, scope: `contacts:${profile._id}`, position: positionBy<ContactRow>('addedAt') }
    const request = pageArguments(args, list)
    if (!isOwnProfile(profile._id, context)) return null
    const page = await load.contacts.load({ owner: profile._id, request })
    const profileId = (contact: ContactRow) => contact.contactId
    return profileConnection(page, { ...list, request, profileId, blocked: 'hidden' }, context)
  },

  async blockedProfiles(profile, args, context) {
    const { ids, load } = context
    const list = { ids, scope: `blockedProfiles:${profile._id}`, position: positionBy<BlockRow>('blockedAt') }
    const request = pageArguments(args, list)
    if (!isOwnProfile(profile._id, context)) return null
    const page = await load.blocks.load({ owner: profile._id, request })
    const profileId = (block: BlockRow) => block.blockedId
    return profileConnection(page, { ...list, request, profileId, blocked: 'shown' }, context)
  },
}

/** What a profile says about itself is for those who may find it. */
async function forWhoMayFind<T>(profile: ProfileRow, value: T | null, { load }: Context): Promise<T | null> {
  if (value === null) return null
  const relation = await load.relation.load(profile._id)
  return mayFindProfile(profile.settings.whoMayMessage, relation) ? value : null
}
