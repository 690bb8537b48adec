import { isFault } from '../../runtime/errors/fault.ts'
import type { Attempt } from '../../runtime/idempotency/idempotency.ts'
import type { Context } from '../context.ts'
import * as changes from '../crossposts/changes.ts'
import { authorOf, ownCrosspost } from '../crossposts/author.ts'
import { isBehindFence } from '../crossposts/fence.ts'
import { takeContent } from '../crossposts/content.ts'
import { type Done, Refused, type Why } from '../crossposts/refused.ts'
import { CROSSPOSTS, type CrosspostRow, type Delivery, isExpired } from '../crossposts/rows.ts'
import { shareStatus } from '../crossposts/sharing.ts'
import { changeCrosspost, type Wanted } from '../crossposts/store.ts'
import { mayShareIn, type NotAllowed } from '../crossposts/whoMayShareWhere.ts'
import type {
  CrosspostError,
  CrosspostErrorCode,
  CrosspostInput,
  CrosspostStatusInput,
  UpdateCrosspostInput,
} from '../generated/types.ts'
import { crosspostRefusal } from '../refusals.ts'
import type { AccountRow } from '../rows.ts'

export interface CrosspostPayload {
  readonly crosspost: CrosspostRow | null
  readonly errors: CrosspostError[]
}

/** Shares a status in other apps: those targets that are allowed go ahead, the others are errors. */
export async function crosspostStatus(input: CrosspostStatusInput, context: Context): Promise<CrosspostPayload> {
  const author = authorOf(context)
  if (author === null) return refused({ code: 'CROSSPOST_STATUS_NOT_FOUND', path: ['statusId'] })
  return once('crosspostStatus', input, { author, context }, ({ documentId }) =>
    shareStatus(input, { author, act: documentId(), context }),
  )
}

/** New content for every copy. */
export async function updateCrosspost(input: UpdateCrosspostInput, context: Context): Promise<CrosspostPayload> {
  const author = authorOf(context)
  if (author === null) return notFound()
  return once('updateCrosspost', input, { author, context }, async ({ documentId }) => {
    const { now } = context
    const row = await ownCrosspost(input.crosspostId, context)
    if (row === null) throw new Refused(NOT_FOUND)
    const account = await context.load.accounts.load(author)
    const swept = changes.sweep(row, behindFenceOf(row, account, context), now)
    if (!changes.canBeEdited(swept, now)) throw new Refused(NOT_FOUND)
    const content = await takeContent(input.content, { author, until: row.expiresAt, center: context.load.center })
    await change(row._id, context, (current) => {
      if (current === null) return GONE
      const still = changes.sweep(current, behindFenceOf(current, account, context), now)
      if (!changes.canBeEdited(still, now)) return GONE
      return { ok: true, next: changes.edit(still, { act: documentId(), content }, now) }
    })
    return { crosspost: row._id, refused: [] }
  })
}

/** Every copy ends; the status stays. Never refused to its author, however often it is asked. */
export async function retractCrosspost({ crosspostId }: CrosspostInput, context: Context): Promise<CrosspostPayload> {
  const row = await ownCrosspost(crosspostId, context)
  if (row === null) return notFound()
  return answerOf(() =>
    change(row._id, context, (current) =>
      current === null ? GONE : { ok: true, next: changes.retract(current, context.now) },
    ),
  )
}

/** Tries again what has failed, where it is allowed now: a yes of the person's own to each. */
export async function retryCrosspost({ crosspostId }: CrosspostInput, context: Context): Promise<CrosspostPayload> {
  const row = await ownCrosspost(crosspostId, context)
  if (row === null) return notFound()
  if (!row.deliveries.some(({ failure }) => failure !== null)) return { crosspost: row, errors: [] }
  if (row.ended || isExpired(row, context.now)) {
    return refused({ code: 'CROSSPOST_STATUS_GONE', path: ['crosspostId'] })
  }
  const account = row.author === null ? null : await context.load.accounts.load(row.author)
  if (account === null) return refused({ code: 'CROSSPOST_LINK_NOT_ACTIVE', path: ['crosspostId'] })
  return retryUnder(account, row, context)
}

async function retryUnder(account: AccountRow, row: CrosspostRow, context: Context): Promise<CrosspostPayload> {
  const names = context.load.center.catalogue
  const { now } = context
  const permissionOf = ({ app }: Delivery) => mayShareIn(account, app, { names, now, author: row.author })
  const denied = row.deliveries.flatMap((delivery): NotAllowed[] => {
    const permission = permissionOf(delivery)
    return delivery.failure === null || permission.allow ? [] : [permission.code]
  })
  const errors = [...new Set(denied)].map((code) => crosspostRefusal(code, 'crosspostId'))
  if (denied.length === row.deliveries.filter(({ failure }) => failure !== null).length) {
    return { crosspost: null, errors }
  }
  const answer = await answerOf(() =>
    change(row._id, context, (current) => {
      if (current === null || current.ended) return GONE
      const behindFence = behindFenceOf(current, account, context)
      const again = (delivery: Delivery) => {
        const permission = permissionOf(delivery)
        return permission.allow ? { profile: permission.profile, allowedRev: account.consentRev } : null
      }
      return { ok: true, next: changes.retry(current, { account: account._id, behindFence }, again, now) }
    }),
  )
  return { ...answer, errors: [...errors, ...answer.errors] }
}

const NOT_FOUND: Why = { code: 'CROSSPOST_NOT_FOUND', path: ['crosspostId'] }
const GONE = { ok: false, code: 'CROSSPOST_NOT_FOUND' } as const

/** What was shared under an account that its author has left rests on nothing any more. */
function behindFenceOf(row: changes.CrosspostDocument, account: AccountRow | null, { load }: Context) {
  return (delivery: Delivery): boolean =>
    account === null || row.account !== account._id || isBehindFence(delivery, account, load.center.catalogue)
}

/** Writes, and has the workers look at once. Throws `Refused`. */
async function change(
  id: string,
  context: Context,
  wanted: (row: CrosspostRow | null) => Wanted<CrosspostErrorCode>,
): Promise<CrosspostRow> {
  const { store, nudge } = context.load.center
  const written = await changeCrosspost(store.crossposts, id, wanted)
  if (!written.ok) throw new Refused({ code: written.code, path: ['crosspostId'] })
  nudge(CROSSPOSTS.name, id)
  context.load.crossposts.clear(id)
  return written.row
}

/** An act that takes place once for its key: repeated, it answers the same cross-post, and the same errors beside it. */
async function once(
  mutation: string,
  input: CrosspostStatusInput | UpdateCrosspostInput,
  { author, context }: { readonly author: string; readonly context: Context },
  effect: (attempt: Attempt) => Promise<Done>,
): Promise<CrosspostPayload> {
  const act = { actor: author, client: context.client, mutation, key: input.idempotencyKey, input }
  try {
    const { crosspost, refused: beside } = await context.load.center.idempotency.once(act, effect)
    const row = await context.load.crossposts.load(crosspost)
    if (row === null) return refused({ code: 'CROSSPOST_NOT_FOUND', path: ['idempotencyKey'] })
    return { crosspost: row, errors: beside.map(({ code, path }) => crosspostRefusal(code, ...path)) }
  } catch (error) {
    if (error instanceof Refused) return refused(...error.because)
    if (!isFault(error, 'IDEMPOTENCY_KEY_REUSED')) throw error
    return refused({ code: 'CROSSPOST_IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] })
  }
}

async function answerOf(act: () => Promise<CrosspostRow>): Promise<CrosspostPayload> {
  try {
    return { crosspost: await act(), errors: [] }
  } catch (error) {
    if (error instanceof Refused) return refused(...error.because)
    throw error
  }
}

function notFound(): CrosspostPayload {
  return refused(NOT_FOUND)
}

function refused(...because: readonly Why[]): CrosspostPayload {
  return { crosspost: null, errors: because.map(({ code, path }) => crosspostRefusal(code, ...path)) }
}
