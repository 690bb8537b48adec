import { Source } from 'graphql'
import type { CompositionInputs } from '../../../schema/compose/compose.ts'
import type { Permit } from '../../../schema/registry.ts'
import { CONSENT_DIRECTIVES } from '../../../schema/consentSpec.ts'
import type { Texts } from '../../support/graph.ts'

/** The first lines of a file: everything that may be imported, and the labels of the consent spec. */
export const HEAD = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@requires", "@external", "@provides", "@shareable", "@inaccessible", "@interfaceObject", "@override", "@composeDirective"])
  @link(url: "https://concord.example/consent/v1.0", import: ["@person", "@consented", "@uses", "@sealed", "@open"])
  @composeDirective(name: "@person") @composeDirective(name: "@consented") @composeDirective(name: "@uses")
  @composeDirective(name: "@sealed") @composeDirective(name: "@open")
${[...CONSENT_DIRECTIVES.values()].join('\n')}
scalar Grant @inaccessible
scalar Topic
scalar DateTime
`

/** Two apps, the one road between them, and a partner that keeps to itself: it composes. */
export const LITTLE_FAMILY: Texts = {
  messenger: `${HEAD}
type Query { messengerMe: MessengerProfile messengerPosts: [MessengerPost] }
type MessengerProfile @key(fields: "id") @person(app: "MESSENGER") {
  id: ID!
  about: String
}
type MessengerPost @key(fields: "id") @open {
  id: ID!
  text: String
  author: MessengerProfile
}
type MessengerAdSignals @key(fields: "grant") @inaccessible @consented(from: "messenger", purpose: "ADS") {
  grant: Grant! @inaccessible
  topics: [Topic!]!
  validUntil: DateTime!
}
`,
  social: `${HEAD}
type Query { socialMe: SocialProfile }
type SocialProfile @key(fields: "id") @person(app: "SOCIAL") {
  id: ID!
  messengerAdSignals: MessengerAdSignals @external
  ads: [SocialAd!] @requires(fields: "messengerAdSignals { topics validUntil }") @uses(purpose: "ADS")
}
type SocialAd { title: String }
type MessengerAdSignals @inaccessible {
  topics: [Topic!]! @external
  validUntil: DateTime! @external
}
`,
  grants: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@inaccessible"])
scalar Grant @inaccessible
type SocialProfile @key(fields: "id") {
  id: ID!
  messengerAdSignals: MessengerAdSignals @inaccessible
}
type MessengerAdSignals @key(fields: "grant", resolvable: false) @inaccessible {
  grant: Grant! @inaccessible
}
`,
  acme: `${HEAD}
type Query { acmeVideos: [AcmeVideo] }
type AcmeVideo @key(fields: "id") {
  id: ID!
  title: String
}
`,
}

export const APPS: Readonly<Record<string, 'MESSENGER' | 'SOCIAL'>> = { messenger: 'MESSENGER', social: 'SOCIAL' }
const PERMITS: Readonly<Record<string, readonly Permit[]>> = { social: [{ from: 'messenger', purpose: 'ADS' }] }

/** These texts as the composer takes them. A subgraph that is not of the family is one more partner. */
export function littleFamily(texts: Texts = LITTLE_FAMILY, permits = PERMITS): CompositionInputs {
  const subgraphs = Object.entries(texts).map(([name, text]) => ({
    name,
    ...(APPS[name] === undefined ? {} : { app: APPS[name] }),
    url: `http://${name}.test/graphql`,
    sdl: `${name}.graphql`,
    permits: permits[name] ?? [],
    owner: name,
    contact: `mailto:${name}@concord.example`,
    source: new Source(text, `${name}.graphql`),
  }))
  const wording = { text: 'May this be used?', withoutIt: 'It works otherwise.' }
  const covers = ['SocialProfile.messengerAdSignals', 'MessengerAdSignals.topics']
  const languages = { en: wording, de: wording }
  return { subgraphs, notices: [{ from: 'messenger', to: 'social', purpose: 'ADS', version: 1, covers, languages }] }
}
