import { createCatalog } from '../../subgraphs/storage/lmdb/catalog.ts'
import { acquireEnvironment } from '../../subgraphs/storage/lmdb/environment.ts'
import { AFTER_ALL } from '../../subgraphs/storage/lmdb/keys.ts'

/** A document as it lies in the store, and the name of its collection. */
export interface Stored {
  readonly collection: string
  readonly document: unknown
}

/** Everything in an embedded store, read past the port: what an operator finds who opens the file. */
export async function storedDocuments(directory: string): Promise<readonly Stored[]> {
  const { environment, release } = await acquireEnvironment(directory)
  try {
    const catalog = createCatalog(environment)
    return environment.read(() =>
      catalog.shelves().flatMap(({ name, prefix }) => {
        const rows = environment.database.getRange({ start: prefix, end: prefix + AFTER_ALL })
        return [...rows].map(({ value }) => ({ collection: name, document: JSON.parse(value) as unknown }))
      }),
    )
  } finally {
    await release()
  }
}

/** Every text in a JSON value; names of fields are not among them. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
