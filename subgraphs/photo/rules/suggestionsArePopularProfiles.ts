import type { FollowRow } from '../rows.ts'

/** How many of the app's latest follows say what is popular. */
export const RECENT_FOLLOWS = 500

/** Whom these follows are about, the most followed first; equally followed ones in the order of the follows. */
export function mostFollowed(follows: readonly Pick<FollowRow, 'followeeId'>[]): string[] {
  const counts = new Map<string, number>()
  for (const { followeeId } of follows) counts.set(followeeId, (counts.get(followeeId) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([profileId]) => profileId)
}

export type SuggestionReason = 'POPULAR' | 'NEW'

/** What a suggestion says about itself; it must be true of a profile with a single follower and of an old one, too. */
export function whySuggested(reason: SuggestionReason): string {
  switch (reason) {
    case 'POPULAR':
      return 'It is among the profiles that gained most followers lately.'
    case 'NEW':
      return 'It is among the newest profiles that you do not follow yet.'
  }
}
