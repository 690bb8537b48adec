import { pageArguments } from '../runtime/connections/connections.ts'
import type { PageRequest } from '../storage/port.ts'
import type { Context } from './context.ts'

/** One list as one viewer sees it, and the page of it that was asked for. */
export interface List {
  readonly ids: Context['ids']
  readonly scope: string
  readonly request: PageRequest
}

export interface ListArguments {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

/**
 * The list `field` (of `owner`, where it belongs to somebody or something). Cursors are bound to the viewer as well: what
 * a list holds depends on who looks. Throws the faults `PAGE_SIZE_INVALID` and `CURSOR_INVALID`.
 */
export function listOf(field: string, owner: string, args: ListArguments, { ids, viewer }: Context): List {
  const scope = `${field}:${owner}:${viewer?.local ?? ''}`
  return { ids, scope, request: pageArguments(args, { ids, scope }) }
}
