import { askedPage, emptyConnection, positionBy } from '../../runtime/connections/connections.ts'
import { shownConnection } from '../../runtime/connections/shownConnection.ts'
import type { Context } from '../context.ts'
import type { QueryResolvers } from '../generated/types.ts'
import type { PhotoRow, ProfileRow, StoryRow, UsernameRow } from '../rows.ts'
import { matchesSearch, readSearch, type Search } from '../rules/searchFindsWordBeginnings.ts'
import { usernames } from '../rules/usernameIsNormalised.ts'
import { unblockedConnection } from './lists.ts'
import { isContentShown } from './visible.ts'

export const Query: QueryResolvers = {
  photoMe: (_root, _args, { viewer, load }) => (viewer === null ? null : load.profile.load(viewer.local)),

  async photoProfile(_root, args, context) {
    const { load } = context
    const username = usernames.normalise(args.username)
    const claim = username === null ? null : await load.username.load(username)
    const profile = claim === null ? null : await load.profile.load(claim.profileId)
    return profile !== null && (await isContentShown(context, profile)) ? profile : null
  },

  async photoProfiles(_root, args, context) {
    const { store } = context.load
    const search = readSearch(args.search)
    const asked = askedPage(context, args, 'photoProfiles', ...(search?.words ?? []))
    if (search === null) return emptyConnection()
    return shownConnection({
      ...asked,
      read: (request) => store.usernames.page('bySearchPrefix', { searchPrefixes: search.prefix }, request),
      position: positionBy<UsernameRow>(),
      node: ({ profileId }) => findable(context, profileId, search),
    })
  },

  async photoFeed(_root, args, context) {
    const { viewer, load } = context
    if (viewer === null) return null
    const asked = askedPage(context, args, 'photoFeed')
    const authorId = await feedAuthors(context, viewer.local)
    return unblockedConnection(context, {
      ...asked,
      read: (request) => load.store.photos.page('byAuthor', { authorId }, request),
      position: positionBy<PhotoRow>('publishedAt'),
    })
  },

  async photoStories(_root, args, context) {
    const { viewer, load, now } = context
    if (viewer === null) return null
    const asked = askedPage(context, args, 'photoStories')
    const authorId = await feedAuthors(context, viewer.local)
    return unblockedConnection(context, {
      ...asked,
      read: (request) => load.store.stories.page('byAuthor', { authorId }, { ...request, range: { gt: now } }),
      position: positionBy<StoryRow>('expiresAt'),
    })
  },
}

/** What the look-up found, unless it is private (its owner finds it by other ways), blocked, or lacks another word. */
async function findable(context: Context, profileId: string, search: Search): Promise<ProfileRow | null> {
  const profile = await context.load.profile.load(profileId)
  if (profile === null || profile.private || !matchesSearch(profile, search)) return null
  return (await isContentShown(context, profile)) ? profile : null
}

/** Feeds are pulled: one merged read of these authors, by the privacy of now. */
async function feedAuthors({ load }: Context, viewerId: string): Promise<string[]> {
  return [viewerId, ...(await load.following())]
}
