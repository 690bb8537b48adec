/**
 * - `BACKUP_NOT_ONE`: the file is no backup.
 * - `BACKUP_TOO_NEW`: a newer release wrote it, or documents in it.
 * - `BACKUP_DAMAGED`: something is missing, or was changed.
 * - `BACKUP_OTHER_INSTALLATION`: it was made under another root secret.
 * - `BACKUP_FILE_EXISTS`: there is something already where it is to be written.
 * - `BACKUP_FILE_UNUSABLE`: the file, or the folder that it is in, cannot be read or written.
 * - `STORE_NOT_EMPTY`: a backup is restored into an empty store only.
 * - `STORE_UNUSED`: there is nothing to back up, most likely since another store is meant.
 * - `STORE_IN_USE`: a process is at work where a backup is to be restored.
 * - `RESTORE_UNFINISHED`: the store holds a part of a backup, and is not to be used.
 */
export type BackupErrorCode =
  | 'BACKUP_NOT_ONE'
  | 'BACKUP_TOO_NEW'
  | 'BACKUP_DAMAGED'
  | 'BACKUP_OTHER_INSTALLATION'
  | 'BACKUP_FILE_EXISTS'
  | 'BACKUP_FILE_UNUSABLE'
  | 'STORE_NOT_EMPTY'
  | 'STORE_UNUSED'
  | 'STORE_IN_USE'
  | 'RESTORE_UNFINISHED'

/** Why a backup was not made, or not restored, in words for an operator. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
  readonly code: BackupErrorCode

  constructor(code: BackupErrorCode, message: string, options?: ErrorOptions) {
    super(`${code}: ${message}`, options)
    this.code = code
  }
}
