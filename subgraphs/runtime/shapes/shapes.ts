import type { Collection, CollectionDefinition, Storage, StoredDocument, WrittenVersion } from '../../storage/port.ts'
import { StorageError } from '../../storage/port.ts'

/** For each collection that a process has opened: up to which version of its documents it reads. */
export type KnownShapes = Readonly<Record<string, number>>

/** What the processes of a store have agreed on. */
interface AgreementRow extends StoredDocument {
  /** By collection: every process that runs, and every one that will, reads documents up to this version. */
  readonly versions: KnownShapes
}

export const SHAPES: CollectionDefinition<AgreementRow> = { name: 'house_shapes', version: 1, indexes: [] }

const AGREEMENT = 'agreed'

/** For whoever only looks: the agreement of a store; null before any process has served it. */
export async function readAgreement(storage: Storage): Promise<KnownShapes | null> {
  const [row] = await storage.collection(SHAPES).getMany([AGREEMENT])
  return row?.versions ?? null
}

/** A process as far as this room asks: `shapes` is absent where a release that did not say them runs. */
export interface Reader {
  readonly shapes?: KnownShapes
}

/**
 * In which shapes the documents of a store are written, while processes of several releases run side by side: as all of
 * them read. The store keeps what was agreed on; it is only ever raised, by a process that sees that all who run read
 * more. Nobody is asked: who raises looks at what each has said of itself (`runtime/processes`), and a process says it
 * before it looks at the agreement. One that joins in between, or was taken for gone, is refused what is too new for it,
 * document by document, and sees so at its next look (`tooOld`).
 */
export interface Shapes {
  /** For the adapter, which asks at each write. Before anything was read: the oldest shape that there can be. */
  readonly written: WrittenVersion
  /** Reads what was agreed on; the answer is the store that this process uses. `isNew`: nobody has written to it. */
  open(storage: Storage, isNew: boolean): Promise<Storage>
  /** What this process says of itself. */
  known(): KnownShapes
  /** Looks at the agreement again, and raises it to what all of these read, this process among them. */
  review(running: readonly Reader[]): Promise<void>
  /** Why this process must not serve, or null: a newer release writes what it cannot read. */
  tooOld(): StorageError | null
}

/** `hold`: reads what is new, but has nothing raised while it runs, so that the release before can be gone back to. */
export function createShapes({ hold }: { readonly hold: boolean }): Shapes {
  const opened = new Map<string, number>()
  let agreed: KnownShapes = {}
  let isNew = false
  let rows: Collection<AgreementRow> | null = null

  const written: WrittenVersion = (name) => agreed[name] ?? (isNew ? Number.POSITIVE_INFINITY : 1)

  async function read(): Promise<AgreementRow | null> {
    const [row] = rows === null ? [] : await rows.getMany([AGREEMENT])
    agreed = row?.versions ?? {}
    return row ?? null
  }

  /** Whoever loses to another process sees at the next look what that one has raised. */
  async function raise(before: AgreementRow | null, versions: KnownShapes): Promise<void> {
    if (before === null) await rows?.insert({ _id: AGREEMENT, versions })
    else await rows?.patch(AGREEMENT, { rev: before.rev }, { set: pathsOf(versions) })
    await read()
  }

  const known = (): KnownShapes => mapOf(opened, (name, version) => (hold ? Math.min(version, written(name)) : version))

  return {
    written,
    async open(storage, isFresh) {
      rows = storage.collection(SHAPES)
      isNew = isFresh
      await read()
      return noting(storage, opened)
    },
    known,
    async review(running) {
      const before = await read()
      const all = [...running, { shapes: known() }]
      const readByAll = mapOf(opened, (name) => Math.min(...all.map(({ shapes }) => readBy(shapes, name))))
      const raised = Object.entries(readByAll).filter(([name, version]) => version > (agreed[name] ?? 0))
      if (raised.length > 0) await raise(before, Object.fromEntries(raised))
      // From now on others may have come. Not before: in a new store there is no former release to hold anything for.
      isNew = false
    },
    tooOld() {
      const newer = [...opened].filter(([name, version]) => (agreed[name] ?? 1) > version)
      return newer.length === 0 ? null : tooOldError(newer, agreed)
    },
  }
}

/** A process that has not opened the collection reads none of it, so that it is not in the way. */
function readBy(shapes: KnownShapes | undefined, name: string): number {
  return shapes === undefined ? 1 : (shapes[name] ?? Number.POSITIVE_INFINITY)
}

function noting(storage: Storage, opened: Map<string, number>): Storage {
  return {
    ...storage,
    collection<D extends StoredDocument>(definition: CollectionDefinition<D>): Collection<D> {
      opened.set(definition.name, Math.max(definition.version, opened.get(definition.name) ?? 1))
      return storage.collection(definition)
    },
  }
}

function mapOf(opened: ReadonlyMap<string, number>, of: (name: string, version: number) => number): KnownShapes {
  return Object.fromEntries([...opened].map(([name, version]) => [name, of(name, version)]))
}

function pathsOf(versions: KnownShapes): Record<string, number> {
  return Object.fromEntries(Object.entries(versions).map(([name, version]) => [`versions.${name}`, version]))
}

function tooOldError(newer: readonly (readonly [string, number])[], agreed: KnownShapes): StorageError {
  const which = newer.map(([name, version]) => `"${name}" in version ${agreed[name] ?? 1} (known: ${version})`)
  return new StorageError(
    'STORE_TOO_NEW',
    `A newer release writes ${which.join(', ')}. Run that release (or a newer one) on this data.`,
  )
}
