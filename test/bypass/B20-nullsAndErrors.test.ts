import { describe, expect, test } from 'vitest'
import { leaks } from './support/oracle.ts'
import { ADA, BEN, DEV, EVERYBODY, usingBoth, type Between } from './support/sideBySide.ts'

/** B20: null that bubbles, the length of a list, the path of an error. */
const both = usingBoth()
const ADS = '{ socialMe { id ads(first: 2) { basis } } }'

const failing: Readonly<Record<string, Between>> = {
  throws: (name, send) => async (one) => {
    if (name === 'messenger') throw new Error('The messenger of Dev is out of order.')
    return send(one)
  },
  'answers an error': (name, send) => async (one) =>
    name === 'messenger'
      ? { data: { _entities: [null] }, errors: [{ message: 'Dev has no topics', path: ['_entities', 0, 'topics'] }] }
      : send(one),
  'answers null where there must be something': (name, send) => async (one) =>
    name === 'messenger'
      ? { data: { _entities: [{ __typename: 'MessengerAdSignals', topics: null, validUntil: null }] } }
      : send(one),
  'answers too many': (name, send) => async (one) =>
    name === 'messenger' ? { data: { _entities: [null, null, null] } } : send(one),
  'answers none': (name, send) => async (one) => (name === 'messenger' ? { data: { _entities: [] } } : send(one)),
  'answers nothing': (name, send) => async (one) =>
    name === 'messenger' ? { data: null, errors: [{ message: 'no' }] } : send(one),
}

describe('B20: stock', () => {
  test('an error where a source fails tells who consented, and to whom the data goes', async () => {
    both().between(failing['answers an error'])
    const [dev, ben] = [await both().stock(ADS, { by: DEV }), await both().stock(ADS, { by: BEN })]
    expect([dev.errors.length, ben.errors.length]).toEqual([1, 0])
    expect(dev.text).toContain('messengerAdSignals')
    expect(dev.text).toContain('Dev has no topics')
  })

  test('who asks while grants is down is not asked for at all: an absent road skips the recipient', async () => {
    both().between((name, send) => (one) => (name === 'grants' ? Promise.reject(new Error('down')) : send(one)))
    const asked = await both().stock(ADS, { by: DEV })
    expect(asked.data.socialMe.ads).toBeNull()
    expect(asked.to('social')).toHaveLength(1)
  })
})

describe('B20: ours', () => {
  test.each(Object.entries(failing))('the source %s: as if Dev had refused, byte by byte', async (_how, how) => {
    both().between()
    const usual = await both().ours(ADS, { by: BEN })
    both().between(how)
    const asked = await both().ours(ADS, { by: DEV })
    both().between()
    expect(asked.text.replaceAll(both().graph.id(...DEV), 'X')).toBe(
      usual.text.replaceAll(both().graph.id(...BEN), 'X'),
    )
    const inputs = (one: typeof asked) =>
      one
        .to('social')
        .at(-1)
        ?.representations.map(({ id: _id, ...input }) => input)
    expect(inputs(asked)).toEqual(inputs(usual))
    expect(leaks(both().graph, asked)).toEqual([])
  })

  test('grants fails: everybody has what they would have without it', async () => {
    both().between((name, send) => (one) => (name === 'grants' ? Promise.reject(new Error('down')) : send(one)))
    for (const by of EVERYBODY) {
      const { data, errors } = await both().ours(ADS, { by })
      expect([data.socialMe.ads, errors]).toEqual([[{ basis: 'CONTEXTUAL' }, { basis: 'CONTEXTUAL' }], []])
    }
    both().between()
  })

  test('the recipient fails: the same error, at the place that was asked for, whoever agreed', async () => {
    both().between(
      (name, send) => (one) =>
        name === 'social' && one.variables['representations']
          ? Promise.reject(new Error('topics: COOKING'))
          : send(one),
    )
    const texts = await Promise.all(
      [DEV, BEN, ADA].map(async (by) =>
        (await both().ours(ADS, { by })).text.replaceAll(both().graph.id(by[0], by[1]), 'X'),
      ),
    )
    both().between()
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).toContain('"path":["socialMe"]')
    expect(texts[0]).not.toMatch(/COOKING|AdSignals/)
  })
})
