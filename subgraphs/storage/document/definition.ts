import type { CollectionDefinition, IndexDefinition, StorageError, StoredDocument } from '../port.ts'
import type { CompiledIndex } from './indexes.ts'
import { compileIndex } from './indexes.ts'
import { misuse } from './misuse.ts'

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/
const MOST_EQ_FIELDS = 6

/** A checked definition with what its calls need at hand. */
export interface CompiledCollection<D extends StoredDocument> {
  readonly definition: CollectionDefinition<D>
  readonly indexes: ReadonlyMap<string, CompiledIndex>
  /** Paths of all unique indexes: they never change after the insert. */
  readonly fixed: ReadonlySet<string>
}

/** Checks a definition once, so that no call has to. */
export function compileCollection<D extends StoredDocument>(
  definition: CollectionDefinition<D>,
): CompiledCollection<D> {
  const { name, version, indexes } = definition
  if (!NAME.test(name)) throw misuse(`A collection's name must match ${NAME.source}, but got: ${JSON.stringify(name)}.`)
  if (!Number.isSafeInteger(version) || version < 1) {
    throw misuse(`The version of "${name}" must be a whole number from 1, but got: ${version}.`)
  }
  const compiled = new Map<string, CompiledIndex>()
  for (const index of indexes) {
    checkIndex(index, name)
    if (compiled.has(index.name)) throw misuse(`"${name}" has two indexes named "${index.name}".`)
    compiled.set(index.name, compileIndex(index))
  }
  const fixed = new Set(indexes.filter((index) => index.unique === true).flatMap((index) => index.eq))
  return { definition, indexes: compiled, fixed }
}

/** The index of this name, or `STORE_MISUSE`. */
export function indexNamed<D extends StoredDocument>(collection: CompiledCollection<D>, name: string): CompiledIndex {
  const index = collection.indexes.get(name)
  if (index !== undefined) return index
  const known = [...collection.indexes.keys()].join(', ') || 'none'
  throw misuse(`"${collection.definition.name}" has no index "${name}". It has: ${known}.`)
}

/** What every call is refused with when a new unique index meets documents that are not unique. */
export function notUnique(collection: string, index: CompiledIndex): StorageError {
  return misuse(
    `"${index.name}" of "${collection}" cannot be unique: documents with equal (${index.fields.join(', ')}) are stored. ` +
      'Mend those documents first.',
  )
}

function checkIndex(index: IndexDefinition, collection: string): void {
  const where = `The index "${index.name}" of "${collection}"`
  if (!NAME.test(index.name)) throw misuse(`An index's name must match ${NAME.source}, but got: "${index.name}".`)
  if (index.eq.length > MOST_EQ_FIELDS) throw misuse(`${where} may have ${MOST_EQ_FIELDS} eq fields at the most.`)
  if (index.unique === true && index.eq.length === 0) throw misuse(`${where} is unique and needs an eq field.`)
  const fields = index.order === undefined ? index.eq : [...index.eq, index.order]
  if (new Set(fields).size < fields.length) throw misuse(`${where} names a field twice.`)
  if (fields.includes('_id')) throw misuse(`${where} must not name _id: every index ends with it.`)
}
