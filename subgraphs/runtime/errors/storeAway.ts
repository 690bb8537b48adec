import { StorageError, type StorageErrorCode } from '../../storage/port.ts'

/** What passes: the store comes back, or another process answers (this one is older than a document, or is stopping). */
const PASSES: readonly StorageErrorCode[] = ['STORE_UNAVAILABLE', 'STORE_TIMEOUT', 'STORE_TOO_NEW', 'STORE_CLOSED']

/**
 * Whether the store could not be asked, and the same request may be sent again: what it may have done is done once under
 * its idempotency key. A full store and a misuse do not pass by themselves.
 */
export function isStoreAway(error: unknown): boolean {
  return error instanceof StorageError && PASSES.includes(error.code)
}
