import { type AccountState, happened, liveLinkIn, type Transition } from '../rules/account.ts'
import { type Audience, knowsAudience, type TargetApp } from './audiences.ts'
import type { Permission } from './whoMayShareWhere.ts'

export type AutoRefusal = 'CROSSPOST_LINK_NOT_ACTIVE' | 'CROSSPOST_NOT_ENABLED' | 'CROSSPOST_AUDIENCE_INVALID'

/**
 * Whether clients share new statuses in an app without asking. Switched on only where a status may be shared now;
 * switched off wherever the app is linked. It allows nothing: each share is judged as if it were asked for.
 */
export function shareWithoutAsking(
  account: AccountState,
  app: TargetApp,
  { audience, enabled }: { readonly audience: Audience; readonly enabled: boolean },
  permission: Permission,
): Transition<AutoRefusal> {
  if (liveLinkIn(account, app) === null) return { ok: false, code: 'CROSSPOST_LINK_NOT_ACTIVE' }
  if (enabled && !permission.allow) return { ok: false, code: permission.code }
  if (!knowsAudience(app, audience)) return { ok: false, code: 'CROSSPOST_AUDIENCE_INVALID' }
  const before = account.autoCrossposts[app]
  if (before?.audience === audience && before.enabled === enabled) return { ok: true, next: account }
  const autoCrossposts = { ...account.autoCrossposts, [app]: { audience, enabled } }
  return { ok: true, next: happened(account, [], { autoCrossposts }) }
}
