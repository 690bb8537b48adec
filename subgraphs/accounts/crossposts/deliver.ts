import type { Clock } from '../../runtime/clock/clock.ts'
import type { Millis } from '../../runtime/clock/millis.ts'
import {
  type EndStory,
  endStoryOutput,
  type PutStory,
  type PutStoryOutcome,
  putStoryOutput,
  type TravellingMedia,
} from '../../runtime/crossposts/operations.ts'
import { L } from '../../runtime/grants/constants.ts'
import type { OutboxHandler, OutboxWork, Settle } from '../../runtime/outbox/outbox.ts'
import { withItem } from '../../runtime/outbox/state.ts'
import type { Random } from '../../runtime/random/random.ts'
import type { Center } from '../center.ts'
import { appendRecords } from '../ledger/append.ts'
import type { AccountRow } from '../rows.ts'
import { newest } from '../store.ts'
import * as changes from './changes.ts'
import * as delivery from './delivery.ts'
import { isBehindFence } from './fence.ts'
import { CROSSPOSTS, type CrosspostRow, type Delivery, deliveryTo, isExpired } from './rows.ts'
import { crosspostFlow, mayShareIn } from './whoMayShareWhere.ts'

/** After so many tries an app counts as unreachable: some nine minutes at the most. */
export const MOST_TRIES = 10

/** How long what must be done in the end waits after so many tries: what was there is removed, however long it takes. */
export const LATER_MS = 5 * 60 * 1000

/** How often one try decides anew, when it lost to another write or came too late. */
const DECISIONS = 5

export interface DeliveryParts extends Pick<Center, 'store' | 'catalogue' | 'internal' | 'media' | 'withheld'> {
  readonly clock: Clock
  readonly random: Random
}

/** Brings the apps to what cross-posts want of them, and ends cross-posts when their time is over. */
export function createDeliveryHandler(parts: DeliveryParts): OutboxHandler<CrosspostRow> {
  return {
    collection: parts.store.crossposts,
    name: CROSSPOSTS.name,
    mostTries: MOST_TRIES,
    act(work) {
      if (work.item === changes.EXPIRY_ITEM) return expire(parts, work)
      if (work.item === changes.MEDIA_ITEM) return releaseMedia(parts, work)
      return deliver(parts, work)
    },
    giveUp: (work) => giveUp(parts, work),
  }
}

/** One step of one delivery: what it is follows from the delivery as it is now. */
async function deliver(parts: DeliveryParts, work: OutboxWork<CrosspostRow>): Promise<Settle<CrosspostRow>> {
  const { document: row, item } = work
  const wanted = deliveryTo(row, item)
  // With its status every copy has expired by itself.
  if (wanted === null || isExpired(row, parts.clock.wall())) return (_current, outbox) => ({ outbox })
  const become = await step(parts, { row, wanted, tries: work.tries })
  return settled(parts, wanted, become)
}

interface Step {
  readonly row: CrosspostRow
  readonly wanted: Delivery
  readonly tries: number
}

type Become = (current: Delivery) => Delivery

async function step(parts: DeliveryParts, { row, wanted, tries }: Step): Promise<Become> {
  switch (delivery.taskOf(wanted)) {
    case 'END':
      await endStory(parts, row, wanted)
      return delivery.withoutCopy
    case 'PUT': {
      const answer = await put(parts, row, wanted)
      return answer === 'DENIED'
        ? (current) => delivery.withdrawn(delivery.asTried(current, tries - 1))
        : (current) => delivery.answered(current, tries, answer)
    }
    case 'NOTHING':
      return (current) => current
  }
}

function settled({ clock }: DeliveryParts, { app }: Delivery, become: Become, due?: Millis): Settle<CrosspostRow> {
  return (current, outbox) => {
    const now = clock.wall()
    const next = changes.settle({ ...current, outbox }, app, become, { now, ...(due !== undefined && { due }) })
    return { outbox: next.outbox ?? outbox, set: { deliveries: next.deliveries, media: next.media } }
  }
}

async function endStory({ catalogue, internal }: DeliveryParts, row: CrosspostRow, wanted: Delivery): Promise<void> {
  const { app, sent } = wanted
  if (sent === null) return
  const key = delivery.keyOf(sent.seed ?? row.seed, app, sent.generation)
  const input: EndStory = { key, authorId: sent.profile, expiresAt: row.expiresAt }
  endStoryOutput.parse(await internal.call(catalogue.nameOf(app), 'endStory', input))
}

type Answer = Exclude<PutStoryOutcome, { outcome: 'TOO_LATE' }>

/**
 * Decides, records, puts. t0 first, then what is decided on; the record is durable before anything leaves (consent.md,
 * sections 2 and 4), and the app takes nothing after t0 + L: so nothing is put after a withdrawal has answered.
 */
async function put(parts: DeliveryParts, row: CrosspostRow, wanted: Delivery): Promise<Answer | 'DENIED'> {
  const { clock, store, catalogue, internal } = parts
  const media = wanted.content.media === null ? null : await parts.media.read(wanted.content.media)
  if (media === null && wanted.content.media !== null) return { outcome: 'MEDIA_REJECTED' }
  for (let decisions = 0; decisions < DECISIONS; decisions++) {
    const t0 = clock.wall()
    const account = await allowing(parts, row, wanted, t0)
    if (account === null) return 'DENIED'
    if (!(await appendRecords(store, account, [recordOf(parts, wanted, t0)]))) continue
    const input = storyOf(row, wanted, { media, validUntil: t0 + L })
    const answer = putStoryOutput.parse(await internal.call(catalogue.nameOf(wanted.app), 'putStory', input))
    if (answer.outcome !== 'TOO_LATE') return answer
  }
  throw new Error(`A put must be decided and arrive within ${L} ms, but did not in ${DECISIONS} decisions.`)
}

/** The account as it allows this put; null when it does not. That is proved by the newest document, a yes by the record. */
async function allowing(
  parts: DeliveryParts,
  row: CrosspostRow,
  wanted: Delivery,
  now: Millis,
): Promise<AccountRow | null> {
  const { store, catalogue, withheld } = parts
  if (row.account === null) return null
  const allows = (account: AccountRow | null | undefined): account is AccountRow => {
    if (!account || isBehindFence(wanted, account, catalogue)) return false
    const permission = mayShareIn(account, wanted.app, { names: catalogue, now, author: row.author })
    return permission.allow && permission.profile === wanted.profile
  }
  const [read] = await store.accounts.getMany([row.account])
  if (allows(read)) return read
  const account = await newest(store.accounts, row.account)
  if (allows(account)) return account
  const { from, to } = crosspostFlow(wanted.app, catalogue)
  withheld.count(row.account, `${from}>${to}>CROSSPOST`, now)
  return null
}

function recordOf({ catalogue, random }: DeliveryParts, { app }: Delivery, t0: Millis) {
  const { from, to } = crosspostFlow(app, catalogue)
  return { id: random.id(), at: new Date(t0).toISOString(), from, to, feature: 'CROSSPOST' }
}

function storyOf(
  { seed, createdAt, expiresAt }: CrosspostRow,
  { app, profile, generation, revision, content, audience }: Delivery,
  { media, validUntil }: { readonly media: TravellingMedia | null; readonly validUntil: Millis },
): PutStory {
  const key = delivery.keyOf(seed, app, generation)
  const shown = { text: content.text, media, audience }
  return { key, authorId: profile, revision, ...shown, postedAt: createdAt, expiresAt, validUntil }
}

/** At the end of the status its cross-post forgets what it showed; when nobody can repeat an act any more, it goes. */
async function expire({ clock, store }: DeliveryParts, work: OutboxWork<CrosspostRow>): Promise<Settle<CrosspostRow>> {
  const now = clock.wall()
  if (now >= changes.forgottenAt(work.document)) await store.crossposts.delete(work.document._id)
  return (current, outbox) => {
    if (!isExpired(current, now)) return { outbox: withItem(outbox, changes.EXPIRY_ITEM, current.expiresAt) }
    const next = changes.expire({ ...current, outbox }, now)
    return { outbox: next.outbox ?? outbox, set: { deliveries: next.deliveries, media: next.media } }
  }
}

async function releaseMedia(
  { clock, media }: DeliveryParts,
  { document }: OutboxWork<CrosspostRow>,
): Promise<Settle<CrosspostRow>> {
  const unused = changes.unusedMedia(document)
  await Promise.all(unused.map((ref) => media.release(ref)))
  return (current, outbox) => {
    const left = current.media.filter(({ id }) => !unused.some((released) => released.id === id))
    const isMore = changes.unusedMedia({ ...current, media: left }).length > 0
    return { outbox: isMore ? withItem(outbox, changes.MEDIA_ITEM, clock.wall()) : outbox, set: { media: left } }
  }
}

/** A put has failed, and what it may have left is ended; everything else goes on until it is done. */
function giveUp(parts: DeliveryParts, { document: row, item, tries }: OutboxWork<CrosspostRow>): Settle<CrosspostRow> {
  const later = parts.clock.wall() + LATER_MS
  const wanted = deliveryTo(row, item)
  if (wanted === null) return (_current, outbox) => ({ outbox: withItem(outbox, item, later) })
  if (isExpired(row, parts.clock.wall())) return (_current, outbox) => ({ outbox })
  const become: Become = (current) => delivery.givenUp(current, tries)
  return delivery.taskOf(wanted) === 'END' ? settled(parts, wanted, become, later) : settled(parts, wanted, become)
}
