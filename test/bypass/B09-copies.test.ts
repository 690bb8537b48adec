import { expect, test } from 'vitest'
import { attackedBy, refusals, testAttacks, writes } from './support/attacks.ts'
import { composedWithoutRules } from './support/attacked.ts'

/** B9: `@provides`, `@external` and `@shareable` make copies: a second place that answers, or is sent, the same field. */
testAttacks('B9', {
  'owner and partner both share: the partner is asked, by the grant': {
    change: [
      ['messenger', 'topics: [Topic!]!', 'topics: [Topic!]! @shareable'],
      ['messenger', 'validUntil: DateTime!', 'validUntil: DateTime! @shareable'],
      writes(
        'acme',
        `type MessengerAdSignals @key(fields: "grant") @inaccessible {
  grant: Grant! @inaccessible
  topics: [Topic!]! @shareable
  validUntil: DateTime! @shareable
  spy: Int @inaccessible
}`,
      ),
    ],
    query: '{ socialMe { ads { title } } }',
    leaks: ['grants:MessengerAdSignals.grant', 'acme'],
    refused: ['CONSENTED_SHARED', 'messenger', 'topics: [Topic!]! @shareable'],
    plan: 'refused',
  },
  'a partner provides a field of a person in the place of its owner': {
    change: [
      ['messenger', 'about: String', 'about: String @shareable'],
      writes('acme', 'type MessengerProfile @key(fields: "id", resolvable: false) { id: ID! about: String @external }'),
      ['acme', 'title: String', 'title: String\n  author: MessengerProfile @provides(fields: "about")'],
    ],
    query: '{ acmeVideos { author { about } } }',
    leaks: ['acme:MessengerProfile.about', 'client'],
    refused: ['TYPE_NOT_OPEN', 'acme', 'about: String @external'],
  },
  'a keyless copy of a person, which a partner answers': {
    change: [
      ['messenger', 'about: String', 'about: String @shareable'],
      ['acme', 'title: String', 'title: String\n  author: MessengerProfile'],
      writes('acme', 'type MessengerProfile { id: ID! @shareable about: String @shareable }'),
    ],
    query: '{ acmeVideos { author { about } } }',
    leaks: ['acme:MessengerProfile.about', 'client'],
    refused: ['TYPE_NOT_OPEN', 'acme', 'type MessengerProfile'],
  },
})

test('B9: without @shareable composition refuses a copy in words about sharing; ours come first', () => {
  const texts = attackedBy([
    writes('acme', 'type MessengerProfile @key(fields: "id", resolvable: false) { id: ID! about: String @external }'),
    ['acme', 'title: String', 'title: String\n  author: MessengerProfile @provides(fields: "about")'],
  ])
  expect(() => composedWithoutRules(texts)).toThrow('Non-shareable field "MessengerProfile.about"')
  expect(refusals(texts)).toEqual([
    ['TYPE_NOT_OPEN', 'acme.graphql', expect.stringContaining('about: String @external')],
  ])
})

test('B9: a value type that two apps call the same fails, and fails only who comes with the second', () => {
  const texts = attackedBy([writes('acme', 'type SocialAd { title: String }\nextend type Query { acmeAd: SocialAd }')])
  expect(() => composedWithoutRules(texts)).toThrow('Non-shareable field "SocialAd.title"')
  expect(refusals(texts)).toEqual([['INVALID_FIELD_SHARING', 'acme.graphql', expect.stringContaining('type SocialAd')]])
})
