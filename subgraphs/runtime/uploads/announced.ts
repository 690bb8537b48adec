import { isTakenType } from './contentType.ts'
import { MOST_BYTES } from './limits.ts'

/** What a client says of an upload before it sends it. */
export interface AnnouncedInput {
  readonly contentType?: string | null | undefined
  readonly bytes: number
  readonly sha256: string
}

/** Why an upload is refused before it is sent; each domain has these codes in its own enum. */
export type UploadRefusalCode =
  'UPLOAD_TOO_LARGE' | 'UPLOAD_TYPE_REFUSED' | 'UPLOAD_DIGEST_MALFORMED' | 'UPLOADS_TOO_MANY'

/** How many uploads a person may have that were not used yet. */
export const MOST_OPEN = 20

/** What must hold, what came instead, what to do: for the tables of the domains. */
export const UPLOAD_MESSAGES: Readonly<Record<UploadRefusalCode | 'UPLOAD_NOT_FOUND', string>> = {
  UPLOAD_TOO_LARGE: `An upload must have 1 to ${MOST_BYTES} bytes, but this one has not. Make the picture or film smaller.`,
  UPLOAD_TYPE_REFUSED:
    'An upload must be a picture (JPEG, PNG, WebP, AVIF, GIF) or a film (MP4, WebM), but this is another type. Convert it.',
  UPLOAD_DIGEST_MALFORMED:
    'The digest must be the SHA-256 of the bytes in base64url, 43 characters, but it is not. Compute it again.',
  UPLOADS_TOO_MANY: `At most ${MOST_OPEN} uploads may wait to be used, but as many do. Use them, or wait for an hour.`,
  UPLOAD_NOT_FOUND:
    'There must be a whole upload of yours with this id that was not used, of the last hour, but there is none. Make a new one.',
}

/** Why what was announced cannot be taken, with the field of the input; null when it can. */
export function whyNotTaken(input: AnnouncedInput): { readonly code: UploadRefusalCode; readonly path: string } | null {
  const { contentType, bytes, sha256 } = input
  if (!(bytes >= 1 && bytes <= MOST_BYTES)) return { code: 'UPLOAD_TOO_LARGE', path: 'bytes' }
  // What it says here is believed by nobody: it only saves an upload that would be refused.
  const essence = contentType?.split(';')[0]?.trim().toLowerCase() ?? null
  if (essence !== null && !isTakenType(essence)) return { code: 'UPLOAD_TYPE_REFUSED', path: 'contentType' }
  if (!isDigest(sha256)) return { code: 'UPLOAD_DIGEST_MALFORMED', path: 'sha256' }
  return null
}

/** 32 bytes, in the one way to write them. */
function isDigest(text: string): boolean {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length === 32 && bytes.toString('base64url') === text
}
