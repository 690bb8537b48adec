import { prettyFormatQueryPlan, QueryPlanner } from '@apollo/query-planner'
import { GraphQLError, parse, Source, validate, type DocumentNode } from 'graphql'
import { readFileSync } from 'node:fs'
import { pictureOf } from '../../gateway/consent/planPicture.ts'
import { readConsentRules } from '../../gateway/consent/rules.ts'
import { withoutConditions } from '../../gateway/plan/conditions.ts'
import { planOperation, PLANNER_OPTIONS, selectOperation } from '../../gateway/plan/operation.ts'
import { loadSupergraph } from '../../gateway/plan/supergraph.ts'
import { loadContract } from '../../schema/contract.ts'
import { planMermaid } from '../draw/planMermaid.ts'
import { planTree } from '../draw/planTree.ts'

export interface PlanFlags {
  /** A file with a composed supergraph. Default: the one that ships with the package. */
  readonly supergraph?: string
  /** Which operation of the file. Default: its only one. */
  readonly operation?: string
  /** Default: `tree`. */
  readonly format?: PlanFormat
}

export const PLAN_FORMATS = ['tree', 'mermaid', 'full'] as const
export type PlanFormat = (typeof PLAN_FORMATS)[number]

/**
 * How an operation is answered, subgraph by subgraph: a tree or a Mermaid picture that says which data of one app would
 * reach another, or the full query plan as the gateway runs it. In the last, fields that the client renames or gives
 * arguments carry a reserved name, `c__…`. Throws with file, line and code frame for a wrong document.
 */
export function plan(file: string, flags: PlanFlags): string {
  const sdl = flags.supergraph === undefined ? loadContract().supergraphSdl : readFileSync(flags.supergraph, 'utf8')
  const supergraph = loadSupergraph(sdl)
  const document = parseFile(file)
  const errors = validate(supergraph.apiSchema, document)
  if (errors.length > 0) throw new Error(errors.map(String).join('\n\n'))
  // With everything that a variable may leave out: the gateway plans each choice of conditions apart.
  const client = withoutConditions(
    selectOperation(document, flags.operation),
    (_variable, directive) => directive === 'include',
  )
  const planned = planOperation(client, supergraph, new QueryPlanner(supergraph.supergraph, PLANNER_OPTIONS))
  if (flags.format === 'full') return prettyFormatQueryPlan(planned)
  const picture = pictureOf(planned, readConsentRules(supergraph), supergraph.fullSchema)
  if (!picture) return 'No subgraph is asked.'
  return flags.format === 'mermaid' ? planMermaid(picture) : planTree(picture)
}

function parseFile(file: string): DocumentNode {
  const text = readFileSync(file, 'utf8')
  try {
    return parse(new Source(text, file))
  } catch (error) {
    throw error instanceof GraphQLError ? new Error(String(error), { cause: error }) : error
  }
}
