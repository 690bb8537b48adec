import { statusOf } from '../../subgraphs/runtime/errors/registry.ts'
import type { MediaType } from '../receive/accept.ts'

/**
 * The HTTP status of a well-formed request whose operation is refused as a whole, by the code of its first error
 * ("GraphQL over HTTP", sections 6.4.1 and 6.4.2): with `application/json` a fault of the document or its variables is
 * 200, since such a client cannot tell our 400 from a proxy's. Who may not ask gets 401 or 403 either way.
 */
export function statusOfRefusal(code: unknown, mediaType: MediaType): number {
  return forMediaType(statusOf(code), mediaType)
}

/** The same for a status that was found elsewhere. */
export function forMediaType(status: number, mediaType: MediaType): number {
  return status === 400 && mediaType === 'application/json' ? 200 : status
}
