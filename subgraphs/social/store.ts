import { type Activity, openActivity } from '../runtime/activity/activity.ts'
import { KEPT_INDEX } from '../runtime/lifetimes/sweeper.ts'
import type { Collection, CollectionDefinition, Storage } from '../storage/port.ts'
import type {
  CommentRow,
  CreationRow,
  PairRow,
  PostRow,
  ProfileRow,
  ReactionRow,
  StoryRow,
  UsernameRow,
} from './rows.ts'

/** The collections of the social app, as narrow as it uses them. */
export interface SocialStore {
  readonly profiles: Collection<ProfileRow>
  readonly usernames: Collection<UsernameRow>
  readonly creations: Collection<CreationRow>
  readonly pairs: Collection<PairRow>
  readonly posts: Collection<PostRow>
  readonly comments: Collection<CommentRow>
  readonly reactions: Collection<ReactionRow>
  readonly stories: Collection<StoryRow>
  /** Who was active, for the figure that the app publishes. */
  readonly activity: Activity
}

const profiles: CollectionDefinition<ProfileRow> = { name: 'social_profiles', version: 1, indexes: [] }

const usernames: CollectionDefinition<UsernameRow> = {
  name: 'social_usernames',
  version: 1,
  indexes: [{ name: 'byKey', eq: ['keys'] }],
}

const creations: CollectionDefinition<CreationRow> = { name: 'social_creations', version: 1, indexes: [] }

const pairs: CollectionDefinition<PairRow> = {
  name: 'social_pairs',
  version: 2,
  // Who is blocked shows in a pair of version 1 with its next change.
  upgrades: { 1: (pair) => ({ ...pair, blocked: [] }) },
  downgrades: { 2: ({ blocked: _blocked, ...pair }) => pair },
  indexes: [
    { name: 'byFriend', eq: ['friends'], order: 'since', dir: 'desc' },
    { name: 'byRequestedBy', eq: ['requestedBy'], order: 'since', dir: 'desc' },
    { name: 'byRequestedOf', eq: ['requestedOf'], order: 'since', dir: 'desc' },
    { name: 'byBlocker', eq: ['blockedBy'] },
    { name: 'byBlocked', eq: ['blocked'] },
  ],
}

const posts: CollectionDefinition<PostRow> = {
  name: 'social_posts',
  version: 1,
  indexes: [
    // For the author and friends, who see everything; the second for everybody else, who read nothing they may not see.
    { name: 'byAuthor', eq: ['authorId', 'deleted'], order: 'createdAt', dir: 'desc' },
    { name: 'byAuthorAndAudience', eq: ['authorId', 'audience', 'deleted'], order: 'createdAt', dir: 'desc' },
  ],
}

const comments: CollectionDefinition<CommentRow> = {
  name: 'social_comments',
  version: 1,
  indexes: [{ name: 'byPost', eq: ['postId'], order: 'createdAt' }],
}

const reactions: CollectionDefinition<ReactionRow> = {
  name: 'social_reactions',
  version: 1,
  indexes: [
    { name: 'byPost', eq: ['postId'] },
    // For what a person reacts to, the latest first.
    { name: 'byPerson', eq: ['personId'], order: 'reactedAt', dir: 'desc' },
  ],
}

/** The name of their collection. */
export const STORIES = 'social_stories'

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

export function openSocialStore(storage: Storage): SocialStore {
  return {
    profiles: storage.collection(profiles),
    usernames: storage.collection(usernames),
    creations: storage.collection(creations),
    pairs: storage.collection(pairs),
    posts: storage.collection(posts),
    comments: storage.collection(comments),
    reactions: storage.collection(reactions),
    stories: storage.collection(stories),
    activity: openActivity(storage, 'social'),
  }
}
