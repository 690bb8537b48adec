import type { Millis } from '../../runtime/clock/millis.ts'
import { type AccountState, liveLinkIn, snapshotOf } from '../rules/account.ts'
import type { Catalogue } from '../rules/catalogue.ts'
import { decide, type DecidedFlow } from '../rules/decide.ts'
import type { TargetApp } from './audiences.ts'

type Names = Pick<Catalogue, 'nameOf'>

/** Whether a status may be shared in an app, and as whom there. */
export type Permission =
  { readonly allow: true; readonly profile: string } | { readonly allow: false; readonly code: NotAllowed }

export type NotAllowed = 'CROSSPOST_LINK_NOT_ACTIVE' | 'CROSSPOST_NOT_ENABLED'

/**
 * Whether this account lets its own messenger profile share in an app now: what `decide` says of the feature. `author`:
 * only when that is the profile; by default whoever is linked.
 */
export function mayShareIn(
  account: AccountState,
  app: TargetApp,
  { names, now, author }: { readonly names: Names; readonly now: Millis; readonly author?: string | null },
): Permission {
  const profile = liveLinkIn(account, app)?.profile ?? ''
  const sharing = liveLinkIn(account, 'MESSENGER')?.profile
  if (author !== undefined && author !== sharing) return { allow: false, code: 'CROSSPOST_LINK_NOT_ACTIVE' }
  const { allow, reason } = decide(crosspostFlow(app, names), { profile }, snapshotOf(account, names), false, now)
  if (allow) return { allow, profile }
  return { allow, code: reason === 'FEATURE_OFF' ? 'CROSSPOST_NOT_ENABLED' : 'CROSSPOST_LINK_NOT_ACTIVE' }
}

/** What a cross-post gives another app, as `decide` and the ledger know it. */
export function crosspostFlow(app: TargetApp, { nameOf }: Names): DecidedFlow {
  const basis = { kind: 'FEATURE', feature: 'CROSSPOST' } as const
  return { from: nameOf('MESSENGER'), to: nameOf(app), type: 'Crosspost', digest: '', basis }
}
