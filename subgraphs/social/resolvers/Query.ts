import { emptyConnection, positionBy, toConnection } from '../../runtime/connections/connections.ts'
import type { Context } from '../context.ts'
import type { QueryResolvers } from '../generated/types.ts'
import { listOf } from '../lists.ts'
import type { NameRow, PostRow, StoryRow } from '../rows.ts'
import { searchKeyOf } from '../rules/searchFindsWords.ts'
import { mayFind } from '../rules/standing.ts'
import { normaliseUsername } from '../rules/usernameIsPlain.ts'
import type { SocialStore } from '../store.ts'
import { profileList } from './profileList.ts'

export function createQuery(store: SocialStore): QueryResolvers {
  return {
    socialMe: (_root, _args, { viewer, load }) => (viewer === null ? null : load.profile.load(viewer.local)),

    async socialProfile(_root, args, { load }) {
      const username = normaliseUsername(args.username)
      const profile = username === null ? null : await load.username.load(username)
      if (profile === null) return null
      return mayFind(profile, await load.standing(profile._id)) ? profile : null
    },

    async socialProfiles(_root, args, context) {
      const key = searchKeyOf(args.search)
      // What is looked for is part of the list: a cursor of one search says nothing in another.
      const list = listOf('socialProfiles', key ?? '', args, context)
      if (key === null) return emptyConnection()
      const page = await store.names.page('byKey', { keys: key }, list.request)
      const personOf = (name: NameRow) => name._id
      return profileList(page, { list, order: 'username', personOf, shows: mayFind }, context)
    },

    async socialFeed(_root, args, context) {
      const list = listOf('socialFeed', '', args, context)
      const authors = await viewerAndFriends(context)
      if (authors === null) return null
      const page = await store.posts.page('byAuthor', { authorId: authors }, list.request)
      return toConnection(page, { ...list, position: positionBy<PostRow>('createdAt') })
    },

    async socialStories(_root, args, context) {
      const list = listOf('socialStories', '', args, context)
      const authors = await viewerAndFriends(context)
      if (authors === null) return null
      const request = { ...list.request, range: { gt: context.now } }
      const page = await store.stories.page('byAuthor', { authorId: authors }, request)
      return toConnection(page, { ...list, position: positionBy<StoryRow>('expiresAt') })
    },
  }
}

/** Whose posts and stories make up the viewer's feeds; null when signed out. */
async function viewerAndFriends({ viewer, load }: Context): Promise<readonly string[] | null> {
  return viewer === null ? null : [viewer.local, ...(await load.friendIds.load(viewer.local))]
}
