import { askedPage, emptyConnection, positionBy, toConnection } from '../../runtime/connections/connections.ts'
import type { Context } from '../context.ts'
import type { QueryResolvers } from '../generated/types.ts'
import type { PostRow, StoryRow, UsernameRow } from '../rows.ts'
import { searchKeyOf } from '../rules/searchFindsWords.ts'
import { mayFind } from '../rules/standing.ts'
import { usernames } from '../rules/usernameIsNormalised.ts'
import type { SocialStore } from '../store.ts'
import { profileList } from './profileList.ts'

export function createQuery(store: SocialStore): QueryResolvers {
  return {
    socialMe: (_root, _args, { viewer, load }) => (viewer === null ? null : load.profile.load(viewer.local)),

    async socialProfile(_root, args, { load }) {
      const username = usernames.normalise(args.username)
      const claim = username === null ? null : await load.username.load(username)
      const profile = claim === null ? null : await load.profile.load(claim.profileId)
      if (profile === null) return null
      return mayFind(profile, await load.standing(profile._id)) ? profile : null
    },

    async socialProfiles(_root, args, context) {
      const key = searchKeyOf(args.search)
      // What is looked for is part of the list: a cursor of one search says nothing in another.
      const asked = askedPage(context, args, 'socialProfiles', key ?? '')
      if (key === null) return emptyConnection()
      return profileList(context, {
        ...asked,
        read: (request) => store.usernames.page('byKey', { keys: key }, request),
        position: positionBy<UsernameRow>(),
        personOf: (username) => username.profileId,
        shows: mayFind,
      })
    },

    async socialFeed(_root, args, context) {
      const asked = askedPage(context, args, 'socialFeed')
      const authors = await viewerAndFriends(context)
      if (authors === null) return null
      const page = await store.posts.page('byAuthor', { authorId: authors, deleted: false }, asked.request)
      return toConnection(page, { ...asked, position: positionBy<PostRow>('createdAt') })
    },

    async socialStories(_root, args, context) {
      const asked = askedPage(context, args, 'socialStories')
      const authors = await viewerAndFriends(context)
      if (authors === null) return null
      const request = { ...asked.request, range: { gt: context.now } }
      const page = await store.stories.page('byAuthor', { authorId: authors }, request)
      return toConnection(page, { ...asked, position: positionBy<StoryRow>('expiresAt') })
    },
  }
}

/** Whose posts and stories make up the viewer's feeds; null when signed out. */
async function viewerAndFriends({ viewer, load }: Context): Promise<readonly string[] | null> {
  return viewer === null ? null : [viewer.local, ...(await load.friendIds.load(viewer.local))]
}
