import { Kind, parse, type ConstDirectiveNode } from 'graphql'
import { argumentOf, directivesNamed, fieldsOf, stringArgument } from '../../schema/documents.ts'
import type { ConsentLabels } from '../../schema/labels.ts'
import type { LoadedSupergraph } from '../plan/supergraph.ts'

/** A field that is computed from consented data. */
export interface Use {
  /** `Type.field`. */
  readonly field: string
  /** The recipient, by its name in `schema/subgraphs.yaml`. */
  readonly to: string
  readonly purpose: string
  /** What it requires of other apps, by road. */
  readonly inputs: readonly { readonly road: string; readonly from: string }[]
}

/** What a supergraph's consent labels say about fetching. */
export interface ConsentRules {
  /** Type → the app whose people these are. */
  readonly persons: ConsentLabels['persons']
  /** Types that are keyed by a grant: whose data it is, by the name in `schema/subgraphs.yaml`, and for what. */
  readonly consented: ConsentLabels['consented']
  /** Type → its fields that lead to a consented type → that type. */
  readonly roads: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** `Type.field` → what it uses. */
  readonly uses: ReadonlyMap<string, Use>
}

/** Read once per generation; undefined for a graph without consented data, which then costs nothing. */
export function readConsentRules(supergraph: LoadedSupergraph): ConsentRules | undefined {
  const { labels } = supergraph
  if (labels.consented.size === 0 && labels.uses.size === 0) return undefined
  const graphs = new Map(
    [...supergraph.supergraph.subgraphNameToGraphEnumValue()].map(([name, graph]) => [graph, name]),
  )

  const roads = new Map<string, Map<string, string>>()
  for (const [coordinate, leadsTo] of labels.roads) {
    const [type = '', field = ''] = coordinate.split('.')
    roads.set(type, (roads.get(type) ?? new Map<string, string>()).set(field, leadsTo))
  }
  const uses = fieldsOf(parse(supergraph.sdl, { noLocation: true })).flatMap(({ field, coordinate, parent }): Use[] => {
    const purpose = labels.uses.get(coordinate)
    if (purpose === undefined) return []
    const joined = directivesNamed(field, 'join__field')
    const required = new Set(joined.flatMap((one) => topLevelNames(stringArgument(one, 'requires') ?? '')))
    const inputs = [...(roads.get(parent.name.value) ?? [])].flatMap(([road, type]) =>
      required.has(road) ? [{ road, from: labels.consented.get(type)?.from ?? '' }] : [],
    )
    return [{ field: coordinate, to: graphs.get(graphOf(joined)) ?? '', purpose, inputs }]
  })
  const { persons, consented } = labels
  return { persons, consented, roads, uses: new Map(uses.map((use) => [use.field, use])) }
}

/** Where the field is resolved; the directive's name is the join spec's own. */
function graphOf(joined: readonly ConstDirectiveNode[]): string {
  for (const one of joined) {
    const external = argumentOf(one, 'external')
    const graph = argumentOf(one, 'graph')
    if (external?.kind !== Kind.BOOLEAN && graph?.kind === Kind.ENUM) return graph.value
  }
  return ''
}

function topLevelNames(fieldSet: string): readonly string[] {
  if (fieldSet === '') return []
  const [definition] = parse(`{${fieldSet}}`, { noLocation: true }).definitions
  const selections = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : []
  return selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []))
}
