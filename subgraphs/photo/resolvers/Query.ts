import { emptyConnection, positionBy, toConnection } from '../../runtime/connections/connections.ts'
import type { Context } from '../context.ts'
import type { QueryResolvers } from '../generated/types.ts'
import type { PhotoRow, ProfileRow, StoryRow, UsernameRow } from '../rows.ts'
import { matchesSearch, readSearch, type Search } from '../rules/searchFindsWordBeginnings.ts'
import { normaliseUsername } from '../rules/usernameIsNormalised.ts'
import { askedPage, unblockedConnection } from './lists.ts'
import { isContentShown } from './visible.ts'

export const Query: QueryResolvers = {
  photoMe: (_root, _args, { viewer, load }) => (viewer === null ? null : load.profile.load(viewer.local)),

  async photoProfile(_root, args, context) {
    const { load } = context
    const username = normaliseUsername(args.username)
    const claim = username === null ? null : await load.username.load(username)
    const profile = claim === null ? null : await load.profile.load(claim.profileId)
    return profile !== null && (await isContentShown(context, profile)) ? profile : null
  },

  async photoProfiles(_root, args, context) {
    const { load } = context
    const search = readSearch(args.search)
    const list = askedPage(context, args, 'photoProfiles', ...(search?.words ?? []))
    if (search === null) return emptyConnection()
    const page = await load.store.usernames.page('bySearchPrefix', { searchPrefixes: search.prefix }, list.request)
    const found = await Promise.all(page.items.map(({ profileId }) => findable(context, profileId, search)))
    return toConnection(page, {
      ...list,
      position: positionBy<UsernameRow>(),
      node: (_, index) => found[index] ?? null,
    })
  },

  async photoFeed(_root, args, context) {
    const { viewer, load } = context
    if (viewer === null) return null
    const list = askedPage(context, args, 'photoFeed')
    const authorId = await feedAuthors(context, viewer.local)
    const page = await load.store.photos.page('byAuthor', { authorId }, list.request)
    return unblockedConnection(context, page, { ...list, position: positionBy<PhotoRow>('publishedAt') })
  },

  async photoStories(_root, args, context) {
    const { viewer, load, now } = context
    if (viewer === null) return null
    const list = askedPage(context, args, 'photoStories')
    const authorId = await feedAuthors(context, viewer.local)
    const page = await load.store.stories.page('byAuthor', { authorId }, { ...list.request, range: { gt: now } })
    return unblockedConnection(context, page, { ...list, position: positionBy<StoryRow>('expiresAt') })
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
