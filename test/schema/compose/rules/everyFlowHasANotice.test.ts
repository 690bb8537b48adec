import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { problemAt } from '../../../../schema/compose/problem.ts'
import { everyFlowHasANotice } from '../../../../schema/compose/rules/everyFlowHasANotice.ts'
import { loadSources } from '../../../../schema/contract.ts'
import type { FlowNotice } from '../../../../schema/notices.ts'

const { subgraphs, notices } = loadSources()
const files = subgraphs.map((subgraph) => ({ ...subgraph, document: parse(subgraph.source) }))

/** The contract with the first notice (messenger to social, ADS) as this says; null takes it away. */
function told(change: Partial<FlowNotice> | null) {
  const [first, ...others] = notices
  if (first === undefined) throw new Error('The contract must have notices')
  const changed = change === null ? others : [{ ...first, ...change }, ...others]
  return everyFlowHasANotice.check({ files, notices: changed }).map(problemAt)
}

describe('every flow has a notice', () => {
  test('and so have those of the contract', () => {
    expect(told({})).toEqual([])
  })

  test('NOTICE_MISSING points at the road and says what to cover', () => {
    const [problem, ...others] = told(null)
    expect(others).toEqual([])
    expect(problem).toMatchObject({ code: 'NOTICE_MISSING', file: 'grants.graphql' })
    expect(problem?.frame).toContain('messengerAdSignals: MessengerAdSignals')
    expect(problem?.hint).toContain('SocialProfile.messengerAdSignals, MessengerAdSignals.topics')
  })

  test('NOTICE_INCOMPLETE names the datum that people were not told of', () => {
    const [problem] = told({ covers: ['SocialProfile.messengerAdSignals'] })
    expect(problem).toMatchObject({ code: 'NOTICE_INCOMPLETE', file: 'notices.yaml' })
    expect(problem?.message).toMatch(/does not name MessengerAdSignals\.topics\.$/)
  })

  test('NOTICE_UNKNOWN_FIELD names what is not in the graph', () => {
    const covers = ['SocialProfile.messengerAdSignals', 'MessengerAdSignals.topics', 'MessengerAdSignals.mood']
    expect(told({ covers })).toMatchObject([{ code: 'NOTICE_UNKNOWN_FIELD', file: 'notices.yaml' }])
  })

  test('NOTICE_WITHOUT_FLOW is told beside the flow that lacks it', () => {
    expect(told({ purpose: 'IMPROVE' }).map(({ code }) => code)).toEqual(['NOTICE_MISSING', 'NOTICE_WITHOUT_FLOW'])
  })
})
