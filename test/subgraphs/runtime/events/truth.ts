import type { StoredEvent, Topic } from '../../../../subgraphs/runtime/events/topic.ts'
import type { Collection, CollectionDefinition, Storage, StoredDocument } from '../../../../subgraphs/storage/port.ts'

/** What was really appended, as the store saw it: the number that each event carries, in order, over all epochs. */
export interface Truth {
  readonly storage: Storage
  /** The events of the topic that this cursor is of. */
  eventsAt(cursor: string): readonly number[]
  /** How many of them come before this cursor. */
  positionOf(cursor: string): number
  /** Whether two logs had one name: then a cursor of one is taken for one of the other. */
  hasDoubles(): boolean
}

export function createTruth(inner: Storage): Truth {
  const byTopic = new Map<string, number[]>()
  const epochs = new Map<string, { readonly events: number[]; readonly start: number }>()
  let doubles = false
  const numberOf = (event: StoredEvent): number => event.data as number

  function began({ _id, epoch, tail }: Topic): void {
    const events = byTopic.get(_id) ?? []
    byTopic.set(_id, events)
    doubles ||= epochs.has(epoch)
    epochs.set(epoch, { events, start: events.length })
    events.push(...tail.map(numberOf))
  }

  function appended({ _id }: Topic, events: readonly StoredEvent[]): void {
    byTopic.get(_id)!.push(...events.map(numberOf))
  }

  function epochOf(cursor: string) {
    return epochs.get(cursor.split(':')[0]!) ?? { events: [], start: Number.NaN }
  }

  return {
    storage: watched(inner, began, appended),
    eventsAt: (cursor) => epochOf(cursor).events,
    positionOf: (cursor) => epochOf(cursor).start + Number(cursor.split(':')[1]),
    hasDoubles: () => doubles,
  }
}

type Began = (topic: Topic) => void
type Appended = (topic: Topic, events: readonly StoredEvent[]) => void

/** For writes that come one at a time. */
function watched(inner: Storage, began: Began, appended: Appended): Storage {
  return {
    collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
      const of = inner.collection(definition)
      return {
        ...forwarded(of),
        async insert(document) {
          const answer = await of.insert(document)
          if (answer === 'inserted') began(document as unknown as Topic)
          return answer
        },
        async patch(id, guard, operations) {
          const after = await of.patch(id, guard, operations)
          const events = operations.push?.['tail'] as readonly StoredEvent[] | undefined
          if (after !== null && events !== undefined) appended(after as unknown as Topic, events)
          return after
        },
      }
    },
    check: () => inner.check(),
    close: () => inner.close(),
  }
}

export function forwarded<D extends StoredDocument>(of: Collection<D>): Collection<D> {
  return {
    getMany: (ids) => of.getMany(ids),
    insert: (document) => of.insert(document),
    replace: (next, rev) => of.replace(next, rev),
    patch: (id, guard, operations) => of.patch(id, guard, operations),
    page: (index, eq, request) => of.page(index, eq, request),
    countMany: (index, equalities, cap) => of.countMany(index, equalities, cap),
    delete: (id, rev) => of.delete(id, rev),
  }
}
