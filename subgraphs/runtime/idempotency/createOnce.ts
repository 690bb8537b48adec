import { isFault } from '../errors/fault.ts'
import type { Act, Idempotency } from './idempotency.ts'

/**
 * Makes one document at most for this act, and answers its local id, the same for every retry; null when the key was
 * used with another input. `insert` may run again for the same id: a conflict is an earlier attempt that came this far.
 */
export async function createOnce(
  idempotency: Idempotency,
  act: Act,
  insert: (id: string) => Promise<unknown>,
): Promise<string | null> {
  try {
    return await idempotency.once(act, async (attempt) => {
      const id = attempt.documentId()
      await insert(id)
      return id
    })
  } catch (error) {
    if (isFault(error, 'IDEMPOTENCY_KEY_REUSED')) return null
    throw error
  }
}
