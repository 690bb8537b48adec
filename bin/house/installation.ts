import type { Keys } from '../../subgraphs/runtime/keys/keys.ts'
import type { CollectionDefinition, Storage, StoredDocument } from '../../subgraphs/storage/port.ts'
import { ConfigurationError } from '../configuration.ts'

/** What a store knows of the installation that it belongs to. */
interface InstallationRow extends StoredDocument {
  /** What the permanent secret derives for this one use: tells whether two secrets are the same, and no more. */
  readonly fingerprint: string
}

const INSTALLATION: CollectionDefinition<InstallationRow> = { name: 'house_installation', version: 1, indexes: [] }

/**
 * A store is full of ids that only one secret opens: with another, everybody would be a stranger, and would be linked
 * anew beside what they have. The first process leaves the secret's fingerprint, every later one must have the same.
 * Answers whether this is the first. Throws a `ConfigurationError`.
 */
export async function refuseForeignStore(storage: Storage, keys: Keys): Promise<boolean> {
  const rows = storage.collection(INSTALLATION)
  const fingerprint = fingerprintOf(keys)
  const [found] = await rows.getMany(['keys'])
  if (found?.fingerprint === fingerprint) return false
  if (!found && (await rows.insert({ _id: 'keys', fingerprint })) === 'inserted') return true
  const [stored] = found ? [found] : await rows.getMany(['keys'])
  if (stored?.fingerprint === fingerprint) return false
  throw new ConfigurationError(
    'The store must be opened with the secret that its ids were made with, but "keys" has another one. ' +
      'After a rotation name the first root secret as "keys.permanentSecret".',
  )
}

/** Whether the store belongs to another secret; looks only. */
export async function isForeignStore(storage: Storage, keys: Keys): Promise<boolean> {
  const [found] = await storage.collection(INSTALLATION).getMany(['keys'])
  return found !== null && found !== undefined && found.fingerprint !== fingerprintOf(keys)
}

/** Of the secret that is never rotated. */
export function fingerprintOf(keys: Keys): string {
  return Buffer.from(keys.permanent('fingerprint', 9)).toString('base64url')
}
