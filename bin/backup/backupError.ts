/**
 * - `BACKUP_NOT_ONE`: the file is no backup.
 * - `BACKUP_TOO_NEW`: a newer release wrote it, or documents in it.
 * - `BACKUP_DAMAGED`: something is missing, or was changed.
 * - `BACKUP_OTHER_INSTALLATION`: it was made under another root secret.
 * - `BACKUP_FILE_EXISTS`: there is something already where it is to be written.
 * - `STORE_NOT_EMPTY`: a backup is restored into an empty store only.
 * - `RESTORE_UNFINISHED`: the store holds a part of a backup, and is not to be used.
 */
export type BackupErrorCode =
  | 'BACKUP_NOT_ONE'
  | 'BACKUP_TOO_NEW'
  | 'BACKUP_DAMAGED'
  | 'BACKUP_OTHER_INSTALLATION'
  | 'BACKUP_FILE_EXISTS'
  | 'STORE_NOT_EMPTY'
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
