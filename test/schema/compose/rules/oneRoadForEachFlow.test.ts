import { parse, Source } from 'graphql'
import { expect, test } from 'vitest'
import { problemAt } from '../../../../schema/compose/problem.ts'
import { oneRoadForEachFlow } from '../../../../schema/compose/rules/oneRoadForEachFlow.ts'
import { loadSources } from '../../../../schema/contract.ts'

/** The contract, with this after a road of `grants`. */
function roadsOf(more: string) {
  const files = loadSources().subgraphs.map((subgraph) => {
    const body = subgraph.source.body.replace('photoAdSignals: PhotoAdSignals @inaccessible', `$&\n  ${more}`)
    const source = subgraph.name === 'grants' ? new Source(body, 'grants.graphql') : subgraph.source
    return { ...subgraph, source, document: parse(source) }
  })
  return oneRoadForEachFlow.check({ files, notices: [] }).map(problemAt)
}

test('the contract has one road for each flow', () => {
  expect(roadsOf('')).toEqual([])
})

test('a second road for the same purpose is refused where it stands', () => {
  const [problem, ...others] = roadsOf('photoAdSignalsAgain: PhotoAdSignals @inaccessible')
  expect(others).toEqual([])
  expect(problem).toMatchObject({ code: 'FLOW_DOUBLED', file: 'grants.graphql' })
  expect(problem?.frame).toMatch(/> +\d+ \| +photoAdSignalsAgain/)
  expect(problem?.hint).toContain(
    'Add the fields of PhotoAdSignals to the type that SocialProfile.photoAdSignals leads to',
  )
})
