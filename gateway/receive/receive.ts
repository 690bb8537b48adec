import type { IncomingMessage } from 'node:http'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import type { Exchange } from '../exchange.ts'
import { chooseMediaType, type MediaType } from './accept.ts'
import { readBody } from './body.ts'
import { preventCsrf } from './csrf.ts'
import { type Parameters, parametersOfBody, parametersOfSearch } from './parameters.ts'

/** A well-formed GraphQL request over HTTP; what it asks for is not looked at yet. */
export interface Received {
  readonly method: 'GET' | 'POST'
  /** What the answer is written as. */
  readonly mediaType: MediaType
  readonly parameters: Parameters
}

/**
 * Reads a GraphQL request, as "GraphQL over HTTP" (draft) says. Throws a fault of the registry when it is none.
 */
export async function receive(exchange: Exchange, bodyBytes: number): Promise<Received> {
  const { request } = exchange
  const { method } = request
  if (method !== 'GET' && method !== 'POST') throw fault('REQUEST_METHOD_NOT_ALLOWED')
  const mediaType = chooseMediaType(request.headers.accept)
  if (mediaType === null) throw notAcceptable(request.headers.accept)
  exchange.mediaType = mediaType
  if (method === 'GET') {
    preventCsrf(request.headers)
    return { method, mediaType, parameters: parametersOfSearch(searchOf(request.url ?? '')) }
  }
  requireJson(request)
  return { method, mediaType, parameters: parametersOfBody(await readBody(request, bodyBytes)) }
}

function searchOf(url: string): string {
  const start = url.indexOf('?')
  return start < 0 ? '' : url.slice(start + 1)
}

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i

function requireJson(request: IncomingMessage): void {
  const type = request.headers['content-type']
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') {
    throw fault('REQUEST_MEDIA_TYPE_UNSUPPORTED', {
      message: `The body must come without "Content-Encoding", but got: ${encoding}.`,
    })
  }
  if (type === undefined || !JSON_TYPE.test(type)) {
    throw fault('REQUEST_MEDIA_TYPE_UNSUPPORTED', {
      message: `The body must come as "Content-Type: application/json" in UTF-8, but got: ${type ?? 'no type'}.`,
    })
  }
}

function notAcceptable(accept: string | undefined): Error {
  return fault('REQUEST_NOT_ACCEPTABLE', {
    message:
      'The answer comes as application/json or application/graphql-response+json, but "Accept" has neither: ' +
      `${accept ?? ''}.`,
  })
}
