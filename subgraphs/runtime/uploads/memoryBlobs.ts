import { sourceOf } from '../bytes/byteSource.ts'
import { type Blobs, checkBlobName } from './blobs.ts'

export interface MemoryBlobs extends Blobs {
  /** The names of all that is there, for tests that look for what nobody deleted. */
  names(): readonly string[]
}

/** Keeps everything until the process ends; for tests. */
export function createMemoryBlobs(): MemoryBlobs {
  const blobs = new Map<string, Uint8Array>()
  return {
    put: async (name, bytes) => void blobs.set(checkBlobName(name), bytes.slice()),
    get: async (name) => blobs.get(checkBlobName(name))?.slice() ?? null,
    async source(name) {
      const bytes = blobs.get(checkBlobName(name))
      return bytes === undefined ? null : sourceOf(bytes)
    },
    delete: async (name) => blobs.delete(checkBlobName(name)),
    names: () => [...blobs.keys()],
  }
}
