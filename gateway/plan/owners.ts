import { isObjectType, Kind, type ConstDirectiveNode } from 'graphql'
import { argumentOf, directivesNamed, isResolvable } from '../../schema/documents.ts'
import { ownerAmong } from '../../schema/owner.ts'
import type { PlanContract } from '../consent/planContract.ts'
import type { LoadedSupergraph } from './supergraph.ts'

/**
 * The owner of each entity that one of these subgraphs resolves by a key (`ownerAmong`, as in the composer).
 * Its word is final: what it answers null for, without an error, is not there or not for this viewer.
 */
export function ownersOf(
  { supergraph, fullSchema, labels }: LoadedSupergraph,
  subgraphs: PlanContract['subgraphs'],
): ReadonlyMap<string, string> {
  const graphs = supergraph.subgraphNameToGraphEnumValue()
  const owners = new Map<string, string>()
  for (const type of Object.values(fullSchema.getTypeMap())) {
    if (!isObjectType(type)) continue
    const keys = directivesNamed(type.astNode ?? {}, 'join__type').filter(isResolvableKey)
    const person = labels.persons.get(type.name)
    const consentedFrom = labels.consented.get(type.name)?.from
    const resolvers = subgraphs.flatMap(({ name, app }) => {
      const own = keys.filter((key) => graphOf(key) === graphs.get(name))
      return own.length === 0 ? [] : [{ name, app, defines: !own.every(isExtension), person, consentedFrom }]
    })
    const owner = ownerAmong(resolvers)
    if (owner !== undefined) owners.set(type.name, owner.name)
  }
  return owners
}

/** `@join__type(graph:, key:)`, unless `resolvable: false`; the directive's name is the join spec's own. */
function isResolvableKey(join: ConstDirectiveNode): boolean {
  return argumentOf(join, 'key') !== undefined && isResolvable(join)
}

/** `@join__type(extension: true)`: the subgraph wrote `extend type` there. */
function isExtension(join: ConstDirectiveNode): boolean {
  const extension = argumentOf(join, 'extension')
  return extension?.kind === Kind.BOOLEAN && extension.value
}

function graphOf(join: ConstDirectiveNode): string | undefined {
  const graph = argumentOf(join, 'graph')
  return graph?.kind === Kind.ENUM ? graph.value : undefined
}
