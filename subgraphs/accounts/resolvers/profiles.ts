import { type ConnectionArguments, emptyConnection, pageArguments } from '../../runtime/connections/connections.ts'
import type { App } from '../../runtime/identity/identity.ts'
import { personTypeOf } from '../../runtime/identity/personTypes.ts'
import type { Context } from '../context.ts'
import type { MessengerProfileResolvers, PhotoProfileResolvers, SocialProfileResolvers } from '../generated/types.ts'
import type { Reference } from '../references.ts'
import { idNamesType } from '../rules/idNamesType.ts'
import { mayPickStickers } from '../rules/whoPicksStickers.ts'

export const MessengerProfile: MessengerProfileResolvers = profileOf('MESSENGER')
export const PhotoProfile: PhotoProfileResolvers = profileOf('PHOTO')
export const SocialProfile: SocialProfileResolvers = profileOf('SOCIAL')

/** What accounts adds about a person in `app`. Nothing is linked and nothing is made yet: the same for every profile. */
function profileOf(app: App) {
  const type = personTypeOf(app)
  return {
    __resolveReference: ({ id }: Reference) => (idNamesType(id, type) ? { id } : null),

    app: () => app,
    avatar: () => null,
    account: () => null,

    stickers({ id }: Reference, args: ConnectionArguments, context: Context) {
      pageArguments(args, { ids: context.ids, scope: `stickers:${id}` })
      return mayPickStickers(id, app, context) ? emptyConnection() : null
    },

    linkedProfiles({ id }: Reference, args: ConnectionArguments, { ids }: Context) {
      pageArguments(args, { ids, scope: `linkedProfiles:${id}` })
      return emptyConnection()
    },
  }
}
