import type { ByteSource } from '../bytes/byteSource.ts'

/**
 * Where the bytes of pictures and films are: a port, so that an object store can stand here later. It knows nothing of
 * people, types or rights; whoever holds a name decides who sees what is behind it.
 *
 * Rules that hold for every adapter:
 * - A name is 1 to 200 of a-z, 0-9, dot, hyphen and underscore and begins with a letter or digit; any other throws a
 *   `RangeError`. Names mean nothing here: no folder, no ending is read from them.
 * - What `put` answered survives the death of the process. A `put` that was under way then is there whole or not at all.
 * - There is no list: what is stored and when it goes is known by whoever stored it.
 */
export interface Blobs {
  /** Stores the bytes under the name, in place of what was there. */
  put(name: string, bytes: Uint8Array): Promise<void>
  /** The bytes, or null when there are none. */
  get(name: string): Promise<Uint8Array | null>
  /** The same, to be read in parts, without holding the whole; null when there are none. Nothing is held open for it. */
  source(name: string): Promise<ByteSource | null>
  /** Removes the bytes for good; answers whether there were any. */
  delete(name: string): Promise<boolean>
}

const NAME = /^[a-z0-9][a-z0-9._-]{0,199}$/

/** Throws a `RangeError` for what is no name of a blob. */
export function checkBlobName(name: string): string {
  if (NAME.test(name)) return name
  throw new RangeError(`A blob must be named by 1 to 200 of a-z, 0-9, dot, hyphen, underscore, but got: ${name}.`)
}
