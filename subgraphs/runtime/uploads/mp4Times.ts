/** Boxes that hold others on the way to those with times (ISO/IEC 14496-12). */
const FOLDERS = ['moov', 'trak', 'mdia']
const WITH_TIMES = ['mvhd', 'tkhd', 'mdhd']

/** Sets the times of creation and of the last change in an MP4 file to none: a film is the same whenever it is copied. */
export function forgetTimes(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  while (at + 8 <= file.length) {
    const size = file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    // 0 reaches to the end, 1 means a longer number follows: neither is a box that we look for.
    if (size < 8 || at + size > file.length) return
    const inside = file.subarray(at + 8, at + size)
    if (FOLDERS.includes(type)) forgetTimes(inside)
    // Version and flags, then both times: 4 bytes each, in version 1 of the box 8.
    if (WITH_TIMES.includes(type)) inside.fill(0, 4, inside[0] === 1 ? 20 : 12)
    at += size
  }
}
