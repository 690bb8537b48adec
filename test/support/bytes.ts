import { Readable } from 'node:stream'
import { type ByteSource, isSource } from '../../subgraphs/runtime/bytes/byteSource.ts'

/** All that a body holds, read as a server reads it. */
export async function wholeOf(body: Uint8Array | ByteSource): Promise<Buffer> {
  return isSource(body) ? partOf(body, 0, body.size - 1) : Buffer.from(body)
}

/** What a source answers for these positions, both included. */
export async function partOf(source: ByteSource, first: number, last: number): Promise<Buffer> {
  return Buffer.concat((await Readable.from(source.read(first, last)).toArray()) as Uint8Array[])
}
