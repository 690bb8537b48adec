import { otherOf, pairId, type PairRow } from './rows.ts'
import type { SocialErrorCode } from './generated/types.ts'
import { MOST_FRIENDS } from './rules/friendsHaveALimit.ts'
import { type Friendship, NOTHING_YET, type Pair, type Step } from './rules/friendshipTakesTwo.ts'
import type { SocialStore } from './store.ts'

/** What the rules see of a stored pair. */
export function toPair(row: PairRow | null): Pair {
  return row === null ? NOTHING_YET : { friendship: friendshipOf(row), blockedBy: row.blockedBy }
}

function friendshipOf({ friends, requestedBy }: PairRow): Friendship {
  if (friends.length > 0) return { phase: 'FRIENDS' }
  return requestedBy === null ? { phase: 'NONE' } : { phase: 'REQUESTED', by: requestedBy }
}

export interface Taking {
  readonly viewer: string
  readonly other: string
  readonly step: Step
  readonly now: number
}

/** Somebody wins every round of a race for one pair, so that this many rounds are a fault, not a crowd. */
const MOST_ROUNDS = 100

/**
 * Takes a step as one atomic write on the newest state: decided on what was read, written only if nothing was written
 * in between, else decided anew. Answers why it was refused, or null when the pair is now as the step wants it.
 */
export async function takeStep(store: SocialStore, taking: Taking): Promise<SocialErrorCode | null> {
  const { viewer, other, step } = taking
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [row = null] = await store.pairs.getMany([pairId(viewer, other)])
    const pair = toPair(row)
    const outcome = step(pair, viewer, other)
    if ('refused' in outcome) return outcome.refused
    if (outcome.pair === pair) return null
    if (outcome.pair.friendship.phase === 'FRIENDS' && (await isFull(store, [viewer, other]))) {
      return 'FRIEND_LIMIT_REACHED'
    }
    if (await writePair(store, row, outcome.pair, taking)) return null
  }
  throw new Error('A pair changed faster than it could be written.')
}

/** Counted beside the write, not within it: a person who accepts many at once may end a few above the limit. */
async function isFull(store: SocialStore, people: readonly string[]): Promise<boolean> {
  const each = people.map((friends) => ({ friends }))
  const counts = await store.pairs.countMany('byFriend', each, MOST_FRIENDS)
  return counts.some((count) => count >= MOST_FRIENDS)
}

async function writePair(store: SocialStore, row: PairRow | null, next: Pair, taking: Taking): Promise<boolean> {
  const { viewer, other, now } = taking
  const { friendship, blockedBy } = next
  const by = friendship.phase === 'REQUESTED' ? friendship.by : null
  const document = {
    _id: pairId(viewer, other),
    friends: friendship.phase === 'FRIENDS' ? [viewer, other] : [],
    requestedBy: by,
    requestedOf: by === null ? null : by === viewer ? other : viewer,
    blockedBy,
    blocked: blockedBy.map((blocker) => (blocker === viewer ? other : viewer)),
    since: now,
  }
  const written = row === null ? await store.pairs.insert(document) : await store.pairs.replace(document, row.rev)
  return written !== 'conflict'
}

/** The local ids of all friends of this person, the newest friendship first. One store call per 1,000 friends. */
export async function friendIdsOf(store: SocialStore, person: string): Promise<readonly string[]> {
  const ids: string[] = []
  for (let after: { order: number; id: string } | undefined; ;) {
    const page = await store.pairs.page('byFriend', { friends: person }, { limit: 1_000, ...(after && { after }) })
    ids.push(...page.items.map((pair) => otherOf(pair, person)))
    const last = page.items.at(-1)
    if (!page.hasMore || last === undefined) return ids.slice(0, MOST_FRIENDS)
    after = { order: last.since, id: last._id }
  }
}
