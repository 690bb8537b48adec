import { isObjectType, type GraphQLNamedType } from 'graphql'
import { readConsentRules } from '../../gateway/consent/rules.ts'
import { loadSupergraph } from '../../gateway/plan/supergraph.ts'
import { loadContract, type Contract } from '../../schema/contract.ts'
import { PROTOCOL_FIELDS } from '../../schema/flows.ts'
import type { GraphFlow } from '../draw/graphFlow.ts'
import { flowsMermaid } from '../draw/flowsMermaid.ts'
import { flowsTable } from '../draw/flowsTable.ts'

export const FLOW_FORMATS = ['table', 'mermaid'] as const

export interface FlowFlags {
  /** The folder with `subgraphs.yaml`. Default: the contract that ships with the package. */
  readonly directory?: string
  /** Default: `table`. */
  readonly format?: (typeof FLOW_FORMATS)[number]
}

/** Who may use whose data for what over the whole graph, if the person says so. Throws where the contract cannot be read. */
export function flows({ directory, format = 'table' }: FlowFlags): string {
  const contract = loadContract(directory)
  const drawn = drawnFlows(contract)
  return format === 'mermaid' ? flowsMermaid(drawn) : flowsTable(drawn)
}

function drawnFlows({ supergraphSdl, flows: rows }: Contract): readonly GraphFlow[] {
  const supergraph = loadSupergraph(supergraphSdl)
  const rules = readConsentRules(supergraph)
  const uses = [...(rules?.uses.values() ?? [])]
  return rows.map(({ from, to, purpose, road, type, noticeVersion }) => {
    const [person = '', field = ''] = road.split('.')
    const using = uses.filter(
      (use) => use.field.startsWith(`${person}.`) && use.inputs.some((input) => input.road === field),
    )
    const data = dataFields(supergraph.fullSchema.getType(type))
    return { from, to, purpose, road, data, usedBy: using.map((use) => use.field), noticeVersion }
  })
}

/** Without what carries it: the grant, and until when it holds. */
function dataFields(type: GraphQLNamedType | undefined): readonly string[] {
  if (!isObjectType(type)) return []
  return Object.values(type.getFields()).flatMap(({ name, type: answers }) =>
    PROTOCOL_FIELDS.has(name) ? [] : [`${name}: ${String(answers)}`],
  )
}
