import type { JWK } from 'jose'
import type { Idempotency } from '../runtime/idempotency/idempotency.ts'
import type { InternalCalls } from '../runtime/internal/client.ts'
import type { AppMedia } from '../runtime/uploads/appMedia.ts'
import type { CrosspostMedia } from './crossposts/media.ts'
import type { WithheldCounter } from './ledger/withheld.ts'
import type { Keeping } from './store.ts'

/** What the acts and answers of the accounts center stand on: made once, the same for all requests. */
export interface Center extends Keeping {
  readonly idempotency: Idempotency
  /** To the apps, for what only they know: age bands, and how many were active. */
  readonly internal: InternalCalls
  /** Signs receipts and heads of ledgers. */
  readonly signingKey: JWK
  /** Where it is uploaded to. */
  readonly uploads: Pick<AppMedia, 'open'>
  /** What was uploaded for cross-posts. */
  readonly media: CrosspostMedia
  /** Decisions to share that were denied. */
  readonly withheld: WithheldCounter
}
