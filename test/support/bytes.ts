import { Readable } from 'node:stream'
import { type Body, type ByteSource, isSource } from '../../subgraphs/runtime/bytes/byteSource.ts'

/** The text of an answer that is one. */
export function textOf(body: Body | undefined): string {
  if (typeof body === 'string') return body
  throw new TypeError('The answer must be a text')
}

/** All that a body holds, read as a server reads it. */
export async function wholeOf(body: Uint8Array | ByteSource): Promise<Buffer> {
  return isSource(body) ? partOf(body, 0, body.size - 1) : Buffer.from(body)
}

/** What a source answers for these positions, both included. */
export async function partOf(source: ByteSource, first: number, last: number): Promise<Buffer> {
  return Buffer.concat((await Readable.from(source.read(first, last)).toArray()) as Uint8Array[])
}
