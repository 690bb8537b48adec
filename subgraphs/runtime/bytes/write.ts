import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { type Body, type ByteSource, isSource } from './byteSource.ts'

/**
 * Writes the body of an answer whose head, with its length, is written already, and ends it; a HEAD gets none. Resolves
 * when all of it is handed over or the client has left. Rejects when it cannot be read, and cuts the answer off then: no
 * client takes a part for the whole.
 */
export async function writeBody(response: ServerResponse, body: Body): Promise<void> {
  if (response.req.method === 'HEAD') return void response.end()
  if (!isSource(body)) return void response.end(body)
  try {
    await pipeline(exactly(body), response)
  } catch (error) {
    if (!hasLeft(error)) throw error
  }
}

/** What is one byte too long would be taken for the beginning of the next answer. */
async function* exactly({ size, read }: ByteSource): AsyncGenerator<Uint8Array> {
  let left = size
  for await (const bytes of size === 0 ? [] : read(0, size - 1)) {
    left -= bytes.length
    if (left < 0) break
    yield bytes
  }
  if (left !== 0) throw new Error(`A body must have as many bytes as it says, ${size}, but it has not.`)
}

function hasLeft(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | null)?.code === 'ERR_STREAM_PREMATURE_CLOSE'
}
