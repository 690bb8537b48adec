import type { GraphQLFormattedError } from 'graphql'
import { describeError } from '../../subgraphs/runtime/log/describeError.ts'
import { badResponse, reportedFailure, type SubgraphFailure } from '../merge/subgraphError.ts'
import { commonPlace, placesAt, type Place } from '../merge/places.ts'
import type { TreeNode } from '../merge/tree.ts'
import type { SubgraphResponse } from '../transport.ts'
import type { Execution } from './execution.ts'
import { noteCallFailure, noteErrors, noteMisfits } from './note.ts'
import type { Concerned, FetchSite } from './site.ts'

/** The whole call failed: one error, placed where all that it concerns has in common. */
export function reportCallFailure(
  execution: Execution,
  site: FetchSite,
  nodes: readonly TreeNode[],
  failure: SubgraphFailure,
  callId?: string,
): void {
  if (site.isNoted) return noteCallFailure(execution, site, nodes, failure)
  const { failures, log, root, scope } = execution
  const { code, subgraph } = failure.extensions
  const { requestId } = scope
  const call = callId === undefined ? {} : { callId }
  log.warn({ subgraph, code, requestId, ...call, error: describeError(failure.cause) }, 'A call to a subgraph failed.')
  failures.explainGap(site.path, site.names)
  const places = placesAt(root, site.path)
  failures.report(failure, commonPlace(nodes.map((node) => places.get(node) ?? [])))
}

/** What a client is told of without its cause: a refusal of the call itself, or what the subgraph's own log explains. */
const UNEXPLAINED = /^(INTERNAL_ERROR|STORE_UNAVAILABLE|CALL_[A-Z_]+)$/

/** Says for which request a subgraph failed on its own side: by the call its log is found, and the client knows neither. */
export function reportUnexplained(
  { log, scope }: Execution,
  { isNoted, subgraph }: FetchSite,
  response: SubgraphResponse,
  callId: string | undefined,
): void {
  // Which request called a source would tell who consented.
  if (isNoted || callId === undefined || response.errors === undefined) return
  const codes = errorsIn(response).map(({ extensions }) => extensions?.['code'])
  const code = codes.find((one) => typeof one === 'string' && UNEXPLAINED.test(one))
  if (code !== undefined)
    log.warn({ subgraph, code, requestId: scope.requestId, callId }, 'A subgraph failed by itself.')
}

/** Takes over what the subgraph lists under `errors`, each at all the places in the client's answer that it concerns. */
export function reportErrors(
  execution: Execution,
  site: FetchSite,
  response: SubgraphResponse,
  concerned: Concerned,
): void {
  const given = errorsIn(response)
  if (given.length === 0 && response.data) return
  if (site.isNoted) return noteErrors(execution, site, response, given, concerned)
  if (!response.data) execution.failures.explainGap(site.path, site.names)
  if (given.length === 0) {
    const failure = badResponse(site.subgraph, 'must hold data or errors, but got: neither')
    reportCallFailure(execution, site, concerned.nodes, failure)
  }
  const places = placesAt(execution.root, site.path)
  for (const error of given) reportError(execution, site, error, { ...concerned, response, places })
}

/** An answer with errors. */
interface Faulty extends Concerned {
  readonly response: SubgraphResponse
  readonly places: ReadonlyMap<TreeNode, Place>
}

function reportError(
  { failures }: Execution,
  site: FetchSite,
  error: Partial<GraphQLFormattedError>,
  faulty: Faulty,
): void {
  const failure = reportedFailure(site.subgraph, error)
  const target = entityOf(error, faulty)
  if (!target) {
    for (const place of placesOf(error, site, faulty)) failures.report(failure, place)
    return
  }
  for (const node of target.nodes) {
    const place = faulty.places.get(node) ?? []
    const tookAlong = target.isNull ? { object: place, names: site.names } : undefined
    failures.report(failure, [...place, ...toPlanNames(target.path, site)], tookAlong)
    // It needs no further error for what it lacks.
    if (target.isNull) failures.explainGap(place, site.names)
  }
}

/** The entity that an error is about: its objects of the tree, and the path from there. */
interface ErrorTarget {
  readonly nodes: readonly TreeNode[]
  readonly path: Place
  readonly isNull: boolean
}

function entityOf(
  { path }: Partial<GraphQLFormattedError>,
  { response: { data }, targets }: Faulty,
): ErrorTarget | undefined {
  if (!targets || !isPath(path) || path[0] !== '_entities' || typeof path[1] !== 'number') return undefined
  const nodes = targets[path[1]]
  if (!nodes) return undefined
  const entities: unknown = data?.['_entities']
  const entity: unknown = Array.isArray(entities) ? entities[path[1]] : null
  return { nodes, path: path.slice(2), isNull: entity === null }
}

function placesOf(
  { path }: Partial<GraphQLFormattedError>,
  site: FetchSite,
  { nodes, targets, places }: Faulty,
): readonly (Place | undefined)[] {
  if (targets || !isPath(path)) return [commonPlace(nodes.map((node) => places.get(node) ?? []))]
  return nodes.map((node) => [...(places.get(node) ?? []), ...toPlanNames(path, site)])
}

/** Turns what did not fit the schema into errors, at the object that was read. */
export function reportMisfits(execution: Execution, site: FetchSite, node: TreeNode): void {
  const { reading, root, failures } = execution
  if (reading.misfits.length === 0) return
  if (site.isNoted) return noteMisfits(execution, site, node)
  const place = placesAt(root, site.path).get(node) ?? []
  for (const { path, message } of reading.misfits.splice(0)) {
    failures.report(badResponse(site.subgraph, message), [...place, ...path])
  }
}

function toPlanNames(path: Place, { renamed }: FetchSite): Place {
  return renamed.size === 0 ? path : path.map((step) => (typeof step === 'string' ? (renamed.get(step) ?? step) : step))
}

function isPath(path: unknown): path is Place {
  return Array.isArray(path) && path.every((step) => typeof step === 'string' || typeof step === 'number')
}

function errorsIn({ errors }: SubgraphResponse): readonly Partial<GraphQLFormattedError>[] {
  const given: unknown = errors
  return Array.isArray(given) ? (given as unknown[]).filter(isObject) : []
}

function isObject(value: unknown): value is Partial<GraphQLFormattedError> {
  return typeof value === 'object' && value !== null
}
