import { GraphQLError, parse, Source, type DocumentNode } from 'graphql'
import type { ContractSources, SubgraphSource } from '../contract.ts'
import type { Flow } from '../flows.ts'
import { publicApi } from './api.ts'
import { composeWithApollo } from './apollo.ts'
import { describedOnce } from './describe.ts'
import { ENTRY, generateEntry } from './entry.ts'
import { flowRows } from './flows.ts'
import { modelOfFiles } from './model/fromFiles.ts'
import { modelOfSupergraph } from './model/fromSupergraph.ts'
import type { Model } from './model/model.ts'
import { lineOf, problemAt, type Finding, type Place, type Problem } from './problem.ts'
import type { Graph, Rule } from './rules/rule.ts'
import type { SubgraphFile } from './subgraphFile.ts'
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
 * the same result, byte by byte. Throws only on a bug. `rules` is for tests that show what a rule keeps out, `compose` for
 * those that show it for the same texts under several rules.
 */
export function composeGraph(
  { subgraphs, notices }: CompositionInputs,
  rules: readonly Rule[] = RULES,
  compose: typeof composeWithApollo = composeWithApollo,
): CompositionResult {
  // Each text by itself: while one would be read as something else, nothing more makes sense.
  const { files, findings: syntax } = parseAll(subgraphs)
  const graph: Graph = { files, notices }
  const early = rules.map((rule) => earlyFindings(rule, graph, syntax.length === 0))
  if (syntax.length > 0 || early.flat().some(({ blocks }) => blocks)) {
    const blocking = early.flat().toSorted((a, b) => Number(b.blocks) - Number(a.blocks))
    return refused([...syntax, ...blocking.map(({ finding }) => finding)])
  }

  // Who says what of the graph, then all together, with the generated subgraph.
  const entrySdl = generateEntry(files.map(({ document }) => document))
  const entry = entryFile(entrySdl)
  const written = modelOfFiles([entry, ...files])
  const ofTexts = early.map((ofRule) => ofRule.map(({ finding }) => finding))
  const own = causesOnly(
    rules.map((rule, index) => (rule.stage === 'model' ? rule.check(written) : (ofTexts[index] ?? []))),
  )
  const composed = compose([...describedOnce(files, written), entry])
  if (!composed.ok) return refused(withoutRepeats(own, translate(composed.errors, files)))

  // The result, read as the planner will read it.
  const { supergraphSdl } = composed
  const late = lateFindings(parse(supergraphSdl), written, rules)
  const told = causesOnly([own, ...late.map((findings) => toldFirst(own, findings))])
  if (told.length > 0) return refused(told)
  return { ok: true, supergraphSdl, apiSdl: publicApi(supergraphSdl), entrySdl, flows: flowRows(graph) }
}

/** The generated subgraph as the rules and composition read it. */
function entryFile(text: string): SubgraphFile {
  const source = new Source(text, `${ENTRY}.graphql`)
  const registration = { name: ENTRY, url: '', sdl: source.name, permits: [], owner: ENTRY, contact: '' }
  return { ...registration, source, document: parse(source) }
}

interface EarlyFinding {
  readonly finding: Finding
  readonly blocks: boolean
}

/** What a rule says of the texts themselves; of all of them together only when all can be read. */
function earlyFindings(rule: Rule, graph: Graph, whole: boolean): readonly EarlyFinding[] {
  if (rule.stage !== 'file' && (rule.stage !== 'graph' || !whole)) return []
  const findings = rule.stage === 'file' ? graph.files.flatMap((file) => rule.check(file)) : rule.check(graph)
  return findings.map((finding) => ({ finding, blocks: rule.blocks }))
}

/** What each rule says of the composed supergraph. */
function lateFindings(supergraph: DocumentNode, written: Model, rules: readonly Rule[]): (readonly Finding[])[] {
  const composed = modelOfSupergraph(supergraph, written)
  return rules.map((rule) => {
    if (rule.stage === 'supergraph') return rule.check(written, supergraph)
    return rule.stage === 'model' && rule.again ? rule.check(composed) : []
  })
}

/** Rule by rule, without what only follows from something that was told before. */
function causesOnly(byRule: readonly (readonly Finding[])[]): readonly Finding[] {
  const causes = new Set<string>()
  return byRule.flat().filter(({ cause, follows = [] }) => {
    const isTold = !follows.some((each) => causes.has(each))
    if (isTold && cause !== undefined) causes.add(cause)
    return isTold
  })
}

/** The supergraph shows most of what the files showed already. */
function toldFirst(own: readonly Finding[], late: readonly Finding[]): readonly Finding[] {
  const told = new Set(own.map(({ code, at }) => `${code} ${lineOf(at)}`))
  return late.filter(({ code, at }) => !told.has(`${code} ${lineOf(at)}`))
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

/** What a rule has told already in plain words, at the same place or of the same type, composition need not tell again. */
function withoutRepeats(own: readonly Finding[], apollo: readonly Finding[]): readonly Finding[] {
  const lines = new Set(own.map(({ at }) => lineOf(at)))
  const types = new Set(own.flatMap((finding) => typesIn(finding, finding.at)))
  const isTold = (finding: Finding) =>
    lines.has(lineOf(finding.at)) ||
    [finding.at, ...(finding.related ?? [])].some((at) => typesIn(finding, at).some((type) => types.has(type)))
  return [...own, ...apollo.filter((finding) => !isTold(finding))]
}

/** The type that a finding is about, in one file. */
function typesIn({ subject = '' }: Finding, { source }: Place): readonly string[] {
  const [type = ''] = subject.split('.')
  return type === '' ? [] : [`${source.name} ${type}`]
}

function refused(findings: readonly Finding[]): CompositionResult {
  return { ok: false, problems: findings.map(problemAt) }
}
