import { type BlockRow, blockHides } from '../../runtime/blocks/blocks.ts'
import {
  askedPage,
  type Connection,
  type ConnectionArguments,
  positionBy,
  toConnection,
} from '../../runtime/connections/connections.ts'
import { isOwnProfile } from '../../runtime/subgraph/session.ts'
import type { Context } from '../context.ts'
import type { PhotoProfileResolvers } from '../generated/types.ts'
import type { FollowRow, PhotoRow, ProfileRow, StoryRow } from '../rows.ts'
import { storiesShown } from '../rules/storiesReachTheirAudience.ts'
import { measuredFeed } from './feedQuality.ts'
import { profileConnection, type ProfileListOptions } from './lists.ts'
import { suggestedProfiles } from './suggestions.ts'
import { isContentShown } from './visible.ts'

export const PhotoProfile: PhotoProfileResolvers = {
  async __resolveReference({ id }, { ids, load }) {
    const local = ids.open(id, 'PhotoProfile')
    return local === null ? null : load.profile.load(local)
  },

  // Visible by id to anybody
  id: (profile, _args, { ids }) => ids.seal('PhotoProfile', profile._id),
  app: () => 'PHOTO',

  // The viewer's own
  async viewerFollow(profile, _args, context) {
    if (context.viewer === null || isOwnProfile(profile._id, context)) return null
    const { follow, block } = await context.load.standing(profile._id)
    return blockHides(block) ? 'NONE' : follow
  },
  settings: (profile, _args, context) => (isOwnProfile(profile._id, context) ? profile.settings : null),
  suggestedProfiles: (profile, args, context) => suggestedProfiles(context, profile, args.first),
  feedQuality: (profile, _args, context) => measuredFeed(context, profile),
  followRequests: (profile, args, context) =>
    followConnection(context, profile, args, 'followRequests', { profileId: (follow) => follow.followerId }),

  blockedProfiles(profile, args, context) {
    const asked = askedPage(context, args, 'blockedProfiles', profile._id)
    if (!isOwnProfile(profile._id, context)) return null
    return profileConnection(context, {
      ...asked,
      read: (request) => context.load.lists.blockedProfiles.load({ owner: profile._id, request }),
      position: positionBy<BlockRow>('blockedAt'),
      profileId: (block) => block.blockedId,
      who: 'all',
    })
  },

  // Content
  bio: async (profile, _args, context) =>
    profile.bio !== null && (await isContentShown(context, profile)) ? profile.bio : null,
  followers: (profile, args, context) =>
    followConnection(context, profile, args, 'followers', { profileId: (follow) => follow.followerId }),
  following: (profile, args, context) =>
    followConnection(context, profile, args, 'following', { profileId: (follow) => follow.followeeId }),

  async posts(profile, args, context) {
    const asked = askedPage(context, args, 'posts', profile._id)
    if (!(await isContentShown(context, profile))) return null
    const page = await context.load.lists.posts.load({ owner: profile._id, request: asked.request })
    return toConnection(page, { ...asked, position: positionBy<PhotoRow>('publishedAt') })
  },

  async stories(profile, args, context) {
    const { load } = context
    const asked = askedPage(context, args, 'stories', profile._id)
    const shown = storiesShown(profile, await load.standing(profile._id))
    if (shown === 'NONE') return null
    const loader = shown === 'ALL' ? load.lists.stories : load.lists.storiesForEveryone
    const page = await loader.load({ owner: profile._id, request: asked.request })
    return toConnection(page, { ...asked, position: positionBy<StoryRow>('expiresAt') })
  },
}

/** One of the lists of follows. The owner sees everybody in theirs: those people have dealt with the owner. */
async function followConnection(
  context: Context,
  profile: ProfileRow,
  args: ConnectionArguments,
  field: 'followers' | 'following' | 'followRequests',
  { profileId }: Pick<ProfileListOptions<FollowRow>, 'profileId'>,
): Promise<Connection<ProfileRow> | null> {
  const asked = askedPage(context, args, field, profile._id)
  const own = isOwnProfile(profile._id, context)
  const open = field === 'followRequests' ? own : await isContentShown(context, profile)
  if (!open) return null
  return profileConnection(context, {
    ...asked,
    read: (request) => context.load.lists[field].load({ owner: profile._id, request }),
    position: positionBy<FollowRow>('since'),
    profileId,
    who: own ? 'unblocked' : 'shown',
  })
}
