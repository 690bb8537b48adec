import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { readLabels } from '../../schema/labels.ts'
import { composedWithoutRules, onOurs } from './support/attacked.ts'
import { attackedBy, refusals, writes } from './support/attacks.ts'
import type { Texts } from '../support/graph.ts'

/** B13: the same label twice, with other arguments. Composition takes that of the alphabetically first subgraph. */
const composedLabels = (texts: Texts) => readLabels(parse(composedWithoutRules(texts).supergraphSdl))

describe('B13: a partner that comes first by the alphabet', () => {
  const otherApp = attackedBy([
    writes('acme', 'type SocialProfile @key(fields: "id", resolvable: false) @person(app: "MESSENGER") { id: ID! }'),
  ])
  const otherPurpose = attackedBy([
    writes(
      'acme',
      'type MessengerAdSignals @key(fields: "grant", resolvable: false) @inaccessible @consented(from: "messenger", purpose: "IMPROVE") { grant: Grant! @inaccessible }',
    ),
  ])

  test('open: makes the people of one app those of another', () => {
    expect(composedLabels(otherApp).persons.get('SocialProfile')).toBe('MESSENGER')
  })
  test('closed: nobody but the owner says whose people these are', () => {
    expect(refusals(otherApp)[0]).toEqual(['LABEL_NOT_OWNER', 'acme.graphql', expect.stringContaining('@person')])
  })

  test('open: makes one purpose another', () => {
    expect(composedLabels(otherPurpose).consented.get('MessengerAdSignals')?.purpose).toBe('IMPROVE')
  })
  test('closed: nobody but the source says for what, and such a graph does not load beside the flows of the right one', () => {
    expect(refusals(otherPurpose)[0]).toEqual([
      'LABEL_NOT_OWNER',
      'acme.graphql',
      expect.stringContaining('@consented'),
    ])
    expect(() => onOurs(otherPurpose)).toThrow('must be of one composition')
  })
})
