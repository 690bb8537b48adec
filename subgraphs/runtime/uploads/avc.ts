/** What a decoder of H.264 is set up with, and how its packets say how long each unit is. */
export interface AvcConfiguration {
  readonly bytes: Uint8Array
  /** 1, 2 or 4. */
  readonly lengthBytes: number
}

/** Kinds of units (ITU-T H.264, table 7-1). */
const SEQUENCE_PARAMETERS = 7
const PICTURE_PARAMETERS = 8
/** Slices, parameters, delimiters and ends: what a decoder needs. Not 6, notes beside the picture (SEI), nor filler. */
const NEEDED_UNITS = [1, 2, 3, 4, 5, SEQUENCE_PARAMETERS, PICTURE_PARAMETERS, 9, 10, 11]

/** Parameter sets are a few dozen bytes. */
const LONGEST_PARAMETERS = 512

/**
 * The `AVCDecoderConfigurationRecord` (ISO/IEC 14496-15, section 5.3.3.1) with nothing in it but its head and parameter
 * sets; null when it is none.
 */
export function readAvcConfiguration(record: Uint8Array): AvcConfiguration | null {
  const file = Buffer.from(record.buffer, record.byteOffset, record.byteLength)
  if (file.length < 7 || file[0] !== 1) return null
  const lengthBytes = ((file[4] ?? 0) & 3) + 1
  const sequences = readSets(file, 5, 0x1f, SEQUENCE_PARAMETERS)
  const pictures = sequences === null ? null : readSets(file, sequences, 0xff, PICTURE_PARAMETERS)
  if (pictures === null || lengthBytes === 3) return null
  // The fields for high profiles may follow: three bytes, then extensions, of which there must be none.
  const rest = file.length - pictures
  const extended = rest === 4 && file[pictures + 3] === 0
  return rest === 0 || extended ? { bytes: record.slice(), lengthBytes } : null
}

/** Where the list of parameter sets that begins at `at` ends; null when one is of another kind or sticks out. */
function readSets(file: Buffer, at: number, countMask: number, kind: number): number | null {
  if (at >= file.length) return null
  let left = (file[at] ?? 0) & countMask
  let next = at + 1
  for (; left > 0; left -= 1) {
    if (next + 2 > file.length) return null
    const length = file.readUInt16BE(next)
    if (length < 1 || length > LONGEST_PARAMETERS || next + 2 + length > file.length) return null
    if (((file[next + 2] ?? 0) & 0x1f) !== kind) return null
    next += 2 + length
  }
  return next
}

/** A packet without the units that no decoder needs; null when its lengths do not add up or nothing is left. */
export function withoutSideNotes(packet: Uint8Array, lengthBytes: number): Uint8Array | null {
  const file = Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength)
  const kept: Buffer[] = []
  for (let at = 0; at < file.length;) {
    if (at + lengthBytes > file.length) return null
    const end = at + lengthBytes + file.readUIntBE(at, lengthBytes)
    if (end > file.length || end === at + lengthBytes) return null
    if (NEEDED_UNITS.includes((file[at + lengthBytes] ?? 0) & 0x1f)) kept.push(file.subarray(at, end))
    at = end
  }
  return kept.length === 0 ? null : Buffer.concat(kept)
}
