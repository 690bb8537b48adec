// `npm run bench:compose`: what the flow check (rules R1 to R8) costs beside composing itself: for the contract, and for
// graphs of 25 subgraphs with more and more roads, which should cost in proportion.
import { parse } from 'graphql'
import { composeGraph, type CompositionInputs } from '../schema/compose/compose.ts'
import { modelOfFiles } from '../schema/compose/model/fromFiles.ts'
import { modelOfSupergraph } from '../schema/compose/model/fromSupergraph.ts'
import { formatProblems } from '../schema/compose/problem.ts'
import { RULES } from '../schema/compose/rules/rules.ts'
import { loadSources } from '../schema/contract.ts'
import { graphOfManyRoads } from './support/manyRoads.ts'
import { median } from './support/statistics.ts'

const ROUNDS = 7
/** By themselves: 200 roads are more than another rule allows three apps, one for each pair and purpose. */
const FLOW_CHECK = RULES.filter(({ number }) => number !== undefined)

console.log('graph                        roads   composing   flow check before   after   together')
measure('the contract, 5 subgraphs', 5, loadSources())
for (const roads of [50, 100, 200]) measure('generated, 25 subgraphs', roads, graphOfManyRoads(roads, 25))

function measure(name: string, roads: number, inputs: CompositionInputs): void {
  const composing = elapsed(() => compose(inputs))
  const supergraph = parse(compose(inputs))
  const files = inputs.subgraphs.map((subgraph) => ({ ...subgraph, document: parse(subgraph.source) }))
  const before = medianOf(() => checkFiles(files))
  const written = modelOfFiles(files)
  const after = medianOf(() => {
    const model = modelOfSupergraph(supergraph, written)
    for (const rule of FLOW_CHECK) {
      if (rule.stage === 'model' && rule.again) rule.check(model)
      if (rule.stage === 'supergraph') rule.check(written, supergraph)
    }
  })
  const shown = [composing, before, after, before + after].map((time) => `${time.toFixed(1)} ms`)
  const [whole = '', first = '', second = '', both = ''] = shown
  console.log(
    `${name.padEnd(28)} ${String(roads).padStart(5)} ${whole.padStart(11)} ${first.padStart(19)} ${second.padStart(7)} ${both.padStart(10)}`,
  )
}

function checkFiles(files: Parameters<typeof modelOfFiles>[0]): void {
  const model = modelOfFiles(files)
  for (const rule of FLOW_CHECK) if (rule.stage === 'model') rule.check(model)
}

function compose(inputs: CompositionInputs): string {
  const result = composeGraph(inputs, FLOW_CHECK)
  if (!result.ok) throw new Error(formatProblems(result.problems))
  return result.supergraphSdl
}

function medianOf(run: () => void): number {
  return median(Array.from({ length: ROUNDS }, () => elapsed(run)))
}

function elapsed(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}
