import { describe, expect, test } from 'vitest'
import { leaks } from './support/oracle.ts'
import { ADA, BEN, DEV, usingBoth, type Between, type Send } from './support/sideBySide.ts'

/** B26: de-duplication and caches that people, purposes or grants share. */
const both = usingBoth()
const ADS = '{ socialMe { ads(first: 1) { basis } } }'
const adsOf = (username: string) => `{ socialProfile(username: "${username}") { ads(first: 1) { basis } } }`

/** A cache of answers as it stands before a subgraph elsewhere: by what is asked, not by who asks. */
function cached(): Between {
  const answers = new Map<string, ReturnType<Send>>()
  return (name, send) => (request) => {
    const key = `${name} ${request.query} ${JSON.stringify(request.variables)}`
    const answer = answers.get(key) ?? send(request)
    answers.set(key, answer)
    return answer
  }
}

describe('B26: stock, with a cache before its subgraphs', () => {
  test('the next viewer is the one before, with their data', async () => {
    both().between(cached())
    await both().stock(ADS, { by: DEV })
    const { data } = await both().stock(ADS, { by: BEN })
    both().between()
    expect(data.socialMe.ads).toEqual([{ basis: 'PERSONALIZED' }])
  })
})

describe('B26: ours', () => {
  test('equal requests of several people at one time share no call', async () => {
    const from = both().calls.length
    const asked = await Promise.all([DEV, BEN, ADA, DEV].map((by) => both().graph.ask(ADS, { by })))
    expect(asked.map(({ data }) => data.socialMe.ads[0].basis === 'PERSONALIZED')).toEqual([true, false, false, true])
    const calls = both()
      .calls.slice(from)
      .filter(({ subgraph }) => subgraph === 'social' || subgraph === 'grants')
    expect(calls).toHaveLength(4 * 3)
    // Each call is made for one person, and is about that person alone.
    for (const { bytes, representations } of calls) {
      const { viewer, profiles } = JSON.parse(bytes).identity
      expect(representations.map(({ id }) => id)).toEqual(representations.map(() => viewer ?? profiles[0].id))
    }
  })

  test('each request asks anew: no answer, grant or input of the one before is used again', async () => {
    const [first, second] = [await both().ours(ADS, { by: DEV }), await both().ours(ADS, { by: DEV })]
    const grants = [first, second].map((one) => one.to('messenger')[0]?.representations[0].grant)
    expect(new Set(grants).size).toBe(2)
    expect(second.calls.map(({ subgraph }) => subgraph)).toEqual(first.calls.map(({ subgraph }) => subgraph))
  })

  test('one person at one place is one road; two people are two, though they are withheld alike', async () => {
    const twice = await both().ours('{ socialMe { x: ads(first: 1) { id } y: ads(first: 2) { id } } }', { by: DEV })
    expect(twice.to('grants').flatMap(({ representations }) => representations)).toHaveLength(1)
    const two = await both().ours(
      '{ a: socialProfile(username: "devraman") { ads { id } } b: socialProfile(username: "benlindqvist") { ads { id } } }',
      { by: ADA },
    )
    const ids = two.to('grants').flatMap(({ representations }) => representations.map(({ id }) => id))
    expect(new Set(ids)).toEqual(new Set([both().graph.id(...DEV), both().graph.id(...BEN)]))
    expect(leaks(both().graph, two)).toEqual([])
  })

  test('each purpose has a road, a grant and a call of its own', async () => {
    const asked = await both().ours('{ photoMe { feedQuality { basis } suggestedProfiles(first: 1) { basis } } }', {
      by: ['Dev Raman', 'PHOTO'],
    })
    const sources = asked
      .to('messenger')
      .map(({ representations }) => representations.map(({ __typename }) => __typename))
    expect(new Set(sources.map(String))).toEqual(
      new Set(['MessengerImprovementSignals', 'MessengerPersonalizationSignals']),
    )
    const inputs = asked.to('photo').flatMap(({ representations }) =>
      representations.map((one) =>
        Object.keys(one)
          .filter((key) => key.endsWith('Signals'))
          .map((key) => key.includes('Improvement')),
      ),
    )
    expect(inputs.filter((one) => new Set(one).size > 1)).toEqual([])
    expect(leaks(both().graph, asked)).toEqual([])
  })

  test.each([[DEV], [BEN], [undefined]])('no cache on the way may keep it, whoever asks: %j', async (by) => {
    for (const query of [ADS, adsOf('devraman')]) {
      const { headers } = await both().graph.ask(query, by ? { by } : {})
      expect(headers.get('cache-control')).toBe('private, no-store')
      expect(headers.get('etag')).toBeNull()
    }
  })
})
