import {
  askedPage,
  type ConnectionArguments,
  emptyConnection,
  positionBy,
  toConnection,
} from '../../runtime/connections/connections.ts'
import type { PageLoader } from '../../runtime/connections/pageLoader.ts'
import { isOwnProfile } from '../../runtime/subgraph/session.ts'
import { topicsIn } from '../../runtime/scalars/topicLists.ts'
import type { StoredDocument } from '../../storage/port.ts'
import { ADS } from '../catalogue/ads.ts'
import type { Context } from '../context.ts'
import type { SocialProfileResolvers } from '../generated/types.ts'
import { otherOf, type PairRow, type PostRow, type ProfileRow, type StoryRow } from '../rows.ts'
import { adsOfTheDay, checkAdCount } from '../rules/adsRotateDaily.ts'
import { friendshipSeenBy } from '../rules/friendshipTakesTwo.ts'
import { mayFind, mayReach } from '../rules/standing.ts'
import type { SocialStore } from '../store.ts'
import { profileList } from './profileList.ts'

export function createSocialProfile(store: SocialStore): SocialProfileResolvers {
  return {
    async __resolveReference({ id }, { ids, load }) {
      const local = ids.open(id, 'SocialProfile')
      return local === null ? null : load.profile.load(local)
    },

    id: (profile, _args, { ids }) => ids.seal('SocialProfile', profile._id),
    app: () => 'SOCIAL',

    async friendship(profile, _args, { viewer, load }) {
      if (viewer === null || viewer.local === profile._id) return null
      return friendshipSeenBy(viewer.local, await load.pair.load(profile._id))
    },

    async friends(profile, args, context) {
      const asked = askedPage(context, args, 'friends', profile._id)
      const standing = await context.load.standing(profile._id)
      if (!mayReach(profile.settings.whoMaySeeFriends, standing)) return null
      return profileList(context, {
        ...asked,
        read: (request) => context.load.friends.load({ owner: profile._id, request }),
        position: positionBy<PairRow>('since'),
        personOf: (pair) => otherOf(pair, profile._id),
        // One's own friends are one's own to see; of other people's friends only those whom one could find oneself.
        ...(standing !== 'SELF' && { shows: mayFind }),
      })
    },

    friendRequests: (profile, args, context) => ownPairs(store, REQUESTS, profile, args, context),
    sentFriendRequests: (profile, args, context) => ownPairs(store, SENT_REQUESTS, profile, args, context),
    blockedProfiles: (profile, args, context) => ownPairs(store, BLOCKS, profile, args, context),

    posts(profile, args, context) {
      const { posts, publicPosts } = context.load
      const lists = { field: 'posts', order: 'createdAt', all: posts, open: publicPosts } as const
      return contentOf<PostRow>(lists, profile, args, context)
    },
    stories(profile, args, context) {
      const { stories, publicStories } = context.load
      const lists = { field: 'stories', order: 'expiresAt', all: stories, open: publicStories } as const
      return contentOf<StoryRow>(lists, profile, args, context)
    },

    settings: (profile, _args, context) => (isOwnProfile(profile._id, context) ? profile.settings : null),

    ads(profile, { first }, context) {
      const count = checkAdCount(first)
      if (!isOwnProfile(profile._id, context)) return null
      const shared = { messenger: topicsIn(profile.messengerAdSignals), photo: topicsIn(profile.photoAdSignals) }
      return adsOfTheDay(ADS, { person: profile._id, now: context.now, first: count, shared })
    },
  }
}

/** A list that only its owner sees: the other one of each of their pairs in an index. */
interface OwnPairs {
  readonly field: string
  readonly index: string
  readonly by: keyof PairRow
  readonly order?: 'since'
}

const REQUESTS: OwnPairs = { field: 'friendRequests', index: 'byRequestedOf', by: 'requestedOf', order: 'since' }
const SENT_REQUESTS: OwnPairs = { ...REQUESTS, field: 'sentFriendRequests', index: 'byRequestedBy', by: 'requestedBy' }
const BLOCKS: OwnPairs = { field: 'blockedProfiles', index: 'byBlocker', by: 'blockedBy' }

function ownPairs(
  store: SocialStore,
  { field, index, by, order }: OwnPairs,
  profile: ProfileRow,
  args: ConnectionArguments,
  context: Context,
) {
  const asked = askedPage(context, args, field, profile._id)
  if (!isOwnProfile(profile._id, context)) return null
  return profileList(context, {
    ...asked,
    read: (request) => store.pairs.page(index, { [by]: profile._id }, request),
    position: positionBy<PairRow>(order),
    personOf: (pair) => otherOf(pair, profile._id),
  })
}

/** What somebody has made, as two lists: all of it for friends, and what is open for everybody. */
interface Content<D> {
  readonly field: string
  readonly order: keyof D & string
  readonly all: PageLoader<D>
  readonly open: PageLoader<D>
}

async function contentOf<D extends StoredDocument>(
  { field, order, all, open }: Content<D>,
  profile: ProfileRow,
  args: ConnectionArguments,
  context: Context,
) {
  const asked = askedPage(context, args, field, profile._id)
  const standing = await context.load.standing(profile._id)
  if (standing === 'HIDDEN') return emptyConnection<D>()
  const page = await (standing === 'STRANGER' ? open : all).load({ owner: profile._id, request: asked.request })
  return toConnection(page, { ...asked, position: positionBy<D>(order) })
}
