import type { GraphQLFormattedError } from 'graphql'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import type { SubgraphResponse } from '../transport.ts'

/**
 * What came over HTTP, read as a GraphQL response. Throws `SUBGRAPH_BAD_RESPONSE`; what is in `data` is not looked at.
 */
export function parseResponse(subgraph: string, status: number, text: string): SubgraphResponse {
  const bad = (what: string): Error =>
    fault('SUBGRAPH_BAD_RESPONSE', {
      message: `Subgraph "${subgraph}" must answer with a GraphQL response, but answered ${status} with ${what}.`,
    })
  const value = parseObject(text)
  if (value === null) throw bad('no JSON object')
  const { data, errors } = value
  if (data === undefined && errors === undefined) throw bad('neither "data" nor "errors"')
  if (data !== undefined && data !== null && !isObject(data)) throw bad('"data" that is no object')
  if (errors !== undefined && errors !== null && !isErrors(errors)) throw bad('"errors" that are no list of errors')
  return { ...(data === undefined ? {} : { data }), ...(errors === undefined || errors === null ? {} : { errors }) }
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isErrors(value: unknown): value is GraphQLFormattedError[] {
  return Array.isArray(value) && value.every(isObject)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
