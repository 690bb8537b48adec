import type { App } from '../../../subgraphs/runtime/identity/identity.ts'
import { type Act, type Reach, type Said, type Shown, type Target, TARGETS } from './acts.ts'

// The reference model: what consent.md (I7, I9, I10, I13), graph.md and accounts.graphql say of sharing a status. Worlds
// are never changed. Where the design leaves more than one course open, there is more than one outcome.

/** How a copy stands. `DELETED`: its author deleted it in the target app, which accounts learns at the next put. */
export type Life = 'WANTED' | 'DELETED' | 'RETRACTED' | 'FAILED'

export interface Delivery {
  readonly life: Life
  readonly reach: Reach
  readonly text: string
  /** Whether a copy of before was ended and this is another one. */
  readonly again: boolean
  /** Whether it was seen LIVE since it was shared last: then what takes away can only retract it. */
  readonly confirmed: boolean
  /** Why it failed; null while it did not. */
  readonly failure: 'CONSENT_WITHDRAWN' | 'TARGET_UNREACHABLE' | null
}

export interface ModelStatus {
  readonly expiresAt: number
  readonly deleted: boolean
  /** The account that it was last shared from; null while it was not. */
  readonly account: string | null
  readonly deliveries: Readonly<Partial<Record<Target, Delivery>>>
}

export interface World {
  /** Changes with each account that a person has after another. */
  readonly account: string
  readonly links: Readonly<Partial<Record<App, { readonly id: string; readonly active: boolean }>>>
  /** Whether CROSSPOST is on from the messenger to this app. */
  readonly on: Readonly<Record<Target, boolean>>
  readonly statuses: readonly ModelStatus[]
}

export interface Outcome {
  readonly world: World
  readonly said: Said
}

/** When it may have taken place: the wall clock at its begin, and now. */
export interface When {
  readonly from: number
  readonly to: number
}

/** Whether a status may be shared there now. */
export function isAllowed(world: World, target: Target): boolean {
  return world.links.MESSENGER?.active === true && world.links[target]?.active === true && world.on[target]
}

/** All that may come of this act in this world. */
export function judge(world: World, act: Act, when: When): readonly Outcome[] {
  switch (act.do) {
    case 'share':
      return shared(world, act, when)
    case 'edit':
      return edited(world, act, when)
    case 'retract':
      return done(changed(world, act.status, retractedDelivery))
    case 'retry':
      return retried(world, act, when)
    case 'deleteStatus':
      return statusDeleted(world, act.status, when)
    case 'deleteCopy':
      return copyDeleted(world, act)
    default:
      return linksChanged(world, act)
  }
}

function shared(world: World, { status: number, target, reach, text }: Act & { do: 'share' }, when: When): Outcome[] {
  const status = statusOf(world, number)
  const before = status.deliveries[target]
  const isWider = before?.reach === 'CIRCLE' && reach === 'EVERYONE'
  const refused: Outcome[] = [{ world, said: 'REFUSED' }]
  if (status.deleted || when.from >= status.expiresAt || !isAllowed(world, target) || isWider) return refused
  const account = world.account
  const put = (life: Life, again: boolean): Outcome => {
    const delivery: Delivery = { life, reach, text, again, confirmed: false, failure: null }
    return { world: withStatus(withDelivery(world, number, target, delivery), number, { account }), said: 'DONE' }
  }
  const outcomes = outcomesOf(before, put)
  return when.to >= status.expiresAt ? [...refused, ...outcomes] : outcomes
}

function outcomesOf(before: Delivery | undefined, put: (life: Life, again: boolean) => Outcome): Outcome[] {
  if (before === undefined) return [put('WANTED', false)]
  if (before.life === 'WANTED') return [put('WANTED', before.again)]
  // What was deleted there is shared anew only if accounts has heard of the deletion.
  return before.life === 'DELETED' ? [put('WANTED', true), put('DELETED', true)] : [put('WANTED', true)]
}

/** Of a cross-post with nothing wanted the design leaves open whether it has ended: done or refused, nothing shows. */
function edited(world: World, { status: number, text }: Act & { do: 'edit' }, when: When): Outcome[] {
  const status = statusOf(world, number)
  const next = changed(world, number, (delivery) => [{ ...delivery, text }])
  const refused: Outcome = { world, said: 'REFUSED' }
  if (status.deleted || when.from >= status.expiresAt) return [refused, ...done(next)]
  const isWanted = Object.values(status.deliveries).some(({ life }) => life === 'WANTED')
  return isWanted && when.to < status.expiresAt ? done(next) : [...done(next), refused]
}

function retractedDelivery(delivery: Delivery): readonly Delivery[] {
  const retracted: Delivery = { ...delivery, life: 'RETRACTED', failure: null }
  return delivery.life === 'FAILED' ? [retracted, delivery] : [retracted]
}

/** Only what failed is tried again, and only where it is allowed now; by whoever's account it was is left open. */
function retried(world: World, { status: number }: { readonly status: number }, when: When): Outcome[] {
  const status = statusOf(world, number)
  const either = (next: World): Outcome[] => (['DONE', 'REFUSED'] as const).map((said) => ({ world: next, said }))
  if (status.deleted || when.from >= status.expiresAt) return either(world)
  const revived = changed(world, number, (delivery, target) =>
    delivery.life === 'FAILED' && isAllowed(world, target)
      ? [{ ...delivery, life: 'WANTED', again: true, confirmed: false, failure: null }]
      : [delivery],
  ).flatMap(either)
  const isOwn = status.account === world.account && when.to < status.expiresAt
  return isOwn ? revived : [...revived, ...either(world)]
}

function statusDeleted(world: World, number: number, when: When): Outcome[] {
  const status = statusOf(world, number)
  if (status.deleted || when.from >= status.expiresAt) return [{ world, said: 'REFUSED' }]
  const ended = changed(world, number, (delivery) => [{ ...delivery, life: 'RETRACTED' }])
  return done(ended.map((each) => withStatus(each, number, { deleted: true })))
}

/** The copy that the author saw may be the one of before, which is about to end. */
function copyDeleted(world: World, { status: number, target }: Act & { do: 'deleteCopy' }): Outcome[] {
  const delivery = statusOf(world, number).deliveries[target]
  const same: Outcome[] = [
    { world, said: 'DONE' },
    { world, said: 'REFUSED' },
  ]
  if (delivery?.life !== 'WANTED') return same
  const gone = done([withDelivery(world, number, target, { ...delivery, life: 'DELETED' })])
  return delivery.again ? [...gone, ...same] : [...gone, { world, said: 'REFUSED' }]
}

type Linking = Extract<Act, { do: 'pause' | 'resume' | 'unlink' | 'link' | 'switch' }>

function linksChanged(world: World, act: Linking): Outcome[] {
  if (act.do === 'link') return takenAway(world, linked(world, act))
  if (act.do === 'switch') {
    if (!act.on) return takenAway(world, { ...world, on: { ...world.on, [act.target]: false } })
    const areActive = world.links.MESSENGER?.active === true && world.links[act.target]?.active === true
    if (!areActive) return [{ world, said: 'REFUSED' }]
    return takenAway(world, { ...world, on: { ...world.on, [act.target]: true } })
  }
  const link = world.links[act.app]
  if (link?.id !== act.link) return [{ world, said: act.do === 'unlink' ? 'DONE' : 'REFUSED' }]
  if (act.do === 'unlink') return takenAway(world, unlinked(world, act.app))
  const links = { ...world.links, [act.app]: { ...link, active: act.do === 'resume' } }
  return takenAway(world, { ...world, links })
}

/** The last two links end together; what is switched on ends with either of its links. */
function unlinked(world: World, app: App): World {
  const apps = Object.keys(world.links) as App[]
  const ends = apps.length <= 2 ? apps : [app]
  const links = Object.fromEntries(Object.entries(world.links).filter(([each]) => !ends.includes(each as App)))
  const stays = (target: Target) => world.on[target] && !ends.includes('MESSENGER') && !ends.includes(target)
  return { ...world, links, on: { PHOTO: stays('PHOTO'), SOCIAL: stays('SOCIAL') } }
}

/** A new link begins active and with nothing on; one that is there already stays as it is. */
function linked(world: World, { links, account }: Linking & { do: 'link' }): World {
  const entries = Object.entries(links).map(([app, id]) => {
    const before = world.links[app as App]
    return [app, before?.id === id ? before : { id, active: true }]
  })
  return { ...world, account, links: Object.fromEntries(entries) }
}

/**
 * Whatever takes the feature away from a target ends its copies for good, in this very step: one that was there is
 * retracted, one that nobody has seen there may instead have failed for want of consent.
 */
function takenAway(before: World, after: World): Outcome[] {
  const lost = TARGETS.filter((target) => isAllowed(before, target) && !isAllowed(after, target))
  let worlds: World[] = [after]
  for (const number of after.statuses.keys()) {
    worlds = worlds.flatMap((world) =>
      changed(world, number, (delivery, target) => (lost.includes(target) ? withdrawn(delivery) : [delivery])),
    )
  }
  return done(worlds)
}

function withdrawn(delivery: Delivery): readonly Delivery[] {
  const retracted: Delivery = { ...delivery, life: 'RETRACTED' }
  const failed: Delivery = { ...delivery, life: 'FAILED', failure: 'CONSENT_WITHDRAWN' }
  if (delivery.life !== 'WANTED' && delivery.life !== 'DELETED') return [delivery]
  return delivery.confirmed ? [retracted] : [retracted, failed]
}

/** What happens by itself where enough tries came to nothing: the copy has failed, and nothing of it shows. */
export function given(world: World, number: number, target: Target): World | null {
  const delivery = world.statuses[number]?.deliveries[target]
  if (delivery?.life !== 'WANTED' && delivery?.life !== 'DELETED') return null
  return withDelivery(world, number, target, { ...delivery, life: 'FAILED', failure: 'TARGET_UNREACHABLE' })
}

/** What must be seen of a copy when everything is quiet: its text and for whom it is; null: nothing. */
export function visible({ statuses }: World, number: number, target: Target, now: number) {
  const status = statuses[number]
  const delivery = status?.deliveries[target]
  if (!status || status.deleted || now >= status.expiresAt || delivery?.life !== 'WANTED') return null
  return { text: delivery.text, reach: delivery.reach }
}

/** Whether a delivery may be told so when everything is quiet; answers it as it is known then, null when it may not. */
export function told(status: ModelStatus, delivery: Delivery, shown: Shown, now: number): Delivery | null {
  if (now >= status.expiresAt) return ['EXPIRED', 'RETRACTED', 'FAILED'].includes(shown.state) ? delivery : null
  if (status.deleted) return ['RETRACTED', 'FAILED'].includes(shown.state) ? delivery : null
  switch (delivery.life) {
    case 'WANTED':
      return shown.state === 'LIVE' ? { ...delivery, confirmed: true } : null
    case 'DELETED':
      if (shown.state === 'LIVE') return { ...delivery, confirmed: true }
      return shown.state === 'RETRACTED' ? { ...delivery, life: 'RETRACTED' } : null
    case 'RETRACTED':
      return shown.state === 'RETRACTED' ? delivery : null
    case 'FAILED':
      return shown.state === 'FAILED' && shown.failure === delivery.failure ? delivery : null
  }
}

/** A status more, posted just now. */
export function posted(world: World, expiresAt: number): World {
  return { ...world, statuses: [...world.statuses, { expiresAt, deleted: false, account: null, deliveries: {} }] }
}

export function withDelivery(world: World, number: number, target: Target, delivery: Delivery): World {
  const { deliveries } = statusOf(world, number)
  return withStatus(world, number, { deliveries: { ...deliveries, [target]: essential(delivery) } })
}

/** Without what no longer matters: worlds that differ in nothing else are one. */
function essential({ life, reach, text, again, confirmed, failure }: Delivery): Delivery {
  if (life === 'RETRACTED') return { life, reach, text: '', again: true, confirmed: false, failure: null }
  if (life === 'FAILED') return { life, reach, text, again: true, confirmed: false, failure }
  return { life, reach, text, again, confirmed, failure: null }
}

function withStatus(world: World, number: number, change: Partial<ModelStatus>): World {
  return { ...world, statuses: world.statuses.with(number, { ...statusOf(world, number), ...change }) }
}

function statusOf({ statuses }: World, number: number): ModelStatus {
  const status = statuses[number]
  if (status === undefined) throw new RangeError(`The model must know status ${number}, but has ${statuses.length}`)
  return status
}

/** The worlds in which each delivery of the status is one of those that `change` names. */
function changed(
  world: World,
  number: number,
  change: (delivery: Delivery, target: Target) => readonly Delivery[],
): World[] {
  let worlds = [world]
  for (const target of TARGETS) {
    const delivery = statusOf(world, number).deliveries[target]
    if (delivery === undefined) continue
    const nexts = change(delivery, target)
    worlds = worlds.flatMap((each) => nexts.map((next) => withDelivery(each, number, target, next)))
  }
  return worlds
}

const done = (worlds: readonly World[]): Outcome[] => worlds.map((world) => ({ world, said: 'DONE' }))
