import type { AccountState } from '../rules/account.ts'
import type { Catalogue } from '../rules/catalogue.ts'
import { TARGET_APPS, type TargetApp } from './audiences.ts'
import type { Delivery } from './rows.ts'
import { mayShareIn } from './whoMayShareWhere.ts'

// What takes the feature CROSSPOST away (pausing, unlinking, switching off, closing) leaves a number in the account, in
// the same write. A delivery that rests on an older yes is behind it for good: however soon the feature comes back, and
// whether or not anybody has swept it away by then (I10).

type Names = Pick<Catalogue, 'nameOf'>

/**
 * The account as it is to be written, fenced off where this change takes sharing away from an app: allowed before, and
 * not after. Asked of every write of an account. The same object, and no apps, when nothing is taken away.
 */
export function fenceOff(
  before: AccountState,
  after: AccountState,
  names: Names,
): { readonly next: AccountState; readonly apps: readonly TargetApp[] } {
  // No time decides about a feature.
  const allows = (account: AccountState, app: TargetApp): boolean => mayShareIn(account, app, { names, now: 0 }).allow
  const apps = TARGET_APPS.filter((app) => allows(before, app) && !allows(after, app))
  if (apps.length === 0) return { next: after, apps }
  const fences = Object.fromEntries(apps.map((app) => [names.nameOf(app), after.consentRev]))
  return { next: { ...after, crossposting: { ...after.crossposting, ...fences } }, apps }
}

/** Whether sharing was taken away from this app since the person shared it last. */
export function isBehindFence(
  { app, allowedRev }: Pick<Delivery, 'app' | 'allowedRev'>,
  { crossposting }: Pick<AccountState, 'crossposting'>,
  { nameOf }: Names,
): boolean {
  return allowedRev < (crossposting[nameOf(app)] ?? 0)
}
