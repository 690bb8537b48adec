/** The chunks of a WebP file that are the picture itself (RFC 9649, section 2); not `EXIF`, `XMP `, `ICCP`, unknown. */
const PICTURE_CHUNKS = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']

/** Whether this is one whole WebP file with nothing in it, or behind it, but a picture. */
export function holdsPictureOnly(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP') return false
  if (file.readUInt32LE(4) + 8 !== file.length) return false
  let at = 12
  while (at + 8 <= file.length) {
    if (!PICTURE_CHUNKS.includes(file.toString('latin1', at, at + 4))) return false
    const length = file.readUInt32LE(at + 4)
    at += 8 + length + (length % 2)
  }
  return at === file.length
}
