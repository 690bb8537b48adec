import type { Millis } from '../../runtime/clock/millis.ts'
import { createOnce } from '../../runtime/idempotency/createOnce.ts'
import type { Idempotency } from '../../runtime/idempotency/idempotency.ts'
import { isLive, lifeFrom } from '../../runtime/lifetimes/livesForADay.ts'
import type { Sweep } from '../../runtime/lifetimes/sweeper.ts'
import { itemOperations } from '../../runtime/outbox/state.ts'
import { actingProfile } from '../../runtime/subgraph/session.ts'
import type { Context } from '../context.ts'
import type { DeleteStatusInput, MessengerError, PostStatusInput } from '../generated/types.ts'
import { STATUS_ENDED } from '../internal/statusEnded.ts'
import { refusal } from '../refusals.ts'
import type { StatusRow } from '../rows.ts'
import { countedUntil } from '../rules/daysOfActivity.ts'
import { ciphertextRefusal } from '../rules/statusIsSealed.ts'
import type { MessengerStore } from '../store.ts'

export interface StatusPayload {
  readonly status: StatusRow | null
  readonly errors: MessengerError[]
}

export interface StatusMutations {
  postStatus(input: PostStatusInput, context: Context): Promise<StatusPayload>
  deleteStatus(input: DeleteStatusInput, context: Context): Promise<StatusPayload>
}

export interface StatusMutationParts {
  readonly idempotency: Idempotency
  /** Called with each new status. */
  readonly sweep: Sweep
  /** The outbox of this status has something to tell. */
  readonly nudge: (statusId: string) => void
}

export function createStatusMutations(
  store: MessengerStore,
  { idempotency, sweep, nudge }: StatusMutationParts,
): StatusMutations {
  async function postStatus(input: PostStatusInput, context: Context): Promise<StatusPayload> {
    const { _id: authorId } = await actingProfile('MESSENGER', context)
    const error = postRefusal(input)
    if (error) return refused(error)

    const { client, now } = context
    const { kind, ciphertext = null, idempotencyKey: key } = input
    const act = { actor: authorId, client, mutation: 'postStatus', key, input }
    const life = { ...lifeFrom(now), keptUntil: countedUntil(now) }
    const content = { authorId, kind, audienceId: null, ciphertext, ...life }
    const statusId = await createOnce(idempotency, act, (_id) => store.statuses.insert({ _id, ...content }))
    await sweep()
    context.load.forget()
    return statusId === null
      ? refused(refusal('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey'))
      : stillThere(statusId, context)
  }

  async function deleteStatus({ statusId }: DeleteStatusInput, context: Context): Promise<StatusPayload> {
    const author = await actingProfile('MESSENGER', context)
    const local = context.ids.open(statusId, 'Status')
    const status = local === null ? null : await context.load.status.load(local)
    const isOwn = status !== null && status.authorId === author._id && isLive(status, context.now)
    const ended = isOwn ? await endStatus(store, status, context.now) : null
    if (ended === null) return refused(refusal('STATUS_GONE', 'statusId'))
    if (ended.crosspostId !== undefined) nudge(ended._id)
    context.load.forget()
    return { status, errors: [] }
  }

  return { postStatus, deleteStatus }
}

/**
 * Deletes a status and answers what is left of it; null when it was deleted already. One that is shown elsewhere takes
 * the task of telling so along, in the same write. The id of its cross-post may come between any two steps: it is never
 * taken away again, so that whatever stands in the way of the first write is found by the second.
 */
async function endStatus({ statuses }: MessengerStore, status: StatusRow, now: Millis): Promise<StatusRow | null> {
  const { _id, expiresAt } = status
  const end = { ciphertext: null, expiresAt: 0 }
  const untold = await statuses.patch(_id, { expiresAt, crosspostId: null }, { set: end })
  if (untold !== null) return untold
  const { set, inc } = itemOperations(STATUS_ENDED, now)
  return statuses.patch(_id, { expiresAt }, { set: { ...set, ...end }, inc })
}

function postRefusal({ audienceId, ciphertext }: PostStatusInput): MessengerError | null {
  // Nobody can start a conversation yet, so that no audience can be the viewer's own, nor its id a real one.
  if (typeof audienceId === 'string') return refusal('NOT_A_MEMBER', 'audienceId')
  const code = typeof ciphertext === 'string' ? ciphertextRefusal(ciphertext) : null
  return code === null ? null : refusal(code, 'ciphertext')
}

/** A repeated key names the status that it made; that may be deleted or expired by now. */
async function stillThere(statusId: string, { load, now }: Context): Promise<StatusPayload> {
  const status = await load.status.load(statusId)
  if (status === null || !isLive(status, now)) return refused(refusal('STATUS_GONE', 'idempotencyKey'))
  return { status, errors: [] }
}

function refused(error: MessengerError): StatusPayload {
  return { status: null, errors: [error] }
}
