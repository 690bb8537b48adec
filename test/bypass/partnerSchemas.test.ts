import { describe, expect, test } from 'vitest'
import { createComposer } from '../support/composedOnce.ts'
import { SMALL_FAMILY, SMALL_PERMITS, smallFamily } from '../support/smallFamily.ts'

/**
 * A partner in another language, whatever its SDL says: what would bring it anything that it has no permit for does not
 * compose. Each is told in its own file; without the rules it would compose (`open`), unless composition refuses it too.
 */
const HONEST = SMALL_FAMILY['partner'] ?? ''
/** The links and what all say alike. */
const HEAD = HONEST.slice(0, HONEST.indexOf('type Query'))
const COPY = 'type MessengerAdSignals @inaccessible { topics: [Topic!]! @external validUntil: DateTime! @external }'
const REQUIRES = '@requires(fields: "messengerAdSignals { topics validUntil }")'

/** The partner with another type in place of its own stub of PhotoProfile, or with one more. */
const partner = (more: string) =>
  `${HEAD}\ntype Query { partnerVideos: [Video!] }\ntype Video @key(fields: "id") { id: ID! title: String }\n${more}\n`

const MALICIOUS: Readonly<Record<string, { readonly sdl: string; readonly code: string; readonly open: boolean }>> = {
  'requires the topics through a stub of the person': {
    sdl: partner(
      `type SocialProfile @key(fields: "id") { id: ID! messengerAdSignals: MessengerAdSignals @external guess: String ${REQUIRES} }\n${COPY}`,
    ),
    code: 'CONSENTED_NAMED',
    open: true,
  },
  'says that this is a use that has a purpose': {
    sdl: partner(
      `type SocialProfile @key(fields: "id") { id: ID! messengerAdSignals: MessengerAdSignals @external guess: String ${REQUIRES} @uses(purpose: "ADS") }\n${COPY}`,
    ),
    code: 'CONSENTED_NAMED',
    open: true,
  },
  'extends the consented type by its grant': {
    sdl: partner(
      'type MessengerAdSignals @key(fields: "grant") @inaccessible { grant: Grant! @inaccessible note: String }',
    ),
    code: 'CONSENTED_NAMED',
    open: true,
  },
  'has a second road, with a stolen string as grant': {
    sdl: partner(
      'type MessengerAdSignals @key(fields: "grant", resolvable: false) @inaccessible { grant: Grant! @inaccessible }\nextend type Video { signals: MessengerAdSignals @inaccessible }',
    ),
    code: 'CONSENTED_NAMED',
    open: true,
  },
  'overrides a road': {
    sdl: partner(
      'type SocialProfile @key(fields: "id") { id: ID! messengerAdSignals: MessengerAdSignals @inaccessible @override(from: "grants") }\ntype MessengerAdSignals @key(fields: "grant", resolvable: false) @inaccessible { grant: Grant! @inaccessible }',
    ),
    code: 'CONSENTED_NAMED',
    open: true,
  },
  'overrides the topics': {
    sdl: partner(
      'type MessengerAdSignals @key(fields: "grant") @inaccessible { grant: Grant! @inaccessible topics: [Topic!]! @override(from: "messenger") }',
    ),
    code: 'CONSENTED_NAMED',
    open: true,
  },
  'resolves persons of an app by their id': {
    sdl: partner('type MessengerProfile @key(fields: "id") { id: ID! partnerScore: Int }'),
    code: 'TYPE_NOT_OPEN',
    open: true,
  },
  'requires what an app says of a person': {
    sdl: partner(
      'type MessengerProfile @key(fields: "id") { id: ID! about: String @external partnerScore: Int @requires(fields: "about") }',
    ),
    code: 'TYPE_NOT_OPEN',
    open: true,
  },
  'declares that persons are its own': {
    sdl: partner('type MessengerProfile @key(fields: "id") @person(app: "MESSENGER") { id: ID! partnerScore: Int }'),
    code: 'LABEL_NOT_OWNER',
    open: true,
  },
  'says that its own data is consented data': {
    sdl: partner(
      'type PartnerSignals @key(fields: "grant") @inaccessible @consented(from: "partner", purpose: "ADS") { grant: Grant! @inaccessible topics: [Topic!]! validUntil: DateTime! }',
    ),
    code: 'LABEL_ARGUMENT',
    open: true,
  },
  'copies what is sealed': {
    sdl: partner(
      'type Message @key(fields: "id") { id: ID! ciphertext: Ciphertext! @external length: Int @requires(fields: "ciphertext") }\nscalar Ciphertext',
    ),
    code: 'SEALED_SHARED',
    open: true,
  },
  'opens somebody else’s type': {
    sdl: partner('type Album @key(fields: "id") @open { id: ID! partnerScore: Int }'),
    code: 'LABEL_NOT_OWNER',
    open: true,
  },
  'hides a field of everybody': {
    sdl: HONEST.replace('hasNextPage: Boolean!', 'hasNextPage: Boolean! @inaccessible'),
    code: 'HIDES_OTHERS',
    open: false,
  },
  'stands in for every object of an interface': {
    sdl: partner('').replace(
      'interface Node { id: ID! }',
      'type Node @key(fields: "id") @interfaceObject { id: ID! partnerScore: Int }',
    ),
    code: 'INTERFACE_OBJECT_NOT_OPEN',
    open: false,
  },
  'is written for Federation 1': {
    sdl: 'type Query { partnerVideos: [String!] }\nextend type MessengerProfile @key(fields: "id") { id: ID! @external partnerScore: Int }',
    code: 'FEDERATION_1_DOCUMENT',
    open: true,
  },
  'imports the directives under other names': {
    sdl: partner('type MessengerProfile @schluessel(fields: "id") { id: ID! partnerScore: Int }').replace(
      '"@key"',
      '"@key", { name: "@key", as: "@schluessel" }',
    ),
    code: 'LINK_RENAMED',
    open: false,
  },
  'links federation under another name': {
    sdl: 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", as: "zed")\ntype Query { partnerVideos: [String!] }\ntype MessengerProfile @zed__key(fields: "id") { id: ID! partnerScore: Int }',
    code: 'LINK_RENAMED',
    open: true,
  },
  'takes a value from the context': {
    sdl: partner(
      'type Note @key(fields: "id") { id: ID! guess(topics: [String] @fromContext(field: "$me { topics }")): String }',
    ).replace('"@key"', '"@key", "@fromContext", "@context"'),
    code: 'DIRECTIVE_NOT_ALLOWED',
    open: false,
  },
  'takes a root field of everybody': {
    sdl: `${HONEST}\nextend type Query { photoOf: String }`,
    code: 'PARTNER_ROOT_FIELD',
    open: true,
  },
}

const composeGraph = createComposer()
const codesOf = (result: ReturnType<typeof composeGraph>) =>
  result.ok ? [] : result.problems.map(({ code, file }) => [file, code] as const)

test('the honest partner composes', () => {
  expect(codesOf(composeGraph(smallFamily()))).toEqual([])
  expect(codesOf(composeGraph(smallFamily({ ...SMALL_FAMILY, partner: partner('') })))).toEqual([])
})

describe('a partner does not compose that', () => {
  test.each(Object.entries(MALICIOUS))('%s', (_what, { sdl, code, open }) => {
    const inputs = smallFamily({ ...SMALL_FAMILY, partner: sdl })
    expect(composeGraph(inputs, []).ok).toBe(open)
    const codes = codesOf(composeGraph(inputs))
    expect(codes[0]).toEqual(['partner.graphql', code])
  })

  test('was registered with a permit', () => {
    const permits = { ...SMALL_PERMITS, partner: [{ from: 'messenger', purpose: 'ADS' as const }] }
    expect(codesOf(composeGraph(smallFamily(SMALL_FAMILY, permits))).map(([, code]) => code)).toEqual([
      'PERMIT_NOT_ALLOWED',
    ])
  })
})
