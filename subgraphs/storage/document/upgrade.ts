import type { CollectionDefinition, StoredDocument } from '../port.ts'
import { StorageError } from '../port.ts'
import { misuse } from './misuse.ts'
import type { PlainObject } from './plain.ts'
import { copyPlainObject } from './plain.ts'

/** A stored document in the shape of the definition. The same object when its version is the definition's. */
export function upgrade<D extends StoredDocument>(
  definition: CollectionDefinition<D>,
  version: number,
  document: PlainObject,
): PlainObject {
  if (version > definition.version) throw tooNew(definition, version)
  return upgradeTo(definition, version, definition.version, document)
}

/** A document of version `from` in the shape of version `to`. The same object when they are the same. */
export function upgradeTo<D extends StoredDocument>(
  definition: CollectionDefinition<D>,
  from: number,
  to: number,
  document: PlainObject,
): PlainObject {
  if (from === to) return document
  const { _id, rev, ...fields } = document
  let shape: Record<string, unknown> = fields
  for (let version = from; version < to; version++) {
    const step = definition.upgrades?.[version]
    if (step === undefined) {
      throw misuse(`"${definition.name}" needs upgrades[${version}]: documents of version ${version} are still stored.`)
    }
    shape = step(shape)
  }
  return { ...copyPlainObject(shape, definition.name), _id: _id!, rev: rev! }
}

/** What is refused where a newer release wrote. */
export function tooNew<D extends StoredDocument>(definition: CollectionDefinition<D>, version: number): StorageError {
  return new StorageError(
    'STORE_TOO_NEW',
    `"${definition.name}" is known up to version ${definition.version}, but a document of version ${version} is ` +
      'stored. A newer release wrote it: run that release (or a newer one) on this data.',
  )
}
