import { timingSafeEqual } from 'node:crypto'
import type { Keys } from '../../subgraphs/runtime/keys/keys.ts'
import { backupKey } from '../../subgraphs/runtime/keys/uses.ts'
import { fingerprintOf } from '../house/installation.ts'
import { BackupError } from './backupError.ts'
import { type BackupEnd, damaged, sealOf } from './format.ts'
import { type OpenedBackup, recordsOf } from './read.ts'

/** Under whose keys a backup must have been made. */
export interface CheckedBy {
  readonly keys: Keys
  /** Another installation's is taken too; then nothing proves who wrote it. */
  readonly fromAnywhere: boolean
}

/**
 * Reads a whole backup and writes nothing: that it is of this installation, that it is as it was written, and that what
 * is in it is what its end says. Answers that end.
 */
export async function checkBackup(
  backup: OpenedBackup,
  { keys, fromAnywhere }: CheckedBy,
  progress: (bytes: number) => void,
): Promise<BackupEnd> {
  const isOwn = backup.header.installation === fingerprintOf(keys)
  if (!isOwn && !fromAnywhere) {
    throw new BackupError(
      'BACKUP_OTHER_INSTALLATION',
      'The backup must be of this installation, but was made under another root secret, without which ids and links in it mean nothing. ' +
        'Put that secret in place (keys/root.secret below the data directory, or CONCORD_ROOT_SECRET; after a rotation, as keys.permanentSecret), or say --other-installation.',
    )
  }
  const found = { documents: new Map<string, number>(), files: 0, bytes: 0 }
  const records = recordsOf(backup, progress)
  for (;;) {
    const next = await records.next()
    if (next.done === true) {
      if (isOwn && !isEqual(sealOf(next.value.digest, backupKey(keys)), next.value.seal))
        throw damaged('its seal is not of this installation: somebody else has changed it')
      if (!agrees(next.value, found)) throw damaged('it holds other numbers of documents than its end says')
      return next.value
    }
    for (const record of next.value) {
      if (record.kind === 'document')
        found.documents.set(record.collection, (found.documents.get(record.collection) ?? 0) + 1)
      if (record.kind === 'media') {
        found.files += record.offset === 0 ? 1 : 0
        found.bytes += record.bytes.length
      }
    }
  }
}

interface Found {
  readonly documents: ReadonlyMap<string, number>
  readonly files: number
  readonly bytes: number
}

function agrees({ collections, media }: BackupEnd, found: Found): boolean {
  const counted = Object.entries(collections).filter(([, { documents }]) => documents > 0)
  return (
    counted.length === found.documents.size &&
    counted.every(([name, { documents }]) => found.documents.get(name) === documents) &&
    media.files === found.files &&
    media.bytes === found.bytes
  )
}

function isEqual(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right))
}
