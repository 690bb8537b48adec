import { fault } from '../errors/fault.ts'
import type { CleanMedia } from './cleanMedia.ts'
import { type TakenType, typeOfContent } from './contentType.ts'
import { cleanFilm } from './film.ts'
import { MOST_CLEAN_BYTES } from './limits.ts'
import { checkPicture, cleanPicture } from './picture.ts'
import { createTurns } from './turns.ts'

/** A decoder takes up to some hundred megabytes. */
const AT_ONCE = 2
const turns = createTurns(AT_ONCE)

/**
 * The same picture or film with nothing left in it but what is seen and heard: decoded and encoded anew (pictures), or
 * taken out of its container packet by packet (films). No EXIF, XMP or IPTC, no colour profile, no comment, no location.
 * Throws the faults `UPLOAD_TYPE_REFUSED`, `UPLOAD_DAMAGED`, `UPLOAD_DIMENSIONS_TOO_LARGE`, `UPLOAD_FILM_TOO_LONG`.
 */
export function cleanMedia(bytes: Uint8Array): Promise<CleanMedia> {
  const type = typeOfContent(bytes)
  if (type === null) return Promise.reject(fault('UPLOAD_TYPE_REFUSED'))
  return turns(() => (isFilm(type) ? cleanFilm(bytes, type) : cleanPicture(bytes, type)))
}

/**
 * Whether this is what `cleanMedia` answers, proved anew, for bytes that another process says to have cleaned: a picture
 * is decoded and left as it is, so that it does not fade on its way. Throws the same faults.
 */
export function checkMedia(bytes: Uint8Array): Promise<CleanMedia> {
  const type = bytes.length <= MOST_CLEAN_BYTES ? typeOfContent(bytes) : null
  if (type === null) return Promise.reject(fault('UPLOAD_TYPE_REFUSED'))
  return turns(() => (isFilm(type) ? cleanFilm(bytes, type) : checkPicture(bytes, type)))
}

function isFilm(type: TakenType): type is 'video/mp4' | 'video/webm' {
  return type === 'video/mp4' || type === 'video/webm'
}
