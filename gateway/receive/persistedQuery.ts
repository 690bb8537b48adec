import { hash } from 'node:crypto'
import { z } from 'zod'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import { createLru } from '../lru.ts'
import type { Parameters } from './parameters.ts'

/** How much text of persisted queries is remembered, in characters. */
const REMEMBERED_CHARACTERS = 4_000_000

/** The prefix that Apollo Server gives its keys. */
const APOLLO_PREFIX = 'apq:'

/** Where Apollo Server remembers persisted queries; the part of its `KeyValueCache` that it uses. */
export interface PersistedQueries {
  get(key: string): Promise<string | undefined>
  set(key: string, text: string): Promise<void>
  delete(key: string): Promise<void>
}

export function createPersistedQueries(): PersistedQueries {
  const texts = createLru<string>(REMEMBERED_CHARACTERS)
  return {
    get: async (key) => texts.get(key),
    set: async (key, text) => texts.set(key, text, text.length),
    delete: async (key) => texts.delete(key),
  }
}

const extensionSchema = z.object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) })

/**
 * The text of the operation: as sent, or that of a persisted query (Apollo's APQ: a hash alone, then once the hash with
 * the text). Apollo Server does the remembering, after the operation was admitted. Throws `BAD_REQUEST` and
 * `PERSISTED_QUERY_NOT_FOUND`, upon which clients send the text.
 */
export async function textOf({ query, extensions = {} }: Parameters, persisted: PersistedQueries): Promise<string> {
  const { persistedQuery } = extensions
  if (persistedQuery === undefined) {
    if (query === undefined) throw fault('BAD_REQUEST', { message: 'The request must have a "query", but has none.' })
    return query
  }
  const parsed = extensionSchema.safeParse(persistedQuery)
  if (!parsed.success)
    throw notApq('"extensions.persistedQuery" must be {"version": 1, "sha256Hash": "<64 hex digits>"}')
  const { sha256Hash } = parsed.data
  const text = query ?? (await persisted.get(`${APOLLO_PREFIX}${sha256Hash}`))
  if (text === undefined) throw fault('PERSISTED_QUERY_NOT_FOUND', { message: 'PersistedQueryNotFound' })
  if (hash('sha256', text, 'hex') !== sha256Hash) throw notApq('"sha256Hash" must be the SHA-256 of "query" as sent')
  return text
}

function notApq(must: string): Error {
  return fault('BAD_REQUEST', { message: `${must}, but is not. Correct it, or send the text alone.` })
}
