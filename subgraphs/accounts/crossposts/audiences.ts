import type { App } from '../../runtime/identity/identity.ts'

/** An app in which a status can be shared: every one but the messenger itself. */
export type TargetApp = Exclude<App, 'MESSENGER'>

/** In the order in which deliveries and targets are shown. */
export const TARGET_APPS: readonly TargetApp[] = ['PHOTO', 'SOCIAL']

export type Audience = 'FOLLOWERS' | 'FRIENDS' | 'EVERYONE'

/** The audiences that an app knows, each with all that are narrower before it. */
const FROM_NARROW_TO_WIDE: Readonly<Record<TargetApp, readonly Audience[]>> = {
  PHOTO: ['FOLLOWERS', 'EVERYONE'],
  SOCIAL: ['FRIENDS', 'EVERYONE'],
}

export function isTarget(app: App): app is TargetApp {
  return app !== 'MESSENGER'
}

/** Whether the app has this audience at all. */
export function knowsAudience(app: TargetApp, audience: Audience): boolean {
  return FROM_NARROW_TO_WIDE[app].includes(audience)
}

/** Whether more people would see a story than `before` had allowed. Both are audiences of the app. */
export function isWider(app: TargetApp, audience: Audience, before: Audience): boolean {
  const order = FROM_NARROW_TO_WIDE[app]
  return order.indexOf(audience) > order.indexOf(before)
}
