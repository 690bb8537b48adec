import type { GraphQLFormattedError } from 'graphql'
import { describeError } from '../../subgraphs/runtime/log/describeError.ts'
import { badResponse, reportedFailure, type SubgraphFailure } from '../merge/subgraphError.ts'
import type { PlacedFailure } from '../merge/failures.ts'
import { commonPlace, placesAt, type Place, type PlanPath } from '../merge/places.ts'
import type { TreeNode } from '../merge/tree.ts'
import type { SubgraphResponse } from '../transport.ts'
import type { FetchRole } from '../consent/fetchRole.ts'
import type { Execution } from './execution.ts'

/** Which fetch it is that failed, and what it would have brought. */
export interface FetchSite {
  readonly subgraph: string
  /** Where it attaches. */
  readonly path: PlanPath
  /** What it answers at the top of each of its objects. */
  readonly names: ReadonlySet<string>
  /** Response names in the subgraph's operation that the plan knows as others. */
  readonly renamed: ReadonlyMap<string, string>
  /** Undefined where it has nothing to do with consented data. */
  readonly role: FetchRole | undefined
  /** Whether what fails here is a note for the log, and no error: that it was asked at all would tell something. */
  readonly isNoted: boolean
}

/** The whole call failed: one error, placed where all that it concerns has in common. */
export function reportCallFailure(
  { failures, log, root, consent, scope }: Execution,
  site: FetchSite,
  nodes: readonly TreeNode[],
  failure: SubgraphFailure,
  callId?: string,
): void {
  const { code, subgraph } = failure.extensions
  const { requestId } = scope
  // Which request called a source would tell who consented.
  const more = isUnnamed(site) ? {} : { requestId, ...named(callId), error: describeError(failure.cause) }
  log.warn({ subgraph, code, ...more }, 'A call to a subgraph failed.')
  if (isNote(site)) {
    for (const node of nodes) consent?.failed.add(node)
    return
  }
  failures.explainGap(site.path, site.names)
  if (site.isNoted) return
  const places = placesAt(root, site.path)
  failures.report(failure, commonPlace(nodes.map((node) => places.get(node) ?? [])))
}

/** What a client is told of without its cause: a refusal of the call itself, or what the subgraph's own log explains. */
const UNEXPLAINED = /^(INTERNAL_ERROR|STORE_UNAVAILABLE|CALL_[A-Z_]+)$/

/** Says for which request a subgraph failed on its own side: by the call its log is found, and the client knows neither. */
export function reportUnexplained(
  { log, scope }: Execution,
  site: FetchSite,
  { errors }: SubgraphResponse,
  callId: string | undefined,
): void {
  if (callId === undefined || !Array.isArray(errors) || isUnnamed(site)) return
  const codes = (errors as unknown[]).map((error) => (isObject(error) ? error.extensions?.['code'] : undefined))
  const code = codes.find((one) => typeof one === 'string' && UNEXPLAINED.test(one))
  const { requestId } = scope
  if (code !== undefined) log.warn({ subgraph: site.subgraph, code, requestId, callId }, 'A subgraph failed by itself.')
}

/** Whether no line may say which request it was for: that it called a source would tell who consented. */
function isUnnamed(site: FetchSite): boolean {
  return site.isNoted || isNote(site)
}

function named(callId: string | undefined): { readonly callId?: string } {
  return callId === undefined ? {} : { callId }
}

/** What one answer concerns: all objects of a root fetch, or for each entity asked for the objects that it stands for. */
export interface Concerned {
  readonly nodes: readonly TreeNode[]
  readonly targets?: readonly (readonly TreeNode[])[]
}

/** Takes over what the subgraph lists under `errors`, each at all the places in the client's answer that it concerns. */
export function reportErrors(
  execution: Execution,
  site: FetchSite,
  response: SubgraphResponse,
  concerned: Concerned,
): void {
  if (isNote(site)) {
    noteErrors(execution, site, response, concerned)
    return
  }
  const errors: unknown = response.errors
  const given = Array.isArray(errors) ? (errors as unknown[]).filter(isObject) : []
  if (!response.data) {
    execution.failures.explainGap(site.path, site.names)
    if (given.length === 0) {
      const failure = badResponse(site.subgraph, 'must hold data or errors, but got: neither')
      reportCallFailure(execution, site, concerned.nodes, failure)
    }
  }
  if (given.length === 0) return
  const places = placesAt(execution.root, site.path)
  for (const error of given) {
    const failure = reportedFailure(site.subgraph, error)
    const target = entityOf(error, response, concerned)
    if (!target) {
      for (const place of placesOf(error, site, concerned, places)) report(execution, site, failure, place)
      continue
    }
    for (const node of target.nodes) {
      const place = places.get(node) ?? []
      const tookAlong = target.isNull ? { object: place, names: site.names } : undefined
      report(execution, site, failure, [...place, ...toPlanNames(target.path, site)], tookAlong)
      // It needs no further error for what it lacks.
      if (target.isNull) execution.failures.explainGap(place, site.names)
    }
  }
}

function report(
  { failures, log }: Execution,
  { isNoted, subgraph }: FetchSite,
  failure: SubgraphFailure,
  place: Place | undefined,
  tookAlong?: PlacedFailure['tookAlong'],
): void {
  if (!isNoted) failures.report(failure, place, tookAlong)
  else log.warn({ subgraph, code: failure.extensions['code'] }, 'A subgraph failed where no client is told so.')
}

/** The entity that an error is about: its objects of the tree, and the path from there. */
interface ErrorTarget {
  readonly nodes: readonly TreeNode[]
  readonly path: Place
  readonly isNull: boolean
}

function entityOf(
  { path }: Partial<GraphQLFormattedError>,
  { data }: SubgraphResponse,
  { targets }: Concerned,
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
  { nodes, targets }: Concerned,
  places: ReadonlyMap<TreeNode, Place>,
): readonly (Place | undefined)[] {
  if (targets || !isPath(path)) return [commonPlace(nodes.map((node) => places.get(node) ?? []))]
  return nodes.map((node) => [...(places.get(node) ?? []), ...toPlanNames(path, site)])
}

/** Turns what did not fit the schema into errors, at the object that was read. */
export function reportMisfits(execution: Execution, site: FetchSite, node: TreeNode): void {
  const { reading, consent } = execution
  if (reading.misfits.length === 0) return
  if (isNote(site)) {
    reading.misfits.length = 0
    consent?.failed.add(node)
    // Without its end it is nothing that may be sent on.
    if (site.role?.kind === 'source') delete node['validUntil']
    return
  }
  const place = placesAt(execution.root, site.path).get(node) ?? []
  for (const { path, message } of reading.misfits.splice(0)) {
    report(execution, site, badResponse(site.subgraph, message), [...place, ...path])
  }
}

/**
 * A failure at `grants` or below a road is no error: where it stood, and whose subgraph it was, would say that somebody
 * consented. The field that needed it is answered as without consent.
 */
export function isNote({ role }: FetchSite): boolean {
  return role?.kind === 'roads' || role?.kind === 'source'
}

const REASON = /^[A-Z][A-Z_]{0,63}$/

/** `grants` may say why a road is null, in an error at the road: `extensions.reason`. */
function noteErrors(
  { consent, log }: Execution,
  { subgraph }: FetchSite,
  response: SubgraphResponse,
  { nodes, targets = [] }: Concerned,
): void {
  const errors: unknown = response.errors
  const given = Array.isArray(errors) ? (errors as unknown[]).filter(isObject) : []
  if (!response.data) for (const node of nodes) consent?.failed.add(node)
  for (const error of given) {
    const { path, extensions } = error
    const [, index, road] = Array.isArray(path) ? path : []
    const reason: unknown = extensions?.['reason']
    // The client is not told; somebody must be.
    if (reason === undefined) {
      const { code } = reportedFailure(subgraph, error).extensions
      log.warn({ subgraph, code }, 'A subgraph failed where no client is told so.')
    }
    for (const node of targets[Number(index)] ?? []) {
      if (typeof road !== 'string' || typeof reason !== 'string' || !REASON.test(reason)) consent?.failed.add(node)
      else consent?.reasons.set(node, new Map([...(consent.reasons.get(node) ?? []), [road, reason]]))
    }
  }
}

function toPlanNames(path: Place, { renamed }: FetchSite): Place {
  return renamed.size === 0 ? path : path.map((step) => (typeof step === 'string' ? (renamed.get(step) ?? step) : step))
}

function isPath(path: unknown): path is Place {
  return Array.isArray(path) && path.every((step) => typeof step === 'string' || typeof step === 'number')
}

function isObject(value: unknown): value is Partial<GraphQLFormattedError> {
  return typeof value === 'object' && value !== null
}
