import { createHash } from 'node:crypto'
import { createMemoryBlobs, type MemoryBlobs } from '../../subgraphs/runtime/uploads/memoryBlobs.ts'

/** Where an app of a test keeps its pictures and films: in memory, under a key of its own. */
export function memoryMedia(app: string): { baseUrl: string; key: Uint8Array; blobs: MemoryBlobs } {
  const key = createHash('sha256').update(`media ${app}`).digest()
  return { baseUrl: `http://${app}.test`, key, blobs: createMemoryBlobs() }
}
