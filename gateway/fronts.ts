import type { Log } from '../subgraphs/runtime/log/log.ts'
import { createDocuments, type Documents } from './admit/documents.ts'
import type { Generation } from './engine.ts'
import { createHolders, type Holders } from './holders.ts'
import { createPersistedQueries, type PersistedQueries } from './receive/persistedQuery.ts'
import { type ApolloFront, createApolloFront } from './respond/apolloServer.ts'

/** All that belongs to one generation: its documents, its Apollo Server, and how many requests hold it. */
export interface Front {
  readonly generation: Generation
  readonly documents: Documents
  readonly apollo: ApolloFront
}

export interface Fronts {
  readonly persisted: PersistedQueries
  readonly current: () => Generation
  /** Runs `work` with the generation of now, which stays whole until `work` has ended. */
  readonly pinned: <Result>(work: (front: Front) => Promise<Result>) => Promise<Result>
  /** Later requests get `generation`. Resolves when no request holds the old one any more. */
  readonly swap: (generation: Generation) => Promise<void>
  /** Ends the current one; for when nothing is asked any more. */
  readonly stop: () => Promise<void>
}

export function createFronts(first: Generation, log: Log): Fronts {
  const persisted = createPersistedQueries()
  let current = open(first)

  function open(generation: Generation): Front & { readonly holders: Holders } {
    const documents = createDocuments(generation.apiSchema)
    const apollo = createApolloFront({ generation, documents, persisted, log })
    return { generation, documents, apollo, holders: createHolders() }
  }

  return {
    persisted,
    current: () => current.generation,
    pinned: (work) => {
      const front = current
      return front.holders.during(work(front))
    },
    swap: async (generation) => {
      const old = current
      current = open(generation)
      await old.holders.none()
      await old.apollo.stop()
    },
    stop: () => current.apollo.stop(),
  }
}
