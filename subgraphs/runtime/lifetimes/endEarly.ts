import type { Collection, StoredDocument } from '../../storage/port.ts'
import type { Millis } from '../clock/millis.ts'

/** Something that lives for a day. */
export interface Living extends StoredDocument {
  /** 0 once it was deleted. */
  readonly expiresAt: Millis
}

/**
 * Deletes something before its day is over, and empties the fields `content`; null when it is deleted already. What is
 * left is answered and stays behind, so that a late retry of the posting finds it and shows nothing again; its end is the
 * epoch, which no clock that lags can come before.
 */
export async function endEarly<D extends Living>(
  collection: Collection<D>,
  { _id, expiresAt }: D,
  ...content: readonly (keyof D & string)[]
): Promise<D | null> {
  const emptied = Object.fromEntries(content.map((field) => [field, null]))
  return collection.patch(_id, { expiresAt }, { set: { ...emptied, expiresAt: 0 } })
}
