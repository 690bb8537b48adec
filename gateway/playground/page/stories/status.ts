import type { StatusAction } from './operations.ts'

// A status and its copies as the graph tells of them, and what follows from that; plain values only.

/** The apps in which a status can be shown as a story. */
export const TARGETS = ['PHOTO', 'SOCIAL'] as const

export type Target = (typeof TARGETS)[number]

export type Audience = 'FOLLOWERS' | 'FRIENDS' | 'EVERYONE'

/** For whom a story can be in an app. */
export const AUDIENCES: Readonly<Record<Target, readonly [narrow: Audience, wide: Audience]>> = {
  PHOTO: ['FOLLOWERS', 'EVERYONE'],
  SOCIAL: ['FRIENDS', 'EVERYONE'],
}

export type DeliveryState = 'QUEUED' | 'DELIVERING' | 'LIVE' | 'FAILED' | 'RETRACTING' | 'RETRACTED' | 'EXPIRED'

/** How far the copy in one app is. */
export interface Delivery {
  readonly app: Target
  readonly audience: Audience
  readonly state: DeliveryState
  /** How often it was tried. */
  readonly attempts: number
  readonly failure: string | null
}

export interface Crosspost {
  readonly id: string
  readonly state: 'PENDING' | 'LIVE' | 'PARTLY_LIVE' | 'FAILED' | 'RETRACTING' | 'ENDED'
  readonly deliveries: readonly Delivery[]
}

/** A status of the person in the messenger. */
export interface Status {
  readonly id: string
  readonly kind: string
  readonly expiresAt: string
  /** Null: never shared. */
  readonly crosspost: Crosspost | null
}

/** The one to show: the same as before while it lives, else one that is shared, else the newest. */
export function pickStatus(statuses: readonly Status[], before: string | undefined): Status | null {
  const kept = statuses.find(({ id }) => id === before)
  return kept ?? statuses.find(isShared) ?? statuses[0] ?? null
}

/** Whether a copy of it is somewhere, or on its way, or waits to be tried again. */
export function isShared({ crosspost }: Status): boolean {
  return crosspost !== null && crosspost.state !== 'ENDED'
}

export function deliveryIn(status: Status | null, app: Target): Delivery | null {
  return status?.crosspost?.deliveries.find((delivery) => delivery.app === app) ?? null
}

/** For whom in which app; an app that is left out is not shared to. */
export type Choice = Readonly<Partial<Record<Target, Audience>>>

/** A stranger sees a story of the first, and none of the second. */
const FIRST_CHOICE: Choice = { PHOTO: 'EVERYONE', SOCIAL: 'FRIENDS' }

/** What is proposed: an audience as it was, where it was shared before, since it may not become wider. */
export function proposedChoice(status: Status | null): Choice {
  const before = status?.crosspost?.deliveries.map(({ app, audience }) => [app, audience] as const) ?? []
  return { ...FIRST_CHOICE, ...Object.fromEntries(before) }
}

/** The apps in which it has no story, nor one on its way, nor one to be tried again. */
export function appsWithout(status: Status | null): readonly Target[] {
  const isOver = (app: Target): boolean => ['RETRACTED', 'EXPIRED', undefined].includes(deliveryIn(status, app)?.state)
  return TARGETS.filter(isOver)
}

/** The apps in which its story could not be made. */
export function appsFailed(status: Status | null): readonly Target[] {
  return TARGETS.filter((app) => deliveryIn(status, app)?.state === 'FAILED')
}

/** The buttons for a status, the likeliest first. `apps`: those in which its author has a profile. */
export function actionsFor(status: Status | null, apps: readonly Target[]): readonly StatusAction[] {
  if (status === null) return ['POST']
  const canShare = appsWithout(status).some((app) => apps.includes(app))
  return [
    ...(canShare ? (['SHARE'] as const) : []),
    ...(appsFailed(status).length > 0 ? (['RETRY'] as const) : []),
    ...(isShared(status) ? (['EDIT', 'RETRACT'] as const) : []),
    'DELETE',
  ]
}

/**
 * In how many milliseconds to look again, `sinceAct` milliseconds after something was done: often at first, then half as
 * often each time. Null: nothing changes by itself before the status expires.
 */
export function nextLook(status: Status | null, sinceAct: number): number | null {
  const moving: readonly (DeliveryState | undefined)[] = ['QUEUED', 'DELIVERING', 'RETRACTING']
  const isMoving = TARGETS.some((app) => moving.includes(deliveryIn(status, app)?.state))
  // New words of a story that is there already come without another state.
  if (!isMoving && sinceAct > 2_000) return null
  return Math.min(Math.max(sinceAct / 2, 150), 5_000)
}

/** Where a copy was, `after` so many milliseconds since something was done; null: before anything was. */
export interface Passed {
  readonly state: DeliveryState
  readonly after: number | null
}

const OVER: readonly (DeliveryState | undefined)[] = ['FAILED', 'RETRACTED', 'EXPIRED']

/** Where a copy has been, and where it is now. What comes after its end is another copy's. */
export function passing(trail: readonly Passed[], delivery: Delivery | null, after: number | null): readonly Passed[] {
  if (delivery === null) return []
  const { state } = delivery
  const last = trail.at(-1)?.state
  if (last === state) return trail
  return OVER.includes(last) ? [{ state, after }] : [...trail, { state, after }]
}
