import { type Activity, openActivity } from '../runtime/activity/activity.ts'
import { type BlockRow, blocksIn } from '../runtime/blocks/blocks.ts'
import { KEPT_INDEX } from '../runtime/lifetimes/sweeper.ts'
import type { Collection, CollectionDefinition, Storage } from '../storage/port.ts'
import type {
  CommentRow,
  CreationRow,
  FollowRow,
  LikeRow,
  PhotoRow,
  ProfileRow,
  StoryRow,
  UsernameRow,
} from './rows.ts'

/** The collections of the photo app. */
export interface PhotoStore {
  readonly profiles: Collection<ProfileRow>
  readonly usernames: Collection<UsernameRow>
  readonly creations: Collection<CreationRow>
  readonly follows: Collection<FollowRow>
  readonly blocks: Collection<BlockRow>
  readonly photos: Collection<PhotoRow>
  readonly likes: Collection<LikeRow>
  readonly comments: Collection<CommentRow>
  readonly stories: Collection<StoryRow>
  /** Who was active, for the figure that the app publishes. */
  readonly activity: Activity
}

const profiles: CollectionDefinition<ProfileRow> = {
  name: 'photo_profiles',
  version: 1,
  indexes: [{ name: 'byPrivacy', eq: ['private'], order: 'createdAt', dir: 'desc' }],
}

const usernames: CollectionDefinition<UsernameRow> = {
  name: 'photo_usernames',
  version: 1,
  indexes: [{ name: 'bySearchPrefix', eq: ['searchPrefixes'] }],
}

const creations: CollectionDefinition<CreationRow> = { name: 'photo_creations', version: 1, indexes: [] }

const follows: CollectionDefinition<FollowRow> = {
  name: 'photo_follows',
  version: 1,
  indexes: [
    { name: 'byFollower', eq: ['followerId', 'state'], order: 'since', dir: 'desc' },
    { name: 'byFollowee', eq: ['followeeId', 'state'], order: 'since', dir: 'desc' },
    // For what is popular: the latest follows of the whole app.
    { name: 'byState', eq: ['state'], order: 'since', dir: 'desc' },
  ],
}

const blocks = blocksIn('photo_blocks')

const photos: CollectionDefinition<PhotoRow> = {
  name: 'photo_photos',
  version: 1,
  indexes: [{ name: 'byAuthor', eq: ['authorId'], order: 'publishedAt', dir: 'desc' }],
}

const likes: CollectionDefinition<LikeRow> = {
  name: 'photo_likes',
  version: 1,
  indexes: [
    { name: 'byPhoto', eq: ['photoId'] },
    // For what a person likes, the latest first.
    { name: 'byProfile', eq: ['profileId'], order: 'likedAt', dir: 'desc' },
  ],
}

const comments: CollectionDefinition<CommentRow> = {
  name: 'photo_comments',
  version: 1,
  indexes: [{ name: 'byPhoto', eq: ['photoId'], order: 'createdAt' }],
}

/** The name of their collection. */
export const STORIES = 'photo_stories'

const stories: CollectionDefinition<StoryRow> = {
  name: STORIES,
  version: 1,
  // The last to expire comes first, and the living ones are one range. Every story that was posted here lives equally
  // long; the copy of a status as long as that has left.
  indexes: [
    { name: 'byAuthor', eq: ['authorId'], order: 'expiresAt', dir: 'desc' },
    { name: 'byAuthorAndAudience', eq: ['authorId', 'audience'], order: 'expiresAt', dir: 'desc' },
    KEPT_INDEX,
  ],
}

export function openPhotoStore(storage: Storage): PhotoStore {
  return {
    profiles: storage.collection(profiles),
    usernames: storage.collection(usernames),
    creations: storage.collection(creations),
    follows: storage.collection(follows),
    blocks: storage.collection(blocks),
    photos: storage.collection(photos),
    likes: storage.collection(likes),
    comments: storage.collection(comments),
    stories: storage.collection(stories),
    activity: openActivity(storage, 'photo'),
  }
}
