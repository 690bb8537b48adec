/** A part of some bytes: positions counted from 0, both included. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

/**
 * The part of `size` bytes that a `Range` header asks for (RFC 9110, sections 14.1 and 14.2), or `'OUTSIDE'` when nothing
 * of it is there. Null when the whole is to be answered: for no header, another unit, what is malformed, and more than
 * one part at once, which a server may ignore and which nobody needs to watch a film.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'OUTSIDE' | null {
  const set = /^bytes=(.*)$/i.exec(header?.trim() ?? '')?.[1] ?? ''
  const [asked, ...more] = set
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const [, first = '', last = ''] = /^(\d*)-(\d*)$/.exec(asked ?? '') ?? []
  if (more.length > 0 || (first === '' && last === '')) return null
  if (first === '') return suffixOf(Number(last), size)
  return between(Number(first), last === '' ? Infinity : Number(last), size)
}

/** The last `length` bytes, or all where there are fewer. */
function suffixOf(length: number, size: number): ByteRange | 'OUTSIDE' | null {
  if (length === 0) return 'OUTSIDE'
  // The end of nothing is nothing: it can be answered, but not be written as a part.
  return size === 0 ? null : { first: Math.max(0, size - length), last: size - 1 }
}

function between(first: number, last: number, size: number): ByteRange | 'OUTSIDE' | null {
  if (last < first) return null
  return first >= size ? 'OUTSIDE' : { first, last: Math.min(last, size - 1) }
}
