/**
 * What is read later than the rest, in this order. Where a backup is not one moment, a document must be read before
 * those that were written before it and that it stands on: then they are in the backup too, as they were or newer. So a
 * story in another app comes before the cross-post that it is a copy of, that before the account which allowed it, and
 * that before the pages of its ledger; and all of them before the names and idempotency keys that were claimed for them:
 * a key that is there without its document answers a retry as if the document was lost, a document without its key would
 * come a second time.
 */
const LATER: readonly RegExp[] = [
  /_crossposts$/,
  /^accounts$/,
  /^accounts_/,
  /_statuses$/,
  /_profiles$/,
  /_(usernames|handles|creations)$/,
  /idempotency$/i,
]

/** The names in the order in which a backup has them. */
export function inOrderOfReading(names: readonly string[]): readonly string[] {
  const rank = (name: string): number => 1 + LATER.findIndex((pattern) => pattern.test(name))
  return names.toSorted((left, right) => rank(left) - rank(right) || (left < right ? -1 : 1))
}
