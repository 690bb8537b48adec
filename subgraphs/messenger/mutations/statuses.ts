import { isFault } from '../../runtime/errors/fault.ts'
import type { Idempotency } from '../../runtime/idempotency/idempotency.ts'
import type { NewDocument } from '../../storage/port.ts'
import type { Context } from '../context.ts'
import type { DeleteStatusInput, MessengerError, PostStatusInput } from '../generated/types.ts'
import { refusal } from '../refusals.ts'
import type { Millis, StatusRow } from '../rows.ts'
import { expiryOf, isLive } from '../rules/statusLivesForADay.ts'
import { ciphertextRefusal } from '../rules/statusIsSealed.ts'
import type { MessengerStore } from '../store.ts'
import { actingProfile } from './session.ts'

export interface StatusPayload {
  readonly status: StatusRow | null
  readonly errors: MessengerError[]
}

export interface StatusMutations {
  postStatus(input: PostStatusInput, context: Context): Promise<StatusPayload>
  deleteStatus(input: DeleteStatusInput, context: Context): Promise<StatusPayload>
}

export function createStatusMutations(store: MessengerStore, idempotency: Idempotency): StatusMutations {
  async function postStatus(input: PostStatusInput, context: Context): Promise<StatusPayload> {
    const author = await actingProfile(context)
    const error = postRefusal(input)
    if (error) return refused(error)

    const act = {
      actor: author._id,
      client: context.client,
      mutation: 'postStatus',
      key: input.idempotencyKey,
      input,
    }
    try {
      const { statusId } = await idempotency.once(act, async (attempt) => {
        const _id = attempt.documentId()
        // A conflict means that an earlier attempt came this far.
        await store.statuses.insert(newStatus(_id, author._id, input, context.now))
        return { statusId: _id }
      })
      context.load.forget()
      return await stillThere(statusId, context)
    } catch (thrown) {
      if (isFault(thrown, 'IDEMPOTENCY_KEY_REUSED')) return refused(refusal('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey'))
      throw thrown
    }
  }

  async function deleteStatus({ statusId }: DeleteStatusInput, context: Context): Promise<StatusPayload> {
    const author = await actingProfile(context)
    const local = context.ids.open(statusId, 'Status')
    const status = local === null ? null : await context.load.status.load(local)
    const isOwn = status !== null && status.authorId === author._id && isLive(status, context.now)
    if (!isOwn || !(await store.statuses.delete(status._id))) return refused(refusal('STATUS_GONE', 'statusId'))
    context.load.forget()
    return { status, errors: [] }
  }

  return { postStatus, deleteStatus }
}

function postRefusal({ audienceId, ciphertext }: PostStatusInput): MessengerError | null {
  // Nobody can start a conversation yet, so that no audience can be the viewer's own, nor its id a real one.
  if (typeof audienceId === 'string') return refusal('NOT_A_MEMBER', 'audienceId')
  const code = typeof ciphertext === 'string' ? ciphertextRefusal(ciphertext) : null
  return code === null ? null : refusal(code, 'ciphertext')
}

function newStatus(_id: string, authorId: string, input: PostStatusInput, postedAt: Millis): NewDocument<StatusRow> {
  const { kind, ciphertext } = input
  return {
    _id,
    authorId,
    kind,
    audienceId: null,
    ciphertext: ciphertext ?? null,
    postedAt,
    expiresAt: expiryOf(postedAt),
  }
}

/** A repeated key names the status that it made; that may be deleted or expired by now. */
async function stillThere(statusId: string, { load, now }: Context): Promise<StatusPayload> {
  const status = await load.status.load(statusId)
  if (status === null || !isLive(status, now)) return refused(refusal('STATUS_GONE'))
  return { status, errors: [] }
}

function refused(error: MessengerError): StatusPayload {
  return { status: null, errors: [error] }
}
