import { fault } from '../../runtime/errors/fault.ts'
import type { Act, Idempotency } from '../../runtime/idempotency/idempotency.ts'
import type { Context } from '../context.ts'
import { keyRefusal, type Refusal } from './refusals.ts'

/**
 * The local id of whoever acts. Only the social app's own client acts in it: any other client, the accounts centre
 * included, gets the fault `NOT_SIGNED_IN_TO_APP`. A token of a profile that is gone gets `VIEWER_INVALID`.
 */
export async function actingViewer({ viewer, client, load }: Context): Promise<string> {
  if (viewer === null || client !== 'SOCIAL') throw fault('NOT_SIGNED_IN_TO_APP')
  if ((await load.profile.load(viewer.local)) === null) throw fault('VIEWER_INVALID')
  return viewer.local
}

/**
 * Makes one document at most for this key, under the local id that is answered. `insert` may run again for the same id:
 * a conflict means that an earlier attempt came that far.
 */
export async function actOnce(
  idempotency: Idempotency,
  act: Act,
  insert: (id: string) => Promise<void>,
): Promise<{ readonly id: string } | { readonly refused: Refusal }> {
  try {
    const id = await idempotency.once(act, async (attempt) => {
      const document = attempt.documentId()
      await insert(document)
      return document
    })
    return { id }
  } catch (error) {
    return { refused: keyRefusal(error) }
  }
}
