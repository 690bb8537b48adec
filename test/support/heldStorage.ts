import type { Collection, CollectionDefinition, Storage, StoredDocument } from '../../subgraphs/storage/port.ts'

/** A call of a collection that waits at the gate. Exactly one of `go` and `goUnheard` may be called, once. */
export interface HeldCall<Tag> {
  /** The collection's name, and the method. */
  readonly collection: string
  readonly method: keyof Collection<StoredDocument>
  /** The documents that it names; empty for a page or a count. */
  readonly ids: readonly string[]
  /** What `tag` said when the call was made. */
  readonly tag: Tag
  /** Lets the call take place and its caller hear the answer. Resolves once it took place. */
  go(): Promise<void>
  /** Lets the call take place, but its caller never hears of it: it died meanwhile. */
  goUnheard(): Promise<void>
}

/** A store as one process sees it. */
export interface HeldProcess {
  readonly storage: Storage
  /** Its waiting calls are dropped for ever, and whatever it still calls never takes place nor answers. */
  readonly kill: () => void
}

export interface HeldStorage<Tag> {
  process(): HeldProcess
  /** Longest waiting first. */
  waiting(): readonly HeldCall<Tag>[]
}

export interface HeldOptions<Tag> {
  /** The store behind the gate. */
  readonly inner: Storage
  /** Whether calls made now are held; those that are not take place at once. Default: all are. */
  readonly holds?: () => boolean
  /** Read when a call is made: tells whose it is. */
  readonly tag: () => Tag
  /** After a held call took place, and before its caller hears of it. */
  readonly after?: (call: HeldCall<Tag>, answer: unknown) => Promise<void>
}

/** A store whose calls wait until a test lets them through one by one, for several processes that may be killed. */
export function createHeldStorage<Tag>({
  inner,
  holds = () => true,
  tag,
  after = async () => {},
}: HeldOptions<Tag>): HeldStorage<Tag> {
  let waiting: HeldCall<Tag>[] = []

  function process(): HeldProcess {
    const own = new Set<HeldCall<Tag>>()
    let alive = true

    function held<T>(about: Pick<HeldCall<Tag>, 'collection' | 'method' | 'ids'>, call: () => Promise<T>): Promise<T> {
      if (alive && !holds()) return call()
      return new Promise<T>((resolve, reject) => {
        if (!alive) return
        const take = async (heard: boolean): Promise<void> => {
          own.delete(entry)
          waiting = waiting.filter((other) => other !== entry)
          const taken = call()
          const answer = await taken.catch(() => undefined)
          await after(entry, answer)
          if (heard) taken.then(resolve, reject)
        }
        const entry: HeldCall<Tag> = { ...about, tag: tag(), go: () => take(true), goUnheard: () => take(false) }
        own.add(entry)
        waiting.push(entry)
      })
    }

    function kill(): void {
      alive = false
      waiting = waiting.filter((call) => !own.has(call))
    }

    return { storage: heldStore(inner, held), kill }
  }

  return { process, waiting: () => waiting }
}

type Hold = <T>(about: Pick<HeldCall<unknown>, 'collection' | 'method' | 'ids'>, call: () => Promise<T>) => Promise<T>

function heldStore(inner: Storage, held: Hold): Storage {
  return {
    collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
      const of = inner.collection(definition)
      const about = (method: keyof Collection<StoredDocument>, ids: readonly string[] = []) => ({
        collection: definition.name,
        method,
        ids,
      })
      return {
        getMany: (ids) => held(about('getMany', ids), () => of.getMany(ids)),
        insert: (document) => held(about('insert', [document._id]), () => of.insert(document)),
        replace: (next, rev) => held(about('replace', [next._id]), () => of.replace(next, rev)),
        patch: (id, guard, operations) => held(about('patch', [id]), () => of.patch(id, guard, operations)),
        page: (index, eq, request) => held(about('page'), () => of.page(index, eq, request)),
        countMany: (index, equalities, cap) => held(about('countMany'), () => of.countMany(index, equalities, cap)),
        delete: (id, rev) => held(about('delete', [id]), () => of.delete(id, rev)),
      }
    },
    check: () => inner.check(),
    close: () => inner.close(),
  }
}

/** Until whatever was under way in this process waits for something else: loaders collect in microtasks and ticks. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
}
