import { describe, expect, test } from 'vitest'
import { composeGraph } from '../../schema/compose/compose.ts'
import { problemsOf } from '../support/graph.ts'
import { composedWithoutRules } from './support/attacked.ts'
import { attackedBy, refusals, testAttacks, writes } from './support/attacks.ts'
import { HEAD, littleFamily, LITTLE_FAMILY } from './support/littleFamily.ts'

/** B31: a label weakened or removed by another team, or what it protects taken away. */
testAttacks('B31', {
  'a partner opens the people of an app': {
    change: [writes('acme', 'type MessengerProfile @key(fields: "id") @open { id: ID! stars: Int }')],
    query: '{ messengerMe { stars } }',
    leaks: ['messenger:MessengerProfile.id', 'acme'],
    refused: ['LABEL_NOT_OWNER', 'acme', '@open'],
  },
  'an app that comes earlier takes over a type of another, and opens it': {
    change: [
      writes(
        'social',
        'type SocialPost @key(fields: "id") { id: ID! text: String }\nextend type Query { socialPost: SocialPost }',
      ),
      writes('messenger', 'type SocialPost @key(fields: "id") @open { id: ID! seen: Int }'),
      writes(
        'acme',
        'type SocialPost @key(fields: "id") { id: ID! text: String @external spy: Int @requires(fields: "text") }',
      ),
    ],
    query: '{ socialPost { spy } }',
    leaks: ['social:SocialPost.text', 'acme'],
    refused: ['ENTITY_DEFINED_TWICE', 'social', 'type SocialPost'],
  },
  'a partner copies what is sealed, without the label': {
    change: [
      ['messenger', 'text: String', 'text: String\n  ciphertext: String @sealed'],
      writes(
        'acme',
        'type MessengerPost @key(fields: "id") { id: ID!\nciphertext: String @external\nspy: Int @requires(fields: "ciphertext") }',
      ),
    ],
    query: '{ messengerPosts { spy } }',
    leaks: ['messenger:MessengerPost.ciphertext', 'acme'],
    refused: ['SEALED_SHARED', 'acme', 'ciphertext: String @external'],
  },
  'a recipient removes the label of what it computes': {
    change: [['social', ' @uses(purpose: "ADS")', '']],
    query: '{ socialMe { ads { title } } }',
    leaks: ['messenger:MessengerAdSignals.topics', 'social'],
    refused: ['USES_MISSING', 'social', 'ads: [SocialAd!]'],
  },
  'a source removes the label of its data': {
    change: [['messenger', ' @consented(from: "messenger", purpose: "ADS")', '']],
    query: '{ socialMe { ads { title } } }',
    leaks: ['messenger:MessengerAdSignals.topics', 'social'],
    refused: ['TYPE_NOT_OPEN', 'social', 'type MessengerAdSignals'],
  },
})

describe('B31: one @inaccessible', () => {
  test('takes a field of everybody out of the API; refused', () => {
    const texts = attackedBy([
      ['messenger', 'text: String', 'text: String @shareable'],
      writes('acme', 'type MessengerPost @key(fields: "id") { id: ID! text: String @shareable @inaccessible }'),
    ])
    expect(composedWithoutRules(texts).apiSdl).not.toContain('text: String')
    expect(composedWithoutRules(LITTLE_FAMILY).apiSdl).toContain('text: String')
    expect(refusals(texts).map(([code, file]) => `${code} ${file}`)).toEqual(['HIDES_OTHERS acme.graphql'])
  })

  test('less shows nothing yet, and would once the others drop theirs; refused', () => {
    const texts = attackedBy([['social', 'type MessengerAdSignals @inaccessible', 'type MessengerAdSignals']])
    expect(composedWithoutRules(texts).apiSdl).not.toContain('MessengerAdSignals')
    expect(refusals(texts)).toEqual([['CONSENTED_VISIBLE', 'social.graphql', 'type MessengerAdSignals {']])
  })
})

describe('B31: a partner that calls itself', () => {
  test.each(['Messenger', 'messenger__two', 'MESSENGER'])('%s composes; refused', (name) => {
    const texts = { ...LITTLE_FAMILY, [name]: `${HEAD}type Query { ${name}Twin: Int }` }
    expect(composedWithoutRules(texts).apiSdl).toContain('Twin: Int')
    expect(refusals(texts).map(([code, file]) => `${code} ${file}`)).toContain(`SUBGRAPH_NAME ${name}.graphql`)
  })

  test('as somebody else does is refused', () => {
    const { subgraphs, notices } = littleFamily()
    const twins = subgraphs.map((one) => (one.name === 'acme' ? { ...one, name: 'messenger' } : one))
    const problems = problemsOf(composeGraph({ subgraphs: twins, notices }))
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toContain('SUBGRAPH_NAME_TAKEN acme.graphql')
  })
})
