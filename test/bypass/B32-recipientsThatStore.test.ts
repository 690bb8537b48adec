import { describe, expect, test } from 'vitest'
import { composeGraph } from '../../schema/compose/compose.ts'
import type { Json } from '../support/subgraphTester.ts'
import { smallFamily } from '../support/smallFamily.ts'
import { BEN, DEV, usingBoth, type Between } from './support/sideBySide.ts'

/**
 * B32: a recipient that stores what it was given, and serves it again. No gateway can prevent that, and this one does
 * not claim to. What there is: nobody is a recipient without a permit, no value reaches one without an earlier record in
 * the ledger of the person, and a partner is no recipient at all.
 */
const both = usingBoth()
const ADS = '{ socialMe { ads(first: 1) { basis title } } }'

/** The social app as somebody else may have written it: it remembers the best advertisement that it ever had. */
function storing(): Between {
  const kept: Json[] = []
  return (name, send) => async (request) => {
    const answer = await send(request)
    const ads = (answer.data?.['_entities'] as Json[] | undefined)?.[0]?.c__ads
    if (name !== 'social' || !ads) return answer
    if (ads[0].basis === 'PERSONALIZED') kept.push(...ads)
    return { data: { _entities: [{ c__ads: kept.length > 0 ? kept.slice(0, 1) : ads }] } }
  }
}

async function ledger(): Promise<Json[]> {
  const query = '{ viewer { account { ledger(first: 100) { nodes { index at body } } } } }'
  const { viewer } = await both().graph.data(query, { by: ['Dev Raman', 'ACCOUNTS'] })
  return viewer.account.ledger.nodes.map(({ body }: Json) => JSON.parse(body))
}

describe('B32: ours, as any', () => {
  test('a recipient that stores can serve it again, and to others', async () => {
    both().between(storing())
    await both().ours(ADS, { by: DEV })
    const later = await both().ours(ADS, { by: BEN })
    both().between()
    expect(later.data.socialMe.ads[0].basis).toBe('PERSONALIZED')
    expect(later.to('social').at(-1)?.representations[0].messengerAdSignals).toBeNull()
  })
})

describe('B32: but', () => {
  test('whatever it has, it has by a permit, and the record of it was there before', async () => {
    const before = await ledger()
    const recordsWhenSent: number[] = []
    both().between((name, send) => async (request) => {
      if (name === 'messenger') recordsWhenSent.push((await ledger()).length)
      return send(request)
    })
    await both().ours(ADS, { by: DEV })
    both().between()
    const after = await ledger()
    const [record] = after.slice(before.length)
    expect(after.length).toBe(before.length + 1)
    expect(record).toMatchObject({ from: 'messenger', to: 'social', purpose: 'ADS' })
    expect(recordsWhenSent).toEqual([before.length + 1])
    const { permits } = both().graph.house.contract.subgraphs.find(({ name }) => name === 'social') ?? {}
    expect(permits).toContainEqual({ from: record.from, purpose: record.purpose })
  })

  test('no permit, no recipient: what needs none that is there does not compose', () => {
    const result = composeGraph(smallFamily(undefined, { social: [{ from: 'photo', purpose: 'ADS' }] }))
    expect(result.ok ? [] : result.problems.map(({ code, file }) => [code, file])).toContainEqual([
      expect.stringMatching(/PERMIT/),
      'social.graphql',
    ])
  })

  test('a partner is none: it can have no permit', () => {
    const social = [
      { from: 'messenger', purpose: 'ADS' },
      { from: 'photo', purpose: 'ADS' },
      { from: 'messenger', purpose: 'IMPROVE' },
    ] as const
    const result = composeGraph(smallFamily(undefined, { social, partner: [{ from: 'messenger', purpose: 'ADS' }] }))
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(['PERMIT_NOT_ALLOWED'])
  })
})
