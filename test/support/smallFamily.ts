import { Source } from 'graphql'
import type { CompositionInputs } from '../../schema/compose/compose.ts'
import type { Permit } from '../../schema/registry.ts'
import type { Texts } from './graph.ts'

/**
 * The smallest family that has everything the flow check speaks of: two roads to social (from messenger and photo), an
 * open type, a sealed one, a value type that all share, the keepers, and a partner. It composes. One declaration a
 * line, so that a test can point at it.
 */
export const SMALL_FAMILY: Texts = {
  messenger: app(`
type Query { messengerMe: MessengerProfile }
type MessengerProfile implements Node @key(fields: "id") @person(app: "MESSENGER") {
  id: ID!
  about: String
  devices: [Device!]
  messages: [Message!]
}
type Device { name: String! }
type Message @key(fields: "id") {
  id: ID!
  ciphertext: Ciphertext! @sealed
  sentAt: DateTime!
}
scalar Ciphertext @sealed
type MessengerAdSignals @key(fields: "grant") @inaccessible @consented(from: "messenger", purpose: "ADS") {
  grant: Grant! @inaccessible
  topics: [Topic!]!
  validUntil: DateTime!
}
type MessengerMood @key(fields: "grant") @inaccessible @consented(from: "messenger", purpose: "IMPROVE") {
  grant: Grant! @inaccessible
  calm: Int!
  validUntil: DateTime!
}`),
  photo: app(`
type Query { photoMe: PhotoProfile photoList(first: Int = 3, after: String): PhotoPage }
type PhotoProfile implements Node @key(fields: "id") @person(app: "PHOTO") {
  id: ID!
  name: String!
  photos: [Photo!]
}
type Photo implements Node @key(fields: "id") @open {
  id: ID!
  caption: String
  author: PhotoProfile!
}
type Album implements Node @key(fields: "id") {
  id: ID!
  title: String! @open
}
type PhotoPage { nodes: [Photo!] pageInfo: PageInfo! albums: [Album!] }
type PhotoAdSignals @key(fields: "grant") @inaccessible @consented(from: "photo", purpose: "ADS") {
  grant: Grant! @inaccessible
  topics: [Topic!]!
  validUntil: DateTime!
}`),
  social: app(`
type Query { socialMe: SocialProfile }
type SocialProfile implements Node @key(fields: "id") @person(app: "SOCIAL") {
  id: ID!
  messengerAdSignals: MessengerAdSignals @external
  photoAdSignals: PhotoAdSignals @external
  messengerMood: MessengerMood @external
  ads: [Ad!] @requires(fields: "messengerAdSignals { topics validUntil } photoAdSignals { topics validUntil }") @uses(purpose: "ADS")
  pace: Int @requires(fields: "messengerMood { calm validUntil }") @uses(purpose: "IMPROVE")
}
type Ad { title: String! advertiser: SocialProfile media: SocialMedia }
type SocialMedia { url: String! }
type MessengerAdSignals @inaccessible {
  topics: [Topic!]! @external
  validUntil: DateTime! @external
}
type MessengerMood @inaccessible {
  calm: Int! @external
  validUntil: DateTime! @external
}
type PhotoAdSignals @inaccessible {
  topics: [Topic!]! @external
  validUntil: DateTime! @external
}`),
  accounts: app(`
type Query { accountsCount: Int }
type SocialProfile @key(fields: "id") {
  id: ID!
  account: Account
}
type Account implements Node @key(fields: "id") {
  id: ID!
  note: String
}`),
  grants: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@inaccessible"])
scalar Grant @inaccessible
type SocialProfile @key(fields: "id") {
  id: ID!
  messengerAdSignals: MessengerAdSignals @inaccessible
  photoAdSignals: PhotoAdSignals @inaccessible
  messengerMood: MessengerMood @inaccessible
}
type MessengerAdSignals @key(fields: "grant", resolvable: false) @inaccessible {
  grant: Grant! @inaccessible
}
type MessengerMood @key(fields: "grant", resolvable: false) @inaccessible {
  grant: Grant! @inaccessible
}
type PhotoAdSignals @key(fields: "grant", resolvable: false) @inaccessible {
  grant: Grant! @inaccessible
}
`,
  partner: app(`
type Query { partnerVideos: [Video!] }
type Video implements Node @key(fields: "id") {
  id: ID!
  author: PhotoProfile
}
type PhotoProfile @key(fields: "id", resolvable: false) { id: ID! }
type Photo @key(fields: "id") {
  id: ID!
  videos: [Video!]
}`),
}

/** Everything that may be imported; the partner writes it too, as partners do. */
function app(body: string): string {
  const federation = '"@key", "@requires", "@external", "@provides", "@shareable", "@inaccessible", "@interfaceObject"'
  const labels = ['person', 'consented', 'uses', 'sealed', 'open']
  const composed = labels.map((label) => `@composeDirective(name: "@${label}")`).join(' ')
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: [${federation}, "@override", "@composeDirective"]) @link(url: "https://concord.example/consent/v1.0", import: [${labels.map((label) => `"@${label}"`).join(', ')}]) ${composed}
directive @person(app: String!) on OBJECT
directive @consented(from: String!, purpose: String!) on OBJECT
directive @uses(purpose: String!) on FIELD_DEFINITION
directive @sealed on FIELD_DEFINITION | SCALAR
directive @open on FIELD_DEFINITION | OBJECT
scalar Grant @inaccessible
scalar Topic
scalar DateTime
interface Node { id: ID! }
type PageInfo @shareable { hasNextPage: Boolean! }
${body.trim()}
`
}

const APPS = { messenger: 'MESSENGER', photo: 'PHOTO', social: 'SOCIAL' } as const

/** The permits that the roads of the small family take. */
export const SMALL_PERMITS: Readonly<Record<string, readonly Permit[]>> = {
  social: [
    { from: 'messenger', purpose: 'ADS' },
    { from: 'photo', purpose: 'ADS' },
    { from: 'messenger', purpose: 'IMPROVE' },
  ],
}

/** The small family, or these texts in its place, as the composer takes them. */
export function smallFamily(texts: Texts = SMALL_FAMILY, permits = SMALL_PERMITS): CompositionInputs {
  const subgraphs = Object.entries(texts).map(([name, text]) => ({
    name,
    ...(name in APPS ? { app: APPS[name as keyof typeof APPS] } : {}),
    url: `http://127.0.0.1/${name}`,
    sdl: `${name}.graphql`,
    permits: permits[name] ?? [],
    owner: `The ${name} team`,
    contact: `mailto:${name}@example.org`,
    source: new Source(text, `${name}.graphql`),
  }))
  const languages = { en: { text: 'We do.', withoutIt: 'We do not.' }, de: { text: 'Ja.', withoutIt: 'Nein.' } }
  const notice = (from: string, purpose: Permit['purpose'], covers: readonly string[]) => ({
    from,
    to: 'social',
    purpose,
    version: 1,
    covers,
    languages,
  })
  return {
    subgraphs,
    notices: [
      notice('messenger', 'ADS', ['SocialProfile.messengerAdSignals', ...dataOf('MessengerAdSignals', texts)]),
      notice('photo', 'ADS', ['SocialProfile.photoAdSignals', ...dataOf('PhotoAdSignals', texts)]),
      notice('messenger', 'IMPROVE', ['SocialProfile.messengerMood', ...dataOf('MessengerMood', texts)]),
    ],
  }
}

/** What its source says of a person by it: notices always speak of all that. */
function dataOf(type: string, texts: Texts): readonly string[] {
  const source = type.startsWith('Photo') ? texts['photo'] : texts['messenger']
  const [, body = ''] = new RegExp(`^type ${type} .*\\{\n([^}]*)`, 'm').exec(source ?? '') ?? []
  const names = [...body.matchAll(/^ +(\w+)/gm)].map(([, name]) => name ?? '')
  return names.filter((name) => name !== 'grant' && name !== 'validUntil').map((name) => `${type}.${name}`)
}
