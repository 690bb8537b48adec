import type { PutStory } from '../../../subgraphs/runtime/crossposts/operations.ts'
import { L } from '../../../subgraphs/runtime/grants/constants.ts'
import type { InternalCalls } from '../../../subgraphs/runtime/internal/client.ts'
import type { Collection, CollectionDefinition, Storage, StoredDocument } from '../../../subgraphs/storage/port.ts'
import type { Exchange, Ground } from './processes.ts'

// Planted faults, around the real parts.

/** Photo and social receive puts that this changed. */
const receiving = (change: (story: PutStory, ground: Ground) => PutStory): Exchange => ({
  subgraph: (service, subgraph, ground) =>
    service === 'photo' || service === 'social'
      ? {
          ...subgraph,
          callInternal: (operation, caller, input) =>
            subgraph.callInternal(
              operation,
              caller,
              operation === 'putStory' ? change(input as PutStory, ground) : input,
            ),
        }
      : subgraph,
})

/** A receiver that forgets its key: each put makes a copy of its own. */
export const forgottenKey = receiving((story, { random }) => ({ ...story, key: random.id() }))

const DAY_MS = 24 * 60 * 60 * 1000

/** An expiry taken from the copy: it shows for a day from when it came. */
export const expiryOfTheCopy = receiving((story, { clock }) => ({ ...story, expiresAt: clock.wall() + DAY_MS }))

/** A receiver that takes whatever comes, however late. */
export const nothingTooLate = receiving((story, { clock }) => ({ ...story, validUntil: clock.wall() + L }))

/** A receiver that looks only at what it has: a put that comes late overwrites a newer one. */
export const lastPutWins = receiving((story, { clock }) => ({ ...story, revision: clock.monotonic() + 1 }))

/** A worker that acknowledges before acting: what it calls has been done, it says, and only then it is tried, once. */
export const acknowledgedFirst: Exchange = {
  ground: (service, ground) => (service === 'accounts' ? { ...ground, internal: hasty(ground.internal) } : ground),
}

function hasty(internal: InternalCalls): InternalCalls {
  return {
    async call(to, operation, input) {
      if (operation !== 'putStory' && operation !== 'endStory') return internal.call(to, operation, input)
      void internal.call(to, operation, input).catch(() => undefined)
      return operation === 'putStory' ? { outcome: 'LIVE', storyId: 'soon' } : {}
    },
  }
}

/** A fence that is ignored: who reads the account sees none, so that only the state of now counts. */
export const ignoredFence: Exchange = {
  ground: (service, ground) => (service === 'accounts' ? { ...ground, storage: withoutFence(ground.storage) } : ground),
}

function withoutFence(inner: Storage): Storage {
  const blind = <D extends StoredDocument | null>(document: D): D => {
    if (document === null || !('crossposting' in document)) return document
    return { ...document, crossposting: {} }
  }
  return {
    ...inner,
    collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
      const of = inner.collection(definition)
      if (definition.name !== 'accounts') return of
      return {
        ...of,
        getMany: async (ids) => (await of.getMany(ids)).map(blind),
        patch: async (id, guard, operations) => blind(await of.patch(id, guard, operations)),
      }
    },
  }
}
