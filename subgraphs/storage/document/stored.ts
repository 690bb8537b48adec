import type { CollectionDefinition, StoredDocument, StoredRow } from '../port.ts'
import type { CompiledCollection } from './definition.ts'
import { kindOf, misuse } from './misuse.ts'
import { parsePath, readPath } from './paths.ts'
import type { PlainObject } from './plain.ts'
import { copyPlainObject } from './plain.ts'
import { checkRevision, idOf } from './requests.ts'
import { tooNew } from './upgrade.ts'

/** The checked copy of a document to be written, with the `rev` that the store gives it. */
export function toStore(given: object, collection: string, rev: number): PlainObject & { _id: string } {
  // A row that was read and spread carries its old `rev`, and the types allow it: it is not the caller's to set.
  const { _id, rev: _old, ...fields } = given as Record<string, unknown>
  return { _id: idOf(_id), rev, ...copyPlainObject(fields, collection) }
}

/** Refuses a replacement that changes a unique field. */
export function checkFixed<D extends StoredDocument>(
  collection: CompiledCollection<D>,
  before: PlainObject,
  after: PlainObject,
): void {
  for (const field of collection.fixed) {
    const path = parsePath(field)
    if (readPath(before, path) === readPath(after, path)) continue
    throw misuse(`"${field}" of "${collection.definition.name}" is unique and never changes. Insert a new document.`)
  }
}

/** The checked copy of a document of another store, in the shape of its version. */
export function toLoad<D extends StoredDocument>(
  { version, document }: StoredRow,
  definition: CollectionDefinition<D>,
): PlainObject & { _id: string } {
  if (!Number.isSafeInteger(version) || version < 1)
    throw misuse(`A version is a whole number from 1, but got: ${kindOf(version)}.`)
  if (version > definition.version) throw tooNew(definition, version)
  checkRevision(document.rev)
  return toStore(document, definition.name, document.rev)
}
