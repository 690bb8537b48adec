import type { IndexInspection } from '../document/inspection.ts'
import type { CollectionDefinition } from '../port.ts'
import { createCatalog, DONE, shapeOf } from './catalog.ts'
import { acquireEnvironment } from './environment.ts'

/** Looks into the catalog of the store in this directory. */
export async function inspectLmdbIndexes(
  directory: string,
  definitions: readonly CollectionDefinition<never>[],
): Promise<IndexInspection> {
  const { environment, release } = await acquireEnvironment(directory)
  try {
    const catalog = createCatalog(environment)
    const shelves = environment.read(() => new Map(catalog.shelves().map((shelf) => [shelf.name, shelf])))
    const missing = definitions.flatMap(({ name, indexes }) => {
      const built = shelves.get(name)?.spaces.flatMap(({ shape, builtTo }) => (builtTo === DONE ? [shape] : []))
      if (built === undefined) return []
      return indexes.filter((index) => !built.includes(shapeOf(index))).map((index) => `${name}.${index.name}`)
    })
    return { missing, unopened: definitions.map(({ name }) => name).filter((name) => !shelves.has(name)) }
  } finally {
    await release()
  }
}
