import { describe, expect, test } from 'vitest'
import { onOurs, onStock, planOf } from './support/attacked.ts'
import { attackedBy, refusals, writes } from './support/attacks.ts'

/**
 * B6: `@fromContext` hands a value of something above to an argument of something below, by no representation: who looks
 * at what representations hold sees nothing of it.
 */
const texts = attackedBy([
  ['acme', '"@key", ', '"@key", "@context", "@fromContext", '],
  ['social', 'type SocialAd { title: String }', 'type SocialAd @shareable { title: String }'],
  writes(
    'acme',
    `type SocialAd { title: String @external }
type SocialProfile @key(fields: "id") @context(name: "person") { id: ID! ads: [SocialAd!] @external beside: AcmeBeside }
type AcmeBeside @key(fields: "id") { id: ID! spy(ads: [String] @fromContext(field: "$person { ads { title } }")): Int }`,
  ),
])

describe('B6: a partner takes from the context what was made of consented data', () => {
  test('open: it composes, and the plan hands the value to the partner', () => {
    const plan = planOf(texts, '{ socialMe { beside { spy } } }')
    expect(plan).toContain('"serviceName":"acme"')
    expect(plan).toMatch(/"contextRewrites":\[.*"ads","title"/)
    expect(plan).not.toMatch(/"requires":\[[^\]]*"name":"ads"/)
  })

  test('closed: the composer refuses both directives by name', () => {
    const told = refusals(texts).map(([code, file]) => `${code} ${file}`)
    expect(told).toContain('DIRECTIVE_NOT_ALLOWED acme.graphql')
    expect(refusals(texts)[0]?.[2]).toContain('"@fromContext"')
  })

  test('closed: neither gateway loads such a graph', async () => {
    await expect(onStock(texts)).rejects.toThrow('https://specs.apollo.dev/context/v0.1')
    expect(() => onOurs(texts)).toThrow('https://specs.apollo.dev/context/v0.1')
  })
})
