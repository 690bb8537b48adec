import type { Friendship as FriendshipState, SocialErrorCode } from '../generated/types.ts'

/** Where two people stand, seen from outside: nothing, one has asked the other, or friends. */
export type Friendship =
  { readonly phase: 'NONE' } | { readonly phase: 'REQUESTED'; readonly by: string } | { readonly phase: 'FRIENDS' }

/** All that is between two people. A friendship and a block exclude one another. */
export interface Pair {
  readonly friendship: Friendship
  /** Who of the two has blocked the other. */
  readonly blockedBy: readonly string[]
}

/** What a step makes of a pair: the same object when it changes nothing, or the reason why it is refused. */
export type Outcome = { readonly pair: Pair } | { readonly refused: SocialErrorCode }

/** A step that `viewer` takes towards `other`; never the same person. */
export type Step = (pair: Pair, viewer: string, other: string) => Outcome

export const NOTHING_YET: Pair = { friendship: { phase: 'NONE' }, blockedBy: [] }

export function hasBlock(pair: Pair): boolean {
  return pair.blockedBy.length > 0
}

/** The graph's value for one of the two. */
export function friendshipSeenBy(viewer: string, { friendship }: Pair): FriendshipState {
  if (friendship.phase !== 'REQUESTED') return friendship.phase
  return friendship.by === viewer ? 'REQUESTED_BY_VIEWER' : 'REQUESTED_OF_VIEWER'
}

/** Asks, or becomes friends at once when the other has asked already. Who is blocked does not learn it by name. */
export const requestFriend: Step = (pair, viewer, other) => {
  const { friendship, blockedBy } = pair
  if (blockedBy.includes(viewer)) return { refused: 'BLOCKED' }
  if (blockedBy.includes(other)) return { refused: 'PROFILE_NOT_FOUND' }
  if (friendship.phase === 'NONE') return { pair: { ...pair, friendship: { phase: 'REQUESTED', by: viewer } } }
  return asks(friendship, other) ? { pair: { ...pair, friendship: { phase: 'FRIENDS' } } } : { pair }
}

/** Needs the other's request, so that nobody becomes a friend by one person's wish. */
export const acceptFriend: Step = (pair, _viewer, other) => {
  if (pair.friendship.phase === 'FRIENDS') return { pair }
  if (!asks(pair.friendship, other)) return { refused: 'FRIEND_REQUEST_NOT_FOUND' }
  return { pair: { ...pair, friendship: { phase: 'FRIENDS' } } }
}

/** Lets the other's request go. A friendship ends by `removeFriend`, a request of one's own too. */
export const rejectFriend: Step = (pair, _viewer, other) => {
  if (pair.friendship.phase === 'NONE') return { pair }
  if (!asks(pair.friendship, other)) return { refused: 'FRIEND_REQUEST_NOT_FOUND' }
  return { pair: { ...pair, friendship: { phase: 'NONE' } } }
}

/** Ends a friendship, or takes the viewer's own request back; the other's request stays for them to answer. */
export const removeFriend: Step = (pair, viewer) => {
  const ends = pair.friendship.phase === 'FRIENDS' || asks(pair.friendship, viewer)
  return { pair: ends ? { ...pair, friendship: { phase: 'NONE' } } : pair }
}

/** Ends whatever was between the two in the same step, so that no later step finds a friendship beside a block. */
export const block: Step = (pair, viewer) => {
  if (pair.blockedBy.includes(viewer)) return { pair }
  return { pair: { friendship: { phase: 'NONE' }, blockedBy: [...pair.blockedBy, viewer] } }
}

/** Brings nothing back, and lifts no block that the other has set. */
export const unblock: Step = (pair, viewer) => {
  if (!pair.blockedBy.includes(viewer)) return { pair }
  return { pair: { ...pair, blockedBy: pair.blockedBy.filter((person) => person !== viewer) } }
}

function asks(friendship: Friendship, person: string): boolean {
  return friendship.phase === 'REQUESTED' && friendship.by === person
}
