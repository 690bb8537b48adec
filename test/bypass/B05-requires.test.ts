import { describe, expect, test } from 'vitest'
import { onOurs, onStock } from './support/attacked.ts'
import { refusals, testAttacks, writes } from './support/attacks.ts'
import { LITTLE_FAMILY } from './support/littleFamily.ts'

/** What every attack on composition starts from is right: the only value that moves is the one that was agreed to. */
describe('the little family', () => {
  test('composes, and its recipient gets the values by the road', async () => {
    expect(refusals(LITTLE_FAMILY)).toEqual([])
    for (const one of [await onStock(LITTLE_FAMILY), onOurs(LITTLE_FAMILY)]) {
      const { data, errors = [] } = await one.ask('{ socialMe { ads { title } } acmeVideos { title } }')
      expect([errors, data]).toMatchObject([[], { socialMe: { ads: [{ title: 'social:SocialAd.title' }] } }])
      expect(one.sentTo('social')).toContain('messenger:MessengerAdSignals.topics')
      expect(one.sentTo('social')).not.toContain('grants:')
      expect(one.sentTo('acme')).not.toMatch(/messenger:|social:|grants:/)
    }
  })
})

const ROAD = 'messengerAdSignals { topics validUntil }'
const COPY = 'type MessengerAdSignals @inaccessible { topics: [Topic!]! @external validUntil: DateTime! @external }'

/** B5: `@requires` sends a subgraph what it names, for every row, unseen by clients and by whoever looks at fields. */
testAttacks('B5', {
  'a partner requires what no label speaks of, the worst hole of labels': {
    change: [
      writes(
        'acme',
        'type MessengerProfile @key(fields: "id") { id: ID! about: String @external spy: String @requires(fields: "about") }',
      ),
    ],
    query: '{ messengerMe { spy } }',
    leaks: ['messenger:MessengerProfile.about', 'acme'],
    refused: ['TYPE_NOT_OPEN', 'acme', 'type MessengerProfile'],
  },
  'with arguments': {
    change: [
      ['messenger', 'about: String', 'about(longest: Int): String'],
      writes(
        'acme',
        'type MessengerProfile @key(fields: "id") { id: ID! about(longest: Int): String @external spy: String @requires(fields: "about(longest: 3)") }',
      ),
    ],
    query: '{ messengerMe { spy } }',
    leaks: ['messenger:MessengerProfile.about', 'acme'],
    refused: ['TYPE_NOT_OPEN', 'acme', 'type MessengerProfile'],
  },
  'nested, through something that is open': {
    change: [
      writes(
        'acme',
        'type MessengerProfile @key(fields: "id", resolvable: false) { id: ID! }\ntype MessengerPost @key(fields: "id") { id: ID! author: MessengerProfile @external\nspy: String @requires(fields: "author { id }") }',
      ),
    ],
    query: '{ messengerPosts { spy } }',
    leaks: ['messenger:MessengerProfile.id', 'acme'],
    refused: ['FIELD_NOT_OPEN', 'acme', 'spy: String'],
  },
  'chained: who requires what was made of consented data': {
    change: [
      ['social', 'type SocialAd { title: String }', 'type SocialAd @shareable { title: String }'],
      writes(
        'acme',
        'type SocialAd { title: String @external }\ntype SocialProfile @key(fields: "id") { id: ID! ads: [SocialAd!] @external\nrisk: Int @requires(fields: "ads { title }") }',
      ),
    ],
    query: '{ socialMe { risk } }',
    leaks: ['social:SocialAd.title', 'acme'],
    refused: ['USES_REQUIRED', 'acme', 'risk: Int'],
  },
  'chained: the result holds things that somebody else looks up': {
    change: [
      ['social', 'type SocialAd { title: String }', 'type SocialAd @key(fields: "id") @open { id: ID! title: String }'],
      writes('acme', 'type SocialAd @key(fields: "id") { id: ID! price: Int }'),
    ],
    query: '{ socialMe { ads { price } } }',
    leaks: ['social:SocialAd.id', 'acme'],
    refused: ['USES_RESULT', 'social', 'ads: [SocialAd!]'],
    plan: 'refused',
  },
  'a partner requires a road': {
    change: [
      writes(
        'acme',
        `${COPY}\ntype SocialProfile @key(fields: "id") { id: ID! messengerAdSignals: MessengerAdSignals @external spy: Int @requires(fields: "${ROAD}") }`,
      ),
    ],
    query: '{ socialMe { spy } }',
    leaks: ['messenger:MessengerAdSignals.topics', 'acme'],
    refused: ['CONSENTED_NAMED', 'acme', 'type MessengerAdSignals'],
    plan: 'refused',
  },
  'a partner requires a road through a stub of the person': {
    change: [
      [
        'social',
        'type SocialProfile @key(fields: "id")',
        'type SocialProfile @key(fields: "id") @key(fields: "handle")',
      ],
      ['social', 'ads: [', 'handle: String\n  ads: ['],
      writes(
        'acme',
        `${COPY}\ntype SocialProfile @key(fields: "handle", resolvable: false) { handle: String messengerAdSignals: MessengerAdSignals @external }\nextend type AcmeVideo { author: SocialProfile @external spy: Int @requires(fields: "author { ${ROAD} }") }`,
      ),
      ['social', 'type SocialAd', 'type AcmeVideo @key(fields: "id") { id: ID! author: SocialProfile }\ntype SocialAd'],
    ],
    query: '{ acmeVideos { spy } }',
    leaks: ['messenger:MessengerAdSignals.topics', 'acme'],
    refused: ['CONSENTED_NAMED', 'acme', 'type MessengerAdSignals'],
    plan: 'refused',
  },
  'a partner has a road of its own, and a grant that it found': {
    change: [
      ['acme', 'title: String', 'title: String\n  stolen: MessengerAdSignals @inaccessible'],
      ['acme', 'title: String', 'title: String\n  spy: Int @requires(fields: "stolen { topics }")'],
      writes(
        'acme',
        'type MessengerAdSignals @key(fields: "grant") @inaccessible { grant: Grant! @inaccessible topics: [Topic!]! @external }',
      ),
    ],
    query: '{ acmeVideos { spy } }',
    leaks: ['acme:MessengerAdSignals.grant', 'messenger'],
    refused: ['CONSENTED_NAMED', 'acme', 'type MessengerAdSignals'],
    plan: 'refused',
  },
  'a recipient requires the grant too': {
    change: [
      ['social', 'messengerAdSignals { topics validUntil }', 'messengerAdSignals { grant topics validUntil }'],
      ['social', '  topics: [Topic!]! @external', '  grant: Grant! @external\n  topics: [Topic!]! @external'],
    ],
    query: '{ socialMe { ads { title } } }',
    leaks: ['grants:MessengerAdSignals.grant', 'social'],
    refused: ['CONSENTED_COPY', 'social', 'grant: Grant!'],
    plan: 'refused',
  },
  'a confused deputy: whoever says which person, reads of that person': {
    change: [
      writes('acme', 'type SocialProfile @key(fields: "id", resolvable: false) { id: ID! }'),
      ['acme', 'title: String', 'title: String\n  author: SocialProfile'],
      writes(
        'social',
        `type AcmeVideo @key(fields: "id") { id: ID! author: SocialProfile @external\n  mood: Int @requires(fields: "author { ${ROAD} }") @uses(purpose: "ADS") }`,
      ),
    ],
    query: '{ acmeVideos { mood } }',
    leaks: ['messenger:MessengerAdSignals.topics', 'social'],
    refused: ['ROAD_NESTED', 'social', 'mood: Int'],
    plan: 'refused',
  },
})
