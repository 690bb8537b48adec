/** The two media types of "GraphQL over HTTP"; they differ in their status codes (respond/status.ts). */
export type MediaType = 'application/json' | 'application/graphql-response+json'

interface Range {
  readonly type: string
  readonly quality: number
}

/** What clients of subscriptions ask for; until these are served, the reason why not comes as JSON. */
const STREAMS = ['text/event-stream', 'multipart/mixed']

/**
 * The media type that the client likes best (RFC 9110, section 12.5.1): by quality, then by its own order. JSON where
 * it takes anything, says nothing or wants a stream; null when it takes none of these.
 */
export function chooseMediaType(accept: string | undefined): MediaType | null {
  if (accept === undefined || accept === '') return 'application/json'
  const ranges = accept.split(',').map(parseRange)
  let best: { readonly type: MediaType; readonly quality: number } | null = null
  for (const range of ranges) {
    const type = supported(range.type)
    if (type !== null && range.quality > (best?.quality ?? 0)) best = { type, quality: range.quality }
  }
  return best?.type ?? (ranges.some(({ type }) => STREAMS.includes(type)) ? 'application/json' : null)
}

function parseRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 }
}

function supported(type: string): MediaType | null {
  if (type === 'application/graphql-response+json') return type
  return type === 'application/json' || type === 'application/*' || type === '*/*' ? 'application/json' : null
}
