import { isDeepStrictEqual } from 'node:util'
import type { CollectionDefinition, StoredDocument, WrittenVersion } from '../port.ts'
import type { PlainObject } from './plain.ts'
import { copyPlainObject } from './plain.ts'
import { upgradeTo } from './upgrade.ts'

/** A document as it is to lie in the store. */
export interface Written {
  readonly version: number
  readonly document: PlainObject
}

/** Every process is of the release that writes. */
export const newestShape: WrittenVersion = () => Number.POSITIVE_INFINITY

/** In which shape the documents of one collection are written. */
export interface ShapeWriter {
  /** Whether in that of the definition, as ever when all processes are of one release. */
  isNewest(): boolean
  /** What is to lie in the store for a document in the definition's shape, in place of one of version `before`. */
  over(before: number, document: PlainObject): Written
  /** The same, where none lay before. */
  fresh(document: PlainObject): Written
}

export function createShapeWriter<D extends StoredDocument>(
  definition: CollectionDefinition<D>,
  written: WrittenVersion,
): ShapeWriter {
  const oldest = (): number => written(definition.name)
  return {
    isNewest: () => oldest() >= definition.version,
    over: (before, document) => downgrade(definition, document, Math.max(before, oldest())),
    fresh: (document) => downgrade(definition, document, oldest()),
  }
}

/**
 * The document, which has the definition's shape, in the oldest one from version `oldest` on that says all of it. Each
 * step back is taken forth again and compared: a step that loses something is not taken.
 */
function downgrade<D extends StoredDocument>(
  definition: CollectionDefinition<D>,
  document: PlainObject,
  oldest: number,
): Written {
  let written: Written = { version: definition.version, document }
  while (written.version > oldest) {
    const older = stepBack(definition, written)
    if (older === null) break
    written = older
  }
  return written
}

function stepBack<D extends StoredDocument>(
  definition: CollectionDefinition<D>,
  { version, document }: Written,
): Written | null {
  const step = definition.downgrades?.[version]
  if (step === undefined) return null
  const { _id, rev, ...fields } = document
  const older = { ...copyPlainObject(step(fields), definition.name), _id: _id!, rev: rev! }
  const again = upgradeTo(definition, version - 1, version, older)
  return isDeepStrictEqual(again, document) ? { version: version - 1, document: older } : null
}
