import { StorageError } from '../port.ts'

/**
 * An error of LMDB in the port's terms. The file system's "no space left" and quota errors keep their text on the way
 * through LMDB, which has no code of its own for them. Errors of ours stay as they are, and so do those of JavaScript
 * (a TypeError in an upgrade step, say): LMDB throws plain ones.
 */
export function storageErrorOf(error: unknown): Error {
  if (!(error instanceof Error))
    return new StorageError('STORE_UNAVAILABLE', `The store cannot be used: ${String(error)}`)
  if (error instanceof StorageError || error.constructor !== Error) return error
  const text = error.message
  if (/MDB_MAP_FULL|no space left|quota exceeded|file too large/i.test(text)) {
    return new StorageError('STORE_FULL', 'The store has no room left: free disk space and try again.', {
      cause: error,
    })
  }
  if (/closed database|database is closed|environment is already closed|has been closed/i.test(text)) {
    return storeClosed()
  }
  return new StorageError('STORE_UNAVAILABLE', `The store cannot be used: ${text}`, { cause: error })
}

export function storeClosed(): StorageError {
  return new StorageError('STORE_CLOSED', 'The store is closed: open it again before using it.')
}

/** For what cannot be unless files were changed by other hands, or by a bug of this adapter. */
export function storeDamaged(what: string): StorageError {
  return new StorageError('STORE_UNAVAILABLE', `The store is damaged: ${what}. Restore it from a backup.`)
}

/**
 * Why a write failed. When a whole commit fails, lmdb rejects each of its writes with an error that only points to the
 * cause, a promise which must be waited for (left alone, it would end the process as an unhandled rejection).
 */
export async function writeErrorOf(error: unknown): Promise<Error> {
  const pending = (error as { commitError?: Promise<never> } | null)?.commitError
  if (pending === undefined) return storageErrorOf(error)
  return pending.catch(storageErrorOf)
}
