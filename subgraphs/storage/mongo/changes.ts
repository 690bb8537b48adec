import type { Changes } from '../port.ts'
import type { Connection, RowChange } from './connection.ts'

/**
 * What MongoDB's change stream tells of a collection: on a replica set or a sharded cluster, of what the majority has. A
 * single server has none and refuses. The driver takes up once a stream that broke; what it cannot take up is rejected
 * with, as everything else.
 */
export async function* changesOf(
  connection: Connection,
  collection: string,
  signal: AbortSignal,
): AsyncGenerator<Changes, void> {
  if (signal.aborted) return
  await connection.call(async () => {})
  const stream = connection.watch(collection)
  const close = (): void => void stream.close().catch(() => {})
  signal.addEventListener('abort', close)
  try {
    while (!signal.aborted) {
      const change = await stream.tryNext()
      if (change?.clusterTime !== undefined) connection.heardOf(change.clusterTime)
      if (!signal.aborted) yield toldOf(change)
    }
  } catch (error) {
    // In the port's terms: a store that was closed meanwhile says so.
    if (!signal.aborted) await connection.call(() => Promise.reject(error))
  } finally {
    signal.removeEventListener('abort', close)
    close()
  }
}

function toldOf(change: RowChange | null): Changes {
  if (change === null) return []
  const id = change.documentKey?._id
  // The whole collection was dropped or renamed; or the server is none of MongoDB's and tells no id of an update.
  return typeof id === 'string' ? [id] : 'UNKNOWN'
}
