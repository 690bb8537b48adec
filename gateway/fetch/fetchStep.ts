import type { FetchNode } from '@apollo/query-planner'
import { Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql'
import { kindOf } from '../../subgraphs/runtime/errors/kindOf.ts'
import { fetchRoleOf, type FetchRole } from '../consent/fetchRole.ts'
import { badResponse } from '../merge/subgraphError.ts'
import { mergeNode } from '../merge/mergeNode.ts'
import { nodesAt, type PlanPath } from '../merge/places.ts'
import { compileReader, type Reader } from '../merge/reader.ts'
import { nodeClass, type TreeNode } from '../merge/tree.ts'
import type { LoadedSupergraph } from '../plan/supergraph.ts'
import { compileCall, type Call } from './call.ts'
import type { Execution, Step } from './execution.ts'
import type { FetchOptions } from './fetchOptions.ts'
import { reportCallFailure, reportErrors, reportMisfits } from './report.ts'
import { compileRepresentations, type Batch } from './representations.ts'
import { compileRewrites, type Rewrite } from './rewrites.ts'
import type { FetchSite } from './site.ts'

/** Compiles a fetch that attaches at `path`. */
export function compileFetch(node: FetchNode, path: PlanPath, options: FetchOptions): Step {
  const { supergraph } = options
  const { operation, fragments } = parseOperation(node)
  const outputRewrites = compileRewrites(node.outputRewrites, supergraph.fullSchema)
  const role = fetchRoleOf(node, operation, options.consent?.rules)
  const call = compileCall(node, options, options.figures(node.serviceName, role))
  const siteOf = ({ names }: Reader): FetchSite => siteOfFetch(node, path, { role, names }, options)
  if (!node.requires) {
    const parent = supergraph.fullSchema.getRootType(node.operationKind)
    if (!parent) throw new Error(`The supergraph has no type for the operation "${node.operationKind}".`)
    const selections = [{ set: operation.selectionSet, parent }]
    const reader = rewriting(compileReader(selections, { schema: supergraph.fullSchema, fragments }), outputRewrites)
    return rootFetch(siteOf(reader), reader, call)
  }
  const reader = entityReader(operation, fragments, supergraph)
  const represent = compileRepresentations({
    requires: node.requires,
    subgraph: node.serviceName,
    supergraph,
    rewrite: compileRewrites(node.inputRewrites, supergraph.fullSchema),
    consent: options.consent,
  })
  const isOwn = (typeName: unknown): boolean => options.owners.get(String(typeName)) === node.serviceName
  return entityFetch(siteOf(reader), rewriting(reader, outputRewrites), represent, call, isOwn)
}

function siteOfFetch(
  node: FetchNode,
  path: PlanPath,
  { role, names }: Pick<FetchSite, 'role' | 'names'>,
  { supergraph, noted }: FetchOptions,
): FetchSite {
  const subgraph = node.serviceName
  const isRoad = (name: string): boolean => supergraph.roads.has(name)
  const isOfGrants = role?.kind === 'roads' || role?.kind === 'source'
  return {
    subgraph,
    path,
    names: isOfGrants ? NONE : names,
    renamed: renamedFields(node),
    role,
    isNoted: isOfGrants || noted.has(subgraph) || path.some(isRoad) || [...names].some(isRoad),
  }
}

const NONE: ReadonlySet<string> = new Set()

function rootFetch(site: FetchSite, reader: Reader, call: Call): Step {
  return async (execution) => {
    const nodes = site.path.length === 0 ? [execution.root] : nodesAt(execution.root, site.path)
    if (nodes.length === 0) return
    const response = await call(execution, undefined, site, nodes)
    if (!response) return
    reportErrors(execution, site, response, { nodes })
    if (!response.data) return
    for (const node of nodes) {
      reader.read(response.data, node, execution.reading)
      reportMisfits(execution, site, node)
    }
  }
}

function entityFetch(
  site: FetchSite,
  reader: Reader,
  represent: (nodes: readonly TreeNode[]) => Batch,
  call: Call,
  isOwn: (typeName: unknown) => boolean,
): Step {
  return async (execution) => {
    const { representations, targets } = represent(nodesAt(execution.root, site.path))
    if (representations.length === 0) return
    const asked = targets.flat()
    if (site.role) meetConsent(execution, site.role, representations, targets)
    const response = await call(execution, representations, site, asked)
    if (!response) return
    reportErrors(execution, site, response, { nodes: asked, targets })
    if (!response.data) return
    const entities: unknown = response.data['_entities']
    if (!Array.isArray(entities) || entities.length !== targets.length) {
      const message = `must hold ${targets.length} entities in "_entities", but got: ${countOf(entities)}`
      reportCallFailure(execution, site, asked, badResponse(site.subgraph, message))
      return
    }
    const complete = (response.errors ?? []).length === 0
    for (const [index, entity] of entities.entries()) {
      const gone = complete && entity === null && isOwn(representations[index]?.['__typename'])
      for (const node of targets[index] ?? []) {
        if (gone) execution.gone.add(node)
        else mergeEntity(execution, site, reader, entity, node)
      }
    }
  }
}

/** A grant goes to its source and nowhere else: it leaves the tree as it is sent. */
function meetConsent(
  { consent }: Execution,
  role: FetchRole,
  sent: readonly TreeNode[],
  targets: Batch['targets'],
): void {
  for (const [index, representation] of sent.entries()) {
    for (const node of targets[index] ?? []) {
      if (role.kind === 'source') delete node['grant']
      if (role.kind === 'recipient') consent?.note(role.uses, node, representation)
    }
  }
}

function mergeEntity(execution: Execution, site: FetchSite, reader: Reader, entity: unknown, node: TreeNode): void {
  if (entity === null || entity === undefined) return
  if (typeof entity === 'object' && !Array.isArray(entity)) reader.read(entity, node, execution.reading)
  else
    execution.reading.misfits.push({
      path: [],
      message: `must hold an object or null here, but got: ${kindOf(entity)}`,
    })
  reportMisfits(execution, site, node)
}

function countOf(entities: unknown): string {
  return Array.isArray(entities) ? String(entities.length) : 'no list'
}

function entityReader(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  { fullSchema }: LoadedSupergraph,
): Reader {
  const selections = operation.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD && selection.selectionSet ? [{ set: selection.selectionSet, parent: undefined }] : [],
  )
  return compileReader(selections, { schema: fullSchema, fragments })
}

/** Names that could not share a response name were given others: the answer is read apart, renamed, then merged. */
function rewriting(reader: Reader, rewrite: Rewrite | undefined): Reader {
  if (!rewrite) return reader
  const Answer = nodeClass()
  return {
    names: reader.names,
    read(raw, into, reading) {
      const answer = new Answer()
      reader.read(raw, answer, reading)
      rewrite(answer)
      mergeNode(answer, into)
    },
  }
}

function renamedFields(node: FetchNode): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>()
  for (const rewrite of node.outputRewrites ?? []) {
    if (rewrite.kind === 'KeyRenamer') renamed.set(rewrite.path.at(-1) ?? '', rewrite.renameKeyTo)
  }
  return renamed
}

function parseOperation(node: FetchNode): {
  operation: OperationDefinitionNode
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
} {
  const fragments = new Map<string, FragmentDefinitionNode>()
  let operation: OperationDefinitionNode | undefined
  for (const definition of parse(node.operation, { noLocation: true }).definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  }
  if (!operation) throw new Error(`The plan's fetch from "${node.serviceName}" holds no operation.`)
  return { operation, fragments }
}
