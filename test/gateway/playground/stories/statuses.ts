import type { Delivery, DeliveryState, Status, Target } from '../../../../gateway/playground/page/stories/status.ts'

export const delivery = (app: Target, state: DeliveryState, more: Partial<Delivery> = {}): Delivery => ({
  app,
  audience: 'EVERYONE',
  state,
  attempts: 1,
  failure: null,
  ...more,
})

/** A status that expires at 100 seconds past 1970; shared where states are given. */
export function statusWith(states: Partial<Record<Target, DeliveryState>> = {}, id = 'status'): Status {
  const found = Object.entries(states) as [Target, DeliveryState][]
  const deliveries = found.map(([app, state]) => delivery(app, state))
  const isEnded = deliveries.every(({ state }) => state === 'RETRACTED')
  const crosspost = { id: `${id}’s`, state: isEnded ? 'ENDED' : 'LIVE', deliveries } as const
  const expiresAt = new Date(100_000).toISOString()
  return { id, kind: 'TEXT', expiresAt, crosspost: deliveries.length === 0 ? null : crosspost }
}
