import { describe, expect, test } from 'vitest'
import { storedDocuments } from '../support/storedDocuments.ts'
import { join } from 'node:path'
import { labelledStack } from './support/labelled.ts'
import { leaks } from './support/oracle.ts'
import { ADA, BEN, DEV, usingBoth } from './support/sideBySide.ts'

/** B30: fetched first, filtered later: what was filtered has been where it must not be. */
const both = usingBoth()
const ADS = '{ socialMe { ads(first: 1) { basis } } }'

describe('B30: a gateway that filters answers', () => {
  test('has asked the source, and told the recipient, before it leaves anything out', async () => {
    const stack = await labelledStack()
    const answer = await stack.ask('{ person(id: "ben") { name ads } }')
    const filtered = { person: { ...(answer.data?.['person'] as object), ads: null } }
    expect(filtered).toEqual({ person: { name: 'Ben', ads: null } })
    expect(stack.sent.filter(({ bytes }) => bytes.includes('CHESS')).map(({ subgraph }) => subgraph)).toEqual([
      'social',
    ])
  })
})

describe('B30: ours', () => {
  test.each([[BEN], [ADA]])('%j, who did not agree: no source is asked, and the recipient is sent null', async (by) => {
    const asked = await both().ours(ADS, { by })
    expect(asked.calls.map(({ subgraph }) => subgraph)).toEqual(['social', 'grants', 'social'])
    expect(asked.to('grants')[0]?.answer).toEqual({
      data: { _entities: [{ messengerAdSignals: null, photoAdSignals: null }] },
    })
    const [input] = asked.to('social').at(-1)?.representations ?? []
    expect([input?.messengerAdSignals, input?.photoAdSignals]).toEqual([null, null])
    expect(leaks(both().graph, asked)).toEqual([])
  })

  test('Dev, for one purpose of several: only its source is asked, only for it', async () => {
    const asked = await both().ours('{ photoMe { feedQuality { basis } } }', { by: ['Dev Raman', 'PHOTO'] })
    expect(
      asked.to('messenger').map(({ representations }) => representations.map(({ __typename }) => __typename)),
    ).toEqual([['MessengerImprovementSignals']])
    expect(asked.to('social')).toEqual([])
  })

  test('nobody who looks at Dev makes a source be asked about Dev', async () => {
    const query = '{ socialProfile(username: "devraman") { ads(first: 1) { basis } } }'
    for (const by of [BEN, ADA, ['Dev Raman', 'PHOTO'] as const, ['Dev Raman', 'MESSENGER'] as const]) {
      const asked = await both().ours(query, { by })
      expect([...asked.to('messenger'), ...asked.to('photo')]).toEqual([])
    }
  })

  test('the recipient keeps nothing of what it was sent', async () => {
    const asked = await both().ours(ADS, { by: DEV })
    const end: string = asked.to('social').at(-1)?.representations[0].messengerAdSignals.validUntil
    expect(end).toMatch(/^2026/)
    const stored = await storedDocuments(join(both().graph.house.configuration.data, 'store'))
    const social = stored.filter(({ collection }) => collection.startsWith('social_'))
    expect(social.length).toBeGreaterThan(100)
    expect(
      social.filter(({ document }) => JSON.stringify(document).includes(end) || 'ads' in (document as object)),
    ).toEqual([])
  })
})
