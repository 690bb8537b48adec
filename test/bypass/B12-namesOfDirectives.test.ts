import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { readLabels } from '../../schema/labels.ts'
import type { Texts } from '../support/graph.ts'
import { composedWithoutRules, onOurs, onStock } from './support/attacked.ts'
import { attackedBy, refusals, testAttacks, type Attack } from './support/attacks.ts'
import { HEAD } from './support/littleFamily.ts'

/** B12: directives renamed, redefined or not composed: whoever looks for names misses them. */
const FEDERATION = 'https://specs.apollo.dev/federation/v2.12'

/** The worst hole of labels, by directives of these names. */
const reading = (head: string, key: string, external: string, requires: string): Omit<Attack, 'refused'> => ({
  change: [
    ['acme', HEAD, head],
    [
      'acme',
      'type AcmeVideo @key',
      `type MessengerProfile ${key}(fields: "id") { id: ID! about: String ${external}\nspy: Int ${requires}(fields: "about") }\ntype AcmeVideo ${key}`,
    ],
  ],
  query: '{ messengerMe { spy } }',
  leaks: ['messenger:MessengerProfile.about', 'acme'],
})
testAttacks('B12', {
  'no @link at all: read as Federation 1': {
    ...reading('', '@key', '@external', '@requires'),
    refused: ['FEDERATION_1_DOCUMENT', 'acme', ''],
  },
  'the spec has another name': {
    ...reading(`extend schema @link(url: "${FEDERATION}", as: "zed")`, '@zed__key', '@zed__external', '@zed__requires'),
    refused: ['LINK_RENAMED', 'acme', 'as: "zed"'],
  },
  'a directive has another name': {
    ...reading(
      `extend schema @link(url: "${FEDERATION}", import: ["@key", "@external", { name: "@requires", as: "@asks" }])`,
      '@key',
      '@external',
      '@asks',
    ),
    refused: ['LINK_RENAMED', 'acme', '"@asks"'],
  },
  'directives by their full names': {
    ...reading(
      `extend schema @link(url: "${FEDERATION}")`,
      '@federation__key',
      '@federation__external',
      '@federation__requires',
    ),
    refused: ['DIRECTIVE_NOT_IMPORTED', 'acme', 'federation__key'],
  },
})

const composedLabels = (texts: Texts) => readLabels(parse(composedWithoutRules(texts).supergraphSdl))
const served = async (texts: Texts) =>
  JSON.stringify(await (await onStock(texts)).ask('{ socialMe { ads { title } } }'))

describe('B12: a label', () => {
  test('that is not composed vanishes without a word; refused, and our gateway does not load what has lost it', async () => {
    const texts = attackedBy([['messenger', '@composeDirective(name: "@consented")', '']])
    expect(composedLabels(texts).consented.size).toBe(0)
    expect(await served(texts)).toContain('social:SocialAd.title')
    expect(refusals(texts)[0]?.slice(0, 2)).toEqual(['COMPOSE_DIRECTIVE_MISSING', 'messenger.graphql'])
    expect(() => onOurs(texts)).toThrow('must be of one composition')
  })

  test('that is defined anew says less than it seems to; refused', async () => {
    const texts = attackedBy([
      ['social', 'directive @uses(purpose: String!)', 'directive @uses(purpose: String)'],
      ['social', '@uses(purpose: "ADS")', '@uses'],
    ])
    expect([...composedLabels(texts).uses]).toEqual([['SocialProfile.ads', '']])
    expect(await served(texts)).toContain('social:SocialAd.title')
    expect(refusals(texts)).toEqual([
      ['CONSENT_DEFINITION_DIFFERS', 'social.graphql', expect.stringContaining('directive @uses(purpose: String)')],
    ])
  })

  test('of a spec that only looks like ours is none; refused', async () => {
    const texts = attackedBy([
      ['messenger', 'https://concord.example/consent/v1.0', 'https://concord.test/consent/v1.0'],
    ])
    expect(refusals(texts)[0]).toEqual([
      'LINK_NOT_ALLOWED',
      'messenger.graphql',
      expect.stringContaining('concord.test'),
    ])
  })

  test('that one file calls otherwise fails composing for everybody; refused where it stands', () => {
    const texts = attackedBy([
      ['messenger', '"@consented", ', '{ name: "@consented", as: "@private" }, '],
      ['messenger', '@composeDirective(name: "@consented")', '@composeDirective(name: "@private")'],
      ['messenger', 'directive @consented', 'directive @private'],
      ['messenger', '@consented(from: "messenger"', '@private(from: "messenger"'],
    ])
    expect(() => composedWithoutRules(texts)).toThrow('Should not have been called')
    expect(refusals(texts)[0]).toEqual(['LINK_RENAMED', 'messenger.graphql', expect.stringContaining('as: "@private"')])
  })
})
