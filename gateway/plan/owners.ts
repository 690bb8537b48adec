import { isObjectType, Kind, type ConstDirectiveNode } from 'graphql'
import { KEEPERS } from '../../schema/registry.ts'
import type { LoadedSupergraph } from './supergraph.ts'

/**
 * The owner of each entity: the first of these subgraphs, in the order of `subgraphs.yaml` and keepers last, that
 * resolves it by a key.
 * Its word is final: what it answers null for, without an error, is not there or not for this viewer.
 */
export function ownersOf(supergraph: LoadedSupergraph, inOrder: readonly string[]): ReadonlyMap<string, string> {
  const graphs = supergraph.supergraph.subgraphNameToGraphEnumValue()
  const ranked = inOrder.toSorted((a, b) => Number(KEEPERS.includes(a)) - Number(KEEPERS.includes(b)))
  const owners = new Map<string, string>()
  for (const type of Object.values(supergraph.fullSchema.getTypeMap())) {
    if (!isObjectType(type)) continue
    const resolving = new Set((type.astNode?.directives ?? []).filter(resolves).map(graphOf))
    const owner = ranked.find((name) => resolving.has(graphs.get(name)))
    if (owner !== undefined) owners.set(type.name, owner)
  }
  return owners
}

/** `@join__type(graph:, key:)`, unless `resolvable: false`; the directive's name is the join spec's own. */
function resolves({ name, arguments: given = [] }: ConstDirectiveNode): boolean {
  const keyed = given.some((argument) => argument.name.value === 'key')
  const stub = given.some(
    ({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
  )
  return name.value === 'join__type' && keyed && !stub
}

function graphOf({ arguments: given = [] }: ConstDirectiveNode): string | undefined {
  const value = given.find((argument) => argument.name.value === 'graph')?.value
  return value?.kind === Kind.ENUM ? value.value : undefined
}
