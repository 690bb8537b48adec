import { prettyFormatQueryPlan, QueryPlanner } from '@apollo/query-planner'
import { GraphQLError, parse, Source, validate, type DocumentNode } from 'graphql'
import { readFileSync } from 'node:fs'
import { withoutConditions } from '../../gateway/plan/conditions.ts'
import { planOperation, PLANNER_OPTIONS, selectOperation } from '../../gateway/plan/operation.ts'
import { loadSupergraph } from '../../gateway/plan/supergraph.ts'
import { loadContract } from '../../schema/contract.ts'

export interface PlanFlags {
  /** A file with a composed supergraph. Default: the one that ships with the package. */
  readonly supergraph?: string
  /** Which operation of the file. Default: its only one. */
  readonly operation?: string
}

/**
 * The query plan of an operation, as the gateway would run it. Fields that the client renames or gives arguments carry a
 * reserved name, `c__…`, between gateway and subgraphs. Throws with file, line and code frame for a wrong document.
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
  return prettyFormatQueryPlan(
    planOperation(client, supergraph, new QueryPlanner(supergraph.supergraph, PLANNER_OPTIONS)),
  )
}

function parseFile(file: string): DocumentNode {
  const text = readFileSync(file, 'utf8')
  try {
    return parse(new Source(text, file))
  } catch (error) {
    throw error instanceof GraphQLError ? new Error(String(error), { cause: error }) : error
  }
}
