/** What is taken, by what the bytes are: whatever a name or a header says, and nothing that could hold a script. */
export const TAKEN_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
  'video/mp4',
  'video/webm',
] as const
export type TakenType = (typeof TAKEN_TYPES)[number]

export function isTakenType(type: string): type is TakenType {
  return (TAKEN_TYPES as readonly string[]).includes(type)
}

/** The brands of ISO/IEC 14496-12 files that are films in MP4; QuickTime's own (`qt  `) are not. */
const FILM_BRANDS = ['isom', 'iso2', 'iso3', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'dash', 'msdh']
const AVIF_BRANDS = ['avif', 'avis']

/**
 * What the first bytes say that it is (the WHATWG MIME Sniffing standard, section 6), or null for everything that is not
 * taken. Only a first sieve: what follows them is proved by whoever decodes it.
 */
export function typeOfContent(bytes: Uint8Array): TakenType | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  if (head.slice(4, 8) === 'ftyp') return typeOfBrand(head.slice(8, 12))
  // Matroska says in its header, which is short, what it holds.
  if (head.startsWith('\x1a\x45\xdf\xa3') && head.includes('\x42\x82\x84webm')) return 'video/webm'
  return null
}

function typeOfBrand(brand: string): TakenType | null {
  if (AVIF_BRANDS.includes(brand)) return 'image/avif'
  return FILM_BRANDS.includes(brand) ? 'video/mp4' : null
}
