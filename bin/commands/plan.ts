import { prettyFormatQueryPlan } from '@apollo/query-planner'
import { GraphQLError, parse, Source, type DocumentNode } from 'graphql'
import { readFileSync } from 'node:fs'
import { createLookAt } from '../../gateway/consent/lookAt.ts'
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
  const { plan: planned, picture } = createLookAt(sdl)(parseFile(file), flags.operation)
  if (flags.format === 'full') return prettyFormatQueryPlan(planned)
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
