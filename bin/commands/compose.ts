import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { compareWith } from '../../schema/compose/against.ts'
import { checkArtefacts, writeArtefacts, type ComposedGraph } from '../../schema/compose/artefacts.ts'
import { composeGraph } from '../../schema/compose/compose.ts'
import { formatProblems } from '../../schema/compose/problem.ts'
import { ContractError, loadContract, loadSources } from '../../schema/contract.ts'
import { comparisonText } from '../draw/comparison.ts'

export interface ComposeOptions {
  /** Write nothing; say whether the committed files are current. Default: false. */
  readonly check?: boolean
  /** A directory with the graph as it was composed before: what changes is told, and a flow without its notice refused. */
  readonly against?: string
  /** Where `subgraphs.yaml` is, and where the results go. */
  readonly directory: string
  readonly stdout: { write(text: string): unknown }
}

/** `OK`, something to mend, called wrongly. */
export type ComposeExitCode = 0 | 1 | 2

/** `concord compose`: composes the contract of a directory and writes the supergraph, the API and the flows beside it. */
export function compose({ check = false, directory, against, stdout }: ComposeOptions): ComposeExitCode {
  const say = (text: string) => stdout.write(`${text}\n`)
  if (!existsSync(join(directory, 'subgraphs.yaml'))) {
    say(`The directory to compose must hold a subgraphs.yaml, but ${directory} has none.`)
    return 2
  }
  const result = composeDirectory(directory)
  if (!result.ok) {
    say(result.text)
    return 1
  }
  const { graph } = result
  if (against !== undefined && !holdsAgainst(against, directory, graph, say)) return 1
  const changed = check ? checkArtefacts(directory, graph) : writeArtefacts(directory, graph)
  if (check && changed.length > 0) {
    say(`Not current: ${changed.join(', ')}. Run \`npm run compose\` and commit what it writes.`)
    return 1
  }
  const outcome = changed.length > 0 ? `wrote ${changed.join(', ')}` : 'everything is current'
  say(`The graph composes with ${graph.flows.length} flows of consented data; ${outcome}.`)
  return 0
}

/** Tells what changes; false where a notice must be mended before anything is written. */
function holdsAgainst(
  against: string,
  directory: string,
  { apiSdl }: ComposedGraph,
  say: (text: string) => void,
): boolean {
  try {
    const comparison = compareWith(loadContract(against), { ...loadSources(directory), apiSdl })
    say(`${comparisonText(comparison, against)}\n`)
    if (comparison.problems.length > 0) say(formatProblems(comparison.problems))
    return comparison.problems.length === 0
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    say(error.message)
    return false
  }
}

type Outcome = { readonly ok: true; readonly graph: ComposedGraph } | { readonly ok: false; readonly text: string }

function composeDirectory(directory: string): Outcome {
  try {
    const graph = composeGraph(loadSources(directory))
    return graph.ok ? { ok: true, graph } : { ok: false, text: formatProblems(graph.problems) }
  } catch (error) {
    if (error instanceof ContractError) return { ok: false, text: error.message }
    throw error
  }
}
