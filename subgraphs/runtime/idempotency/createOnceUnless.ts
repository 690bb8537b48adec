import { createOnce } from './createOnce.ts'
import type { Act, Idempotency } from './idempotency.ts'

export type Created<Code extends string> =
  { readonly id: string } | { readonly refused: Code | 'IDEMPOTENCY_KEY_REUSED' }

/**
 * As `createOnce`, for an act that may turn out to be refused while it is done: `insert` answers why, or null when it is
 * done. What was refused is not remembered: the same act may be tried again.
 */
export async function createOnceUnless<Code extends string>(
  idempotency: Idempotency,
  act: Act,
  insert: (id: string) => Promise<Code | null>,
): Promise<Created<Code>> {
  // A box: what was refused last is read after the act was left by throwing.
  const why: { refused: Code | null } = { refused: null }
  const left = new Error('refused')
  try {
    const id = await createOnce(idempotency, act, async (attempt) => {
      why.refused = await insert(attempt)
      if (why.refused !== null) throw left
    })
    return id === null ? { refused: 'IDEMPOTENCY_KEY_REUSED' } : { id }
  } catch (error) {
    if (error === left && why.refused !== null) return { refused: why.refused }
    throw error
  }
}
