import type { CompiledCollection } from '../document/definition.ts'
import { notUnique } from '../document/definition.ts'
import type { CompiledIndex } from '../document/indexes.ts'
import type { StoredDocument } from '../port.ts'
import { isDuplicateKey } from './errors.ts'
import type { RowCollection } from './connection.ts'
import { rowPath } from './rows.ts'

/** The index that MongoDB keeps by itself. */
const BY_ID = '_id_'

/**
 * The name of an index in MongoDB. Definitions that differ in name or direction only share one: it is read forwards or
 * backwards.
 */
export function storedName(index: CompiledIndex): string {
  const eq = index.fields.join(',')
  if (index.unique) return `unique ${eq}`
  return eq === '' && index.order === null ? BY_ID : `${eq};${index.order?.join('.') ?? ''}`
}

/**
 * Makes the indexes of a definition that are missing, one at a time; making one again does nothing. MongoDB builds an
 * index while others write, for processes of every version, and answers when it is whole on the majority. Where that takes
 * longer than an answer may, the call is a timeout, MongoDB goes on building, and the next call waits for the same build.
 */
export async function createIndexes<D extends StoredDocument>(
  rows: RowCollection,
  { definition, indexes }: CompiledCollection<D>,
): Promise<void> {
  const made = new Set([BY_ID])
  for (const index of indexes.values()) {
    const name = storedName(index)
    if (made.has(name)) continue
    made.add(name)
    try {
      await rows.createIndex(keyOf(index), index.unique ? { name, unique: true, sparse: true } : { name })
    } catch (error) {
      throw index.unique && isDuplicateKey(error) ? notUnique(definition.name, index) : error
    }
  }
}

/**
 * `{eq…: 1, order: 1, _id: 1}`; a unique one holds `eq` alone. That one is sparse: documents of an older definition,
 * which did not have the field yet, are unique to nobody, and there may be any number of them.
 */
function keyOf(index: CompiledIndex): Record<string, 1> {
  const fields = index.fields.map(rowPath)
  if (!index.unique) fields.push(...(index.order === null ? [] : [rowPath(index.order.join('.'))]), '_id')
  return Object.fromEntries(fields.map((field) => [field, 1]))
}
