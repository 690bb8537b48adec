import type DataLoader from 'dataloader'
import type { BlockRow } from '../../runtime/blocks/blocks.ts'
import type { Activity } from '../../runtime/activity/activity.ts'
import type { Millis } from '../../runtime/clock/millis.ts'
import { createPageLoader, type PageLoader } from '../../runtime/connections/pageLoader.ts'
import { batched, byId } from '../../runtime/loaders/batched.ts'
import type { SubgraphContext } from '../../runtime/subgraph/subgraph.ts'
import type { AppMedia } from '../../runtime/uploads/appMedia.ts'
import type { MediaRow } from '../../runtime/uploads/mediaRows.ts'
import type { PictureUrls } from '../pictures/signedUrls.ts'
import {
  type CommentRow,
  type FollowRow,
  likeId,
  type PhotoRow,
  type ProfileRow,
  type StoryRow,
  type UsernameRow,
} from '../rows.ts'
import { FOLLOWING_LIMIT } from '../rules/privateProfilesAcceptFollowers.ts'
import type { PhotoStore } from '../store.ts'
import { createStandings, type Standings } from './standings.ts'

/** All reads of one request go through these, so that a list costs as many store calls as one item. */
export interface Loaders extends Standings {
  readonly profile: DataLoader<string, ProfileRow | null>
  /** By normalised username. */
  readonly username: DataLoader<string, UsernameRow | null>
  readonly photo: DataLoader<string, PhotoRow | null>
  readonly comment: DataLoader<string, CommentRow | null>
  /** Expired ones too: whether it may be shown is a rule's business. */
  readonly story: DataLoader<string, StoryRow | null>
  /** By photo. */
  readonly likeCount: DataLoader<string, number>
  /** By photo: whether the viewer likes it. Never for somebody signed out. */
  readonly liked: DataLoader<string, boolean>
  readonly lists: Lists
  /** Whom the viewer follows, the last followed first. Nobody for somebody signed out. */
  following(): Promise<readonly string[]>
  /** The collections, for the few reads that no other reader of the request shares. */
  readonly store: PhotoStore
  readonly pictures: PictureUrls
  /** What was uploaded, by its name; null when it is gone. */
  readonly media: DataLoader<string, MediaRow | null>
  readonly signMedia: AppMedia['sign']
  /** Notes who acts. */
  readonly activity: Activity
  /** After a write: what was read before it is read again. */
  forget(): void
}

/** Pages of one owner's list; the owner is a profile, for comments a photo. */
export interface Lists {
  readonly followers: PageLoader<FollowRow>
  readonly following: PageLoader<FollowRow>
  readonly followRequests: PageLoader<FollowRow>
  readonly blockedProfiles: PageLoader<BlockRow>
  readonly posts: PageLoader<PhotoRow>
  readonly comments: PageLoader<CommentRow>
  /** Living ones only. */
  readonly stories: PageLoader<StoryRow>
  /** Living ones only. */
  readonly storiesForEveryone: PageLoader<StoryRow>
}

/** A like is counted up to here: the cost grows with what is counted. */
export const MOST_LIKES_COUNTED = 10_000

export interface LoaderSources {
  readonly store: PhotoStore
  readonly pictures: PictureUrls
  readonly media: Pick<AppMedia, 'find' | 'sign'>
}

export function createLoaders(
  { store, pictures, media }: LoaderSources,
  context: Omit<SubgraphContext<never>, 'load'>,
): Loaders {
  const viewer = context.viewer?.local ?? null
  const loaders = {
    profile: byId(store.profiles),
    username: byId(store.usernames),
    photo: byId(store.photos),
    comment: byId(store.comments),
    story: byId(store.stories),
    media: batched((names) => media.find(names)),
    likeCount: batched((photoIds) =>
      store.likes.countMany(
        'byPhoto',
        photoIds.map((photoId) => ({ photoId })),
        MOST_LIKES_COUNTED,
      ),
    ),
    liked: batched(async (photoIds) => {
      const likes = viewer === null ? [] : await store.likes.getMany(photoIds.map((id) => likeId(id, viewer)))
      return photoIds.map((_, index) => (likes[index] ?? null) !== null)
    }),
  }
  const standings = createStandings(store, viewer)
  const lists = createLists(store, context.now)
  let following: Promise<readonly string[]> | null = null
  return {
    ...loaders,
    activity: store.activity,
    ...standings,
    lists,
    store,
    pictures,
    signMedia: media.sign,
    following: () => (following ??= readFollowing(store, viewer)),
    forget() {
      for (const loader of [...Object.values(loaders), ...Object.values(lists)]) loader.clearAll()
      standings.forgetStandings()
      following = null
    },
  }
}

function createLists(store: PhotoStore, now: Millis): Lists {
  const stories = { owner: 'authorId', order: 'expiresAt', range: { gt: now } } as const
  return {
    followers: followList(store, 'byFollowee', 'followeeId', 'FOLLOWING'),
    following: followList(store, 'byFollower', 'followerId', 'FOLLOWING'),
    followRequests: followList(store, 'byFollowee', 'followeeId', 'REQUESTED'),
    blockedProfiles: createPageLoader(store.blocks, { name: 'byBlocker', owner: 'blockerId', order: 'blockedAt' }),
    posts: createPageLoader(store.photos, { name: 'byAuthor', owner: 'authorId', order: 'publishedAt' }),
    comments: createPageLoader(store.comments, { name: 'byPhoto', owner: 'photoId', order: 'createdAt' }),
    stories: createPageLoader(store.stories, { ...stories, name: 'byAuthor' }),
    storiesForEveryone: createPageLoader(store.stories, {
      ...stories,
      name: 'byAuthorAndAudience',
      fixed: { audience: 'EVERYONE' },
    }),
  }
}

function followList(
  { follows }: PhotoStore,
  name: 'byFollower' | 'byFollowee',
  owner: 'followerId' | 'followeeId',
  state: FollowRow['state'],
): PageLoader<FollowRow> {
  return createPageLoader(follows, { name, owner, order: 'since', fixed: { state } })
}

async function readFollowing(store: PhotoStore, viewer: string | null): Promise<readonly string[]> {
  if (viewer === null) return []
  const equality = { followerId: viewer, state: 'FOLLOWING' }
  const { items } = await store.follows.page('byFollower', equality, { limit: FOLLOWING_LIMIT })
  return items.map((follow) => follow.followeeId)
}
