import type { GraphQLFormattedError } from 'graphql'
import { badResponse, reportedFailure, type SubgraphFailure } from '../merge/subgraphError.ts'
import { placesAt } from '../merge/places.ts'
import type { TreeNode } from '../merge/tree.ts'
import type { SubgraphResponse } from '../transport.ts'
import type { Execution } from './execution.ts'
import type { Concerned, FetchSite } from './site.ts'

/*
 * Failures that are notes for the log and no errors: at `grants`, at a road and below it. Where one stood, and whose
 * subgraph it was, would say that somebody consented; so the field that needed it is answered as without consent, and the
 * log does not learn which request it was.
 */

/** The whole call failed. */
export function noteCallFailure(
  { failures, log, consent }: Execution,
  { subgraph, path, names }: FetchSite,
  nodes: readonly TreeNode[],
  { extensions: { code } }: SubgraphFailure,
): void {
  log.warn({ subgraph, code }, 'A call to a subgraph failed.')
  for (const node of nodes) consent?.failed.add(node)
  failures.explainGap(path, names)
}

/** What the subgraph lists under `errors`. `grants` may say there why a road is null: `extensions.reason`. */
export function noteErrors(
  execution: Execution,
  site: FetchSite,
  response: SubgraphResponse,
  errors: readonly Partial<GraphQLFormattedError>[],
  { nodes, targets = [] }: Concerned,
): void {
  if (!response.data) {
    const [first] = errors
    const none = badResponse(site.subgraph, 'must hold data or errors, but got: neither')
    noteCallFailure(execution, site, nodes, first ? reportedFailure(site.subgraph, first) : none)
    return
  }
  for (const error of errors) {
    const index = Array.isArray(error.path) ? Number(error.path[1]) : -1
    const concerned = targets[index] ?? []
    if (noteReason(execution, site, error, concerned)) continue
    noteFailure(execution, site, reportedFailure(site.subgraph, error), concerned)
    if (isNull(response, index)) explainGaps(execution, site, concerned)
  }
}

/** What did not fit the schema, in the object that was read. */
export function noteMisfits(execution: Execution, site: FetchSite, node: TreeNode): void {
  const [first] = execution.reading.misfits.splice(0)
  if (!first) return
  noteFailure(execution, site, badResponse(site.subgraph, first.message), [node])
  // Without its end it is nothing that may be sent on.
  if (site.role?.kind === 'source') delete node['validUntil']
}

/** The client is not told; somebody must be. */
function noteFailure(
  { log, consent }: Execution,
  { subgraph }: FetchSite,
  { extensions: { code } }: SubgraphFailure,
  nodes: readonly TreeNode[],
): void {
  log.warn({ subgraph, code }, 'A subgraph failed where no client is told so.')
  for (const node of nodes) consent?.failed.add(node)
}

const REASON = /^[A-Z][A-Z_]{0,63}$/

/** Whether this is no failure but the reason why a road is null. */
function noteReason(
  { consent }: Execution,
  { role }: FetchSite,
  { path, extensions }: Partial<GraphQLFormattedError>,
  nodes: readonly TreeNode[],
): boolean {
  const [, , road] = Array.isArray(path) ? path : []
  const reason: unknown = extensions?.['reason']
  if (role?.kind !== 'roads' || typeof road !== 'string') return false
  if (typeof reason !== 'string' || !REASON.test(reason)) return false
  for (const node of nodes) {
    consent?.reasons.set(node, new Map([...(consent.reasons.get(node) ?? []), [road, reason]]))
  }
  return true
}

function isNull({ data }: SubgraphResponse, index: number): boolean {
  const entities: unknown = data?.['_entities']
  return Array.isArray(entities) && entities[index] === null
}

/** What these objects lack needs no error of its own. */
function explainGaps({ failures, root }: Execution, { path, names }: FetchSite, nodes: readonly TreeNode[]): void {
  if (names.size === 0) return
  const places = placesAt(root, path)
  for (const node of nodes) failures.explainGap(places.get(node) ?? [], names)
}
