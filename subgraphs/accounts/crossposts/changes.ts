import type { Millis } from '../../runtime/clock/millis.ts'
import { IDEMPOTENCY_LIFETIME_MS } from '../../runtime/idempotency/idempotency.ts'
import { itemOf, type OutboxState, withItem, withoutItem } from '../../runtime/outbox/state.ts'
import type { NewDocument } from '../../storage/port.ts'
import { type Audience, isWider, type TargetApp } from './audiences.ts'
import * as each from './delivery.ts'
import { type Content, type CrosspostRow, type Delivery, deliveryTo } from './rows.ts'

// What happens to a cross-post as a whole, as pure functions. Each answers the row as it is to be written, its outbox
// with it; the same object when nothing is to be written. Whatever becomes of a delivery, its item is put anew or taken
// out with it, so that a try under way settles nothing that is no longer wanted.

/** A row as it is to be inserted or written. */
export type CrosspostDocument = NewDocument<CrosspostRow>

/** Items of the outbox beside those of the deliveries, which have the names of their apps. */
export const EXPIRY_ITEM = 'expiry'
export const MEDIA_ITEM = 'media'

/** More acts than anybody repeats out of order. */
const ACTS_REMEMBERED = 64

/** The cross-post of a status before anything is shared. */
export function newCrosspost(
  _id: string,
  post: Pick<CrosspostRow, 'author' | 'status' | 'account' | 'seed' | 'createdAt' | 'expiresAt'>,
): CrosspostDocument {
  const outbox = withItem(undefined, EXPIRY_ITEM, post.expiresAt)
  return { _id, ...post, ended: false, deliveries: [], media: [], acts: [], outbox }
}

/** What is left of a status that ended before its cross-post came: nothing is shared under this id any more. */
export function endedBefore(_id: string, expiresAt: Millis, now: Millis): CrosspostDocument {
  const nothing = { author: null, status: null, account: null, seed: '', createdAt: now, expiresAt }
  return { ...newCrosspost(_id, nothing), ended: true }
}

/** Whether more people would see the copy than were ever to see it. */
export function isWiderThanBefore(row: CrosspostDocument | null, app: TargetApp, audience: Audience): boolean {
  const before = row === null ? null : deliveryTo(row, app)
  return before !== null && isWider(app, audience, before.audience)
}

/** The account that allows what a person does. */
export interface Allowing {
  readonly account: string
  /** Whether what this delivery rests on was taken away in it since. */
  readonly behindFence: (delivery: Delivery) => boolean
}

export interface Sharing extends Allowing {
  /** Names the act: where it has shared with an app already, it changes nothing there. */
  readonly act: string
  /** Judged, and none wider than before. */
  readonly wishes: readonly each.Wish[]
}

/**
 * Shares with the apps that are named; the others stay as they are. Repeated, an act shares with what was not allowed when
 * it was tried first, and changes nothing where it was.
 */
export function share(row: CrosspostDocument, sharing: Sharing, now: Millis): CrosspostDocument {
  const actIn = (app: TargetApp): string => `${sharing.act} ${app}`
  const wishes = sharing.wishes.filter(({ app }) => !row.acts.includes(actIn(app)))
  if (wishes.length === 0) return row
  const known = changeEach(under(row, sharing, now), now, (delivery) => {
    const wish = wishes.find(({ app }) => app === delivery.app)
    if (wish === undefined) return delivery
    return delivery.wanted === 'STORY' ? each.sharedAgain(delivery, wish) : each.revived(delivery, wish)
  })
  const added = wishes.filter(({ app }) => deliveryTo(row, app) === null).map(each.newDelivery)
  const outbox = added.reduce<OutboxState | undefined>((before, { app }) => withItem(before, app, now), known.outbox)
  const next = { ...known, deliveries: [...known.deliveries, ...added], ...(outbox && { outbox }) }
  const acted = wishes.reduce<CrosspostDocument>((before, { app }) => withAct(before, actIn(app)), next)
  return withMedia(
    acted,
    wishes.map(({ content }) => content),
    now,
  )
}

/** Whether anything is there that an edit would change: after the end there is not. */
export function canBeEdited(row: CrosspostDocument, now: Millis): boolean {
  return !row.ended && now < row.expiresAt && row.deliveries.some(each.mayStillShow)
}

/** New content for every copy, also for those that a retry may bring. */
export function edit(
  row: CrosspostDocument,
  { act, content }: { readonly act: string; readonly content: Content },
  now: Millis,
): CrosspostDocument {
  if (row.acts.includes(act)) return row
  const next = changeEach(row, now, (delivery) => each.edited(delivery, content))
  return withMedia(withAct(next, act), [content], now)
}

/** Every copy ends, and nothing is left to be tried again. */
export function retract(row: CrosspostDocument, now: Millis): CrosspostDocument {
  return withMedia(changeEach(row, now, each.retracted), [], now)
}

/** The status was deleted. */
export function endWithStatus(row: CrosspostDocument, now: Millis): CrosspostDocument {
  return row.ended ? row : { ...retract(row, now), ended: true }
}

/** Tries again what has failed and is allowed: `again` says how, or null where it is not. */
export function retry(
  row: CrosspostDocument,
  allowing: Allowing,
  again: (delivery: Delivery) => Pick<each.Wish, 'profile' | 'allowedRev'> | null,
  now: Millis,
): CrosspostDocument {
  const next = changeEach(under(row, allowing, now), now, (delivery) => {
    const permission = delivery.failure === null ? null : again(delivery)
    return permission === null ? delivery : each.revived(delivery, { ...delivery, ...permission })
  })
  return withMedia(next, [], now)
}

/** Ends what the fence has passed. */
export function sweep(
  row: CrosspostDocument,
  behindFence: (delivery: Delivery) => boolean,
  now: Millis,
): CrosspostDocument {
  const next = changeEach(row, now, (delivery) => (behindFence(delivery) ? each.withdrawn(delivery) : delivery))
  return withMedia(next, [], now)
}

/**
 * As it comes out of a backup: every copy ends, and what is shared later is under keys that were never used, since those
 * that the old seed makes may have been used and ended in the time that is lost.
 */
export function restored(row: CrosspostDocument, seed: string, now: Millis): CrosspostDocument {
  const next = changeEach(row, now, (delivery) => each.restored(delivery, row.seed))
  return withMedia({ ...next, seed }, [], now)
}

/** The status has expired, and every copy with it: what they showed is forgotten, and nothing more is done about them. */
export function expire(row: CrosspostDocument, now: Millis): CrosspostDocument {
  const deliveries = row.deliveries.map((delivery) => ({ ...delivery, content: each.NO_CONTENT }))
  const outbox = deliveries.reduce((before, { app }) => withoutItem(before, app), row.outbox)
  return withMedia({ ...row, deliveries, outbox: withItem(outbox, EXPIRY_ITEM, forgottenAt(row)) }, [], now)
}

/** When nothing needs the row any more: every key under which it was shared is forgotten by then. */
export function forgottenAt({ expiresAt }: Pick<CrosspostDocument, 'expiresAt'>): Millis {
  return expiresAt + IDEMPOTENCY_LIFETIME_MS
}

/** One delivery after a try that has settled; its item was taken out already, and is put anew where more is to be done. */
export function settle(
  row: CrosspostDocument,
  app: TargetApp,
  become: (delivery: Delivery) => Delivery,
  { now, due = now }: { readonly now: Millis; readonly due?: Millis },
): CrosspostDocument {
  const deliveries = row.deliveries.map((delivery) => (delivery.app === app ? become(delivery) : delivery))
  const next = deliveries.find((delivery) => delivery.app === app)
  const isMore = next !== undefined && each.taskOf(next) !== 'NOTHING'
  return withMedia({ ...row, deliveries, ...(isMore && { outbox: withItem(row.outbox, app, due) }) }, [], now)
}

/** Nothing of the row refers to these any more: they wait to be released. */
export function unusedMedia({ media, deliveries }: Pick<CrosspostDocument, 'media' | 'deliveries'>) {
  return media.filter(({ id }) => !deliveries.some(({ content }) => content.media?.id === id))
}

/** What an act finds: rid of what no longer holds. Whoever has left an account takes nothing of it into the next one. */
function under(row: CrosspostDocument, { account, behindFence }: Allowing, now: Millis): CrosspostDocument {
  const swept = sweep(row, (delivery) => row.account !== account || behindFence(delivery), now)
  return swept.account === account ? swept : { ...swept, account }
}

function changeEach(row: CrosspostDocument, now: Millis, become: (delivery: Delivery) => Delivery): CrosspostDocument {
  let { outbox } = row
  const deliveries = row.deliveries.map((delivery) => {
    const tried = each.asTried(delivery, itemOf(outbox, delivery.app)?.tries ?? 0)
    const next = become(tried)
    if (next === tried) return delivery
    outbox = each.taskOf(next) === 'NOTHING' ? withoutItem(outbox, delivery.app) : withItem(outbox, delivery.app, now)
    return next
  })
  return outbox === row.outbox ? row : { ...row, deliveries, ...(outbox && { outbox }) }
}

function withAct(row: CrosspostDocument, act: string): CrosspostDocument {
  return { ...row, acts: [...row.acts, act].slice(-ACTS_REMEMBERED) }
}

/** Holds on to what is shown from now on; what is shown no more waits to be released. */
function withMedia(row: CrosspostDocument, contents: readonly Content[], now: Millis): CrosspostDocument {
  const taken = contents.flatMap(({ media }) => (media === null ? [] : [media]))
  const added = [...new Map(taken.map((ref) => [ref.id, ref])).values()].filter(
    ({ id }) => !row.media.some((held) => held.id === id),
  )
  const next = added.length === 0 ? row : { ...row, media: [...row.media, ...added] }
  if (unusedMedia(next).length === 0 || itemOf(next.outbox, MEDIA_ITEM) !== null) return next
  return { ...next, outbox: withItem(next.outbox, MEDIA_ITEM, now) }
}
