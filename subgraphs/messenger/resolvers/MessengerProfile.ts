import type { BlockRow } from '../../runtime/blocks/blocks.ts'
import { askedPage, emptyConnection, positionBy } from '../../runtime/connections/connections.ts'
import { shownConnection } from '../../runtime/connections/shownConnection.ts'
import { isOwnProfile } from '../../runtime/subgraph/session.ts'
import type { Context } from '../context.ts'
import type { MessengerProfileResolvers } from '../generated/types.ts'
import type { ContactRow, ProfileRow, StatusRow } from '../rows.ts'
import { mayFindProfile } from '../rules/whoFindsProfile.ts'
import { maySeeStatus, maySeeStatusesOf } from '../rules/whoSeesStatuses.ts'
import { isOwnProfileInMessenger } from '../rules/whoseOwnView.ts'
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
    askedPage(context, args, 'conversations', profile._id)
    return isOwnProfileInMessenger(profile._id, context) ? emptyConnection() : null
  },

  async statuses(profile, args, context) {
    const { load, now } = context
    const asked = askedPage(context, args, 'statuses', profile._id)
    const relation = await load.relation.load(profile._id)
    if (!maySeeStatusesOf(relation)) return emptyConnection()
    return shownConnection({
      ...asked,
      read: (request) => load.statuses.load({ owner: profile._id, request }),
      position: positionBy<StatusRow>('expiresAt'),
      node: async (status) => (maySeeStatus(status, relation, now) ? status : null),
    })
  },

  contacts(profile, args, context) {
    const asked = askedPage(context, args, 'contacts', profile._id)
    if (!isOwnProfile(profile._id, context)) return null
    return profileConnection(context, {
      ...asked,
      read: (request) => context.load.contacts.load({ owner: profile._id, request }),
      position: positionBy<ContactRow>('addedAt'),
      profileId: (contact) => contact.contactId,
      blocked: 'hidden',
    })
  },

  blockedProfiles(profile, args, context) {
    const asked = askedPage(context, args, 'blockedProfiles', profile._id)
    if (!isOwnProfile(profile._id, context)) return null
    return profileConnection(context, {
      ...asked,
      read: (request) => context.load.blocks.load({ owner: profile._id, request }),
      position: positionBy<BlockRow>('blockedAt'),
      profileId: (block) => block.blockedId,
      blocked: 'shown',
    })
  },
}

/** What a profile says about itself is for those who may find it. */
async function forWhoMayFind<T>(profile: ProfileRow, value: T | null, { load }: Context): Promise<T | null> {
  if (value === null) return null
  const relation = await load.relation.load(profile._id)
  return mayFindProfile(profile.settings.whoMayMessage, relation) ? value : null
}
