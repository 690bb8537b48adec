import {
  type ConnectionArguments,
  emptyConnection,
  pageArguments,
  toConnection,
} from '../../runtime/connections/connections.ts'
import type { App } from '../../runtime/identity/identity.ts'
import { personTypeOf } from '../../runtime/identity/personTypes.ts'
import type { Context } from '../context.ts'
import type { MessengerProfileResolvers, PhotoProfileResolvers, SocialProfileResolvers } from '../generated/types.ts'
import type { Reference } from '../references.ts'
import type { AccountRow } from '../rows.ts'
import { isLive, type LinkRecord } from '../rules/account.ts'
import { ACCOUNTS } from '../rules/clients.ts'
import { idNamesType } from '../rules/idNamesType.ts'
import { mayPickStickers } from '../rules/whoPicksStickers.ts'
import { profileReference } from './profileReference.ts'

export const MessengerProfile: MessengerProfileResolvers = profileOf('MESSENGER')
export const PhotoProfile: PhotoProfileResolvers = profileOf('PHOTO')
export const SocialProfile: SocialProfileResolvers = profileOf('SOCIAL')

/** What accounts adds about a person in `app`. */
function profileOf(app: App) {
  const type = personTypeOf(app)
  return {
    __resolveReference: ({ id }: Reference) => (idNamesType(id, type) ? { id } : null),

    app: () => app,
    avatar: () => null,

    account: ({ id }: Reference, _args: object, context: Context) =>
      isOwnProfile(id, context) ? context.load.accounts.load(id) : null,

    stickers({ id }: Reference, args: ConnectionArguments, context: Context) {
      pageArguments(args, { ids: context.ids, scope: `stickers:${id}` })
      return mayPickStickers(id, app, context) ? emptyConnection() : null
    },

    async linkedProfiles({ id }: Reference, args: ConnectionArguments, context: Context) {
      const scope = { ids: context.ids, scope: `linkedProfiles:${id}` }
      const request = pageArguments(args, scope)
      const links = shownBeside(id, await context.load.accounts.load(id), isOwnProfile(id, context))
      const start =
        request.after === undefined ? 0 : links.findIndex(({ order }) => order > Number(request.after?.order))
      const rest = start < 0 ? [] : links.slice(start)
      const page = { items: rest.slice(0, request.limit), hasMore: rest.length > request.limit }
      return toConnection(page, {
        ...scope,
        request,
        position: ({ order, profile }) => ({ order, id: profile }),
        node: (link) => profileReference(link.app, link.profile),
      })
    },
  }
}

/** Its owner, in the accounts center. */
function isOwnProfile(id: string, { client, profiles }: Context): boolean {
  return client === ACCOUNTS && profiles.some((profile) => profile.id === id)
}

/** To its owner all that are live; to others what both links show, while both are active. */
function shownBeside(id: string, account: AccountRow | null, own: boolean): readonly LinkRecord[] {
  const links = Object.values(account?.links ?? {}).filter(isLive)
  const shown = ({ visible, state }: LinkRecord): boolean => own || (visible && state === 'ACTIVE')
  if (!links.some((link) => link.profile === id && shown(link))) return []
  return links.filter((link) => link.profile !== id && shown(link)).sort((a, b) => a.order - b.order)
}
