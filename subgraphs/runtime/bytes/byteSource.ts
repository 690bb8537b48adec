/** Bytes that are read in parts, so that nobody need hold the whole of a film. */
export interface ByteSource {
  /** How many there are. */
  readonly size: number
  /**
   * Those from `first` to `last`, counted from 0, both included. Whoever stops asking early lets go of what was opened.
   * Rejects with the first piece that cannot be read (any more).
   */
  readonly read: (first: number, last: number) => AsyncIterable<Uint8Array>
}

/** What an HTTP answer can carry. */
export type Body = string | Uint8Array | ByteSource

/** Whether it is read when it is sent, and not before. */
export function isSource(body: Body): body is ByteSource {
  return typeof body !== 'string' && !(body instanceof Uint8Array)
}

/** In bytes; of text, in UTF-8. */
export function lengthOf(body: Body): number {
  if (isSource(body)) return body.size
  return typeof body === 'string' ? Buffer.byteLength(body) : body.length
}

/** Bytes that are in memory already. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    async *read(first, last) {
      yield bytes.subarray(first, last + 1)
    },
  }
}

/** Only those from `first` to `last`, both included; nothing of them is copied. */
export function cut<Bytes extends Uint8Array | ByteSource>(bytes: Bytes, first: number, last: number): Bytes
export function cut(bytes: Uint8Array | ByteSource, first: number, last: number): Uint8Array | ByteSource {
  if (!isSource(bytes)) return bytes.subarray(first, last + 1)
  return { size: last - first + 1, read: (from, to) => bytes.read(first + from, first + to) }
}
