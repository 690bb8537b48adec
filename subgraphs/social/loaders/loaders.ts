import type DataLoader from 'dataloader'
import type { Activity } from '../../runtime/activity/activity.ts'
import type { Millis } from '../../runtime/clock/millis.ts'
import { createPageLoader, type PageLoader } from '../../runtime/connections/pageLoader.ts'
import { batched, byId } from '../../runtime/loaders/batched.ts'
import type { SubgraphContext } from '../../runtime/subgraph/subgraph.ts'
import type { AppMedia } from '../../runtime/uploads/appMedia.ts'
import type { MediaRow } from '../../runtime/uploads/mediaRows.ts'
import { friendIdsOf, toPair } from '../pairs.ts'
import {
  type CommentRow,
  pairId,
  type PairRow,
  type PostRow,
  type ProfileRow,
  reactionId,
  type StoryRow,
  type UsernameRow,
} from '../rows.ts'
import { NOTHING_YET, type Pair } from '../rules/friendshipTakesTwo.ts'
import { type Standing, standingOf } from '../rules/standing.ts'
import type { SocialStore } from '../store.ts'

/** All reads of one request go through these, so that a list costs as many store calls as one item. */
export interface Loaders {
  readonly profile: DataLoader<string, ProfileRow | null>
  /** By normalised username. */
  readonly username: DataLoader<string, UsernameRow | null>
  /** Not what is left of deleted ones. */
  readonly post: DataLoader<string, PostRow | null>
  readonly comment: DataLoader<string, CommentRow | null>
  /** Expired ones too: whoever asks for one by id must look. */
  readonly story: DataLoader<string, StoryRow | null>
  /** What is between the viewer and this person. */
  readonly pair: DataLoader<string, Pair>
  /** The local ids of all friends of this person, the newest friendship first. */
  readonly friendIds: DataLoader<string, readonly string[]>
  /** By post. */
  readonly reactionCount: DataLoader<string, number>
  /** The viewer's own, by post. */
  readonly viewerReaction: DataLoader<string, string | null>
  /** By author; for the author and friends. */
  readonly posts: PageLoader<PostRow>
  /** By author; for everybody. */
  readonly publicPosts: PageLoader<PostRow>
  /** By author, living ones only; for the author and friends. */
  readonly stories: PageLoader<StoryRow>
  /** By author, living ones only; for everybody. */
  readonly publicStories: PageLoader<StoryRow>
  /** By either of the two: newest friendship first. */
  readonly friends: PageLoader<PairRow>
  /** By post, those of people who are hidden from the viewer too. */
  readonly comments: PageLoader<CommentRow>
  /** What was uploaded, by its name; null when it is gone. */
  readonly media: DataLoader<string, MediaRow | null>
  readonly signMedia: AppMedia['sign']
  /** What the viewer is to this person. */
  standing(person: string): Promise<Standing>
  /** Notes who acts. */
  readonly activity: Activity
  /** After a write: what was read before it is read again. */
  forget(): void
}

/** Reactions are counted no further: the cost of counting grows with what is counted. */
export const MOST_REACTIONS_COUNTED = 100_000

export interface LoaderSources {
  readonly store: SocialStore
  readonly media: Pick<AppMedia, 'find' | 'sign'>
}

export function createLoaders({ store, media }: LoaderSources, context: Omit<SubgraphContext<never>, 'load'>): Loaders {
  const viewer = context.viewer?.local ?? null
  const loaders = {
    profile: byId(store.profiles),
    username: byId(store.usernames),
    post: batched((posts) => readPosts(store, posts)),
    comment: byId(store.comments),
    story: byId(store.stories),
    pair: batched((people) => readPairs(store, viewer, people)),
    friendIds: batched((people) => Promise.all(people.map((person) => friendIdsOf(store, person)))),
    reactionCount: batched((posts) => countReactions(store, posts)),
    viewerReaction: batched((posts) => readReactions(store, viewer, posts)),
    media: batched((names) => media.find(names)),
    ...listLoaders(store, context.now),
  }
  return {
    ...loaders,
    activity: store.activity,
    signMedia: media.sign,
    async standing(person) {
      const pair = viewer === null || viewer === person ? NOTHING_YET : await loaders.pair.load(person)
      return standingOf(viewer, person, pair)
    },
    forget() {
      for (const loader of Object.values(loaders)) loader.clearAll()
    },
  }
}

function listLoaders(store: SocialStore, now: Millis) {
  const posts = { owner: 'authorId', order: 'createdAt' } as const
  const stories = { owner: 'authorId', order: 'expiresAt', range: { gt: now } } as const
  const [all, open] = ['byAuthor', 'byAuthorAndAudience'] as const
  return {
    posts: createPageLoader(store.posts, { ...posts, name: all, fixed: { deleted: false } }),
    publicPosts: createPageLoader(store.posts, {
      ...posts,
      name: open,
      fixed: { audience: 'EVERYONE', deleted: false },
    }),
    stories: createPageLoader(store.stories, { ...stories, name: all }),
    publicStories: createPageLoader(store.stories, { ...stories, name: open, fixed: { audience: 'EVERYONE' } }),
    friends: createPageLoader(store.pairs, { name: 'byFriend', owner: 'friends', order: 'since' }),
    comments: createPageLoader(store.comments, { name: 'byPost', owner: 'postId', order: 'createdAt' }),
  }
}

async function readPosts(store: SocialStore, posts: readonly string[]): Promise<(PostRow | null)[]> {
  const rows = await store.posts.getMany(posts)
  return rows.map((post) => (post === null || post.deleted ? null : post))
}

async function readPairs(store: SocialStore, viewer: string | null, people: readonly string[]): Promise<Pair[]> {
  if (viewer === null) return people.map(() => NOTHING_YET)
  const rows = await store.pairs.getMany(people.map((person) => pairId(viewer, person)))
  return rows.map(toPair)
}

function countReactions(store: SocialStore, posts: readonly string[]): Promise<readonly number[]> {
  const each = posts.map((postId) => ({ postId }))
  return store.reactions.countMany('byPost', each, MOST_REACTIONS_COUNTED)
}

async function readReactions(store: SocialStore, viewer: string | null, posts: readonly string[]) {
  if (viewer === null) return posts.map(() => null)
  const rows = await store.reactions.getMany(posts.map((post) => reactionId(post, viewer)))
  return rows.map((row) => row?.reaction ?? null)
}
