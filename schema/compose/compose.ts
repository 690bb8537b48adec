import { GraphQLError, parse } from 'graphql'
import type { ContractSources, SubgraphSource } from '../contract.ts'
import type { Flow } from '../flows.ts'
import { publicApi } from './api.ts'
import { composeWithApollo } from './apollo.ts'
import { describedOnce } from './describe.ts'
import { ENTRY, generateEntry } from './entry.ts'
import { flowRows } from './flows.ts'
import { lineOf, problemAt, type Finding, type Problem } from './problem.ts'
import type { Graph, Rule, SubgraphFile } from './rules/rule.ts'
import { RULES } from './rules/rules.ts'
import { translate } from './translate.ts'

/** Texts in; `loadSources` of `contract.ts` reads them from a directory. */
export type CompositionInputs = Pick<ContractSources, 'subgraphs'> & { readonly notices: Graph['notices'] }

export type CompositionResult =
  | {
      readonly ok: true
      readonly supergraphSdl: string
      /** What clients may know of the graph, sorted. */
      readonly apiSdl: string
      /** The generated subgraph `entry`. */
      readonly entrySdl: string
      readonly flows: readonly Flow[]
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Composes the graph, or tells everything that is wrong with it, causes before consequences. Pure: the same texts give
 * the same result, byte by byte. Throws only on a bug. `rules` is for tests that show what a rule keeps out.
 */
export function composeGraph(
  { subgraphs, notices }: CompositionInputs,
  rules: readonly Rule[] = RULES,
): CompositionResult {
  // Each text by itself.
  const { files, findings: syntax } = parseAll(subgraphs)
  const graph: Graph = { files, notices }
  const early =
    syntax.length > 0 ? fileFindings(files, rules) : [...fileFindings(files, rules), ...graphFindings(graph, rules)]
  if (syntax.length > 0 || early.some(({ blocks }) => blocks)) {
    const blocking = early.toSorted((a, b) => Number(b.blocks) - Number(a.blocks))
    return refused([...syntax, ...blocking.map(({ finding }) => finding)])
  }

  // All together, with the generated subgraph.
  const own = early.map(({ finding }) => finding)
  const entrySdl = generateEntry(files.map(({ document }) => document))
  const entry = { name: ENTRY, url: '', document: parse(entrySdl, { noLocation: true }) }
  const composed = composeWithApollo([...describedOnce(files), entry])
  if (!composed.ok) return refused(withoutRepeats(own, translate(composed.errors, files)))

  // The result.
  const supergraph = parse(composed.supergraphSdl)
  const late = rules.flatMap((rule) => (rule.stage === 'supergraph' ? rule.check(graph, supergraph) : []))
  if (own.length + late.length > 0) return refused([...own, ...late])
  const { supergraphSdl } = composed
  return { ok: true, supergraphSdl, apiSdl: publicApi(supergraphSdl), entrySdl, flows: flowRows(graph) }
}

interface EarlyFinding {
  readonly finding: Finding
  readonly blocks: boolean
}

function parseAll(subgraphs: readonly SubgraphSource[]): {
  readonly files: SubgraphFile[]
  readonly findings: Finding[]
} {
  const files: SubgraphFile[] = []
  const findings: Finding[] = []
  for (const subgraph of subgraphs) {
    try {
      files.push({ ...subgraph, document: parse(subgraph.source) })
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      findings.push({
        code: 'SYNTAX_ERROR',
        message: error.message,
        hint: 'Correct the text at the mark; what stands there cannot follow what stands before it.',
        at: { source: subgraph.source, offset: error.positions?.[0] ?? 0 },
      })
    }
  }
  return { files, findings }
}

function fileFindings(files: readonly SubgraphFile[], rules: readonly Rule[]): readonly EarlyFinding[] {
  return rules.flatMap((rule) =>
    rule.stage === 'file'
      ? files.flatMap((file) => rule.check(file).map((finding) => ({ finding, blocks: rule.blocks })))
      : [],
  )
}

function graphFindings(graph: Graph, rules: readonly Rule[]): readonly EarlyFinding[] {
  return rules.flatMap((rule) =>
    rule.stage === 'graph' ? rule.check(graph).map((finding) => ({ finding, blocks: rule.blocks })) : [],
  )
}

/** What a rule has told already at the same place in plain words, the composition need not tell again. */
function withoutRepeats(own: readonly Finding[], apollo: readonly Finding[]): readonly Finding[] {
  const told = new Set(own.map(({ at }) => lineOf(at)))
  return [...own, ...apollo.filter(({ at }) => !told.has(lineOf(at)))]
}

function refused(findings: readonly Finding[]): CompositionResult {
  return { ok: false, problems: findings.map(problemAt) }
}
