import type { ErrorDefinition } from './definition.ts'

/** Why an upload was not taken: the answer to its PUT. Nothing of what was sent is kept then. Part of `ERRORS`. */
export const UPLOAD_ERRORS = {
  UPLOAD_URL_INVALID: {
    status: 403,
    message: 'This must be the URL of an upload as it was given, within 10 minutes. Ask for a new upload.',
    since: '0.1.0',
  },
  UPLOAD_ALREADY_DONE: {
    status: 409,
    message: 'A URL takes one upload, and this one has had it. Ask for a new upload.',
    since: '0.1.0',
  },
  UPLOAD_INCOMPLETE: {
    status: 400,
    message: 'The body must have as many bytes as were announced, but has fewer. Send the whole again to this URL.',
    since: '0.1.0',
  },
  UPLOAD_DIGEST_WRONG: {
    status: 400,
    message: 'The body must have the SHA-256 that was announced, but has another. Send it again to this URL.',
    since: '0.1.0',
  },
  UPLOAD_TYPE_REFUSED: {
    status: 415,
    message:
      'The content must be a picture (JPEG, PNG, WebP, AVIF, GIF) or a film (MP4 with H.264 and AAC, WebM with VP8 or ' +
      'VP9 and Opus), whatever it is called. Convert it, and ask for a new upload.',
    since: '0.1.0',
  },
  UPLOAD_DAMAGED: {
    status: 422,
    message:
      'The picture or film must be whole, but cannot be read to its end. Save it anew, and ask for a new upload.',
    since: '0.1.0',
  },
  UPLOAD_DIMENSIONS_TOO_LARGE: {
    status: 422,
    message:
      'A picture may have at most 64 million pixels, all frames together, 16,384 a side and 200 frames. Make it ' +
      'smaller, and ask for a new upload.',
    since: '0.1.0',
  },
  UPLOAD_FILM_TOO_LONG: {
    status: 422,
    message: 'A film may last at most 60 seconds. Shorten it, and ask for a new upload.',
    since: '0.1.0',
  },
} as const satisfies Record<string, ErrorDefinition>
