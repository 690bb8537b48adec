// `npm run bench:plan`: what the plan check costs beside planning, once per new plan: for an operation of the contract that
// uses all its flows, and for one over a graph of 25 subgraphs that uses up to 200 roads at once.
import { parse } from 'graphql'
import { createPlanCheck } from '../gateway/consent/planCheck.ts'
import type { PlanContract } from '../gateway/consent/planContract.ts'
import { readConsentRules } from '../gateway/consent/rules.ts'
import { planOperation, selectOperation } from '../gateway/plan/operation.ts'
import { loadSupergraph } from '../gateway/plan/supergraph.ts'
import { composeGraph } from '../schema/compose/compose.ts'
import { flowRows } from '../schema/compose/flows.ts'
import { RULES } from '../schema/compose/rules/rules.ts'
import { loadContract } from '../schema/contract.ts'
import { graphOfManyRoads } from './support/manyRoads.ts'
import { median } from './support/statistics.ts'

const ROUNDS = 9
const everyFlow = `{ photoMe { suggestedProfiles { basis } feedQuality { basis } } socialMe { ads { title } } }`
const noFlow = '{ photoMe { username posts(first: 3) { nodes { caption } } } socialMe { displayName } }'

console.log('operation                                   fetches   planning   plan check')
const contract = loadContract()
measure('of the contract, no flow', contract.supergraphSdl, contract, noFlow)
measure('of the contract, every flow', contract.supergraphSdl, contract, everyFlow)
for (const roads of [50, 200]) measureMany(roads)

function measureMany(roads: number): void {
  const inputs = graphOfManyRoads(roads, 25)
  const graph = composeGraph(
    inputs,
    RULES.filter(({ number }) => number !== undefined),
  )
  if (!graph.ok) throw new Error(graph.problems.map(({ message }) => message).join('\n'))
  const files = inputs.subgraphs.map((one) => ({ ...one, document: parse(one.source) }))
  const flows = flowRows({ files, notices: inputs.notices })
  const fields = flows.filter(({ to }) => to === 'social').map(({ type }) => `from${type}`)
  const { supergraphSdl } = graph
  measure(
    `of 25 subgraphs, ${fields.length} of ${roads} roads`,
    supergraphSdl,
    { ...inputs, flows },
    `{ socialMe { ${fields.join(' ')} } }`,
  )
}

function measure(name: string, sdl: string, plans: PlanContract, query: string): void {
  const supergraph = loadSupergraph(sdl)
  const rules = readConsentRules(supergraph)
  if (!rules) throw new Error('The graphs of this benchmark have consented data')
  const client = selectOperation(parse(query), undefined)
  const plan = planOperation(client, supergraph)
  const check = createPlanCheck(rules, supergraph.fullSchema, plans)
  const [problem] = check(plan)
  if (problem) throw new Error(problem.message)
  const planning = medianOf(() => planOperation(client, supergraph))
  const checking = medianOf(() => check(plan))
  const fetches = JSON.stringify(plan).split('"kind":"Fetch"').length - 1
  console.log(
    `${name.padEnd(44)}${String(fetches).padStart(7)} ${planning.toFixed(1).padStart(8)} ms ${checking.toFixed(2).padStart(9)} ms`,
  )
}

function medianOf(run: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return median(times)
}
