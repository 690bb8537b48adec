const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key"])'

export const productsSdl = `${link}
type Query { products(first: Int = 20): [Product!] }
type Product @key(fields: "id") { id: ID! name: String! price: Int! inStock: Boolean! }`

export const reviewsSdl = `${link}
type Product @key(fields: "id") { id: ID! reviews: [Review!] }
type Review { id: ID! stars: Int! text: String! author: Author! }
type Author { id: ID! name: String! }`

const labels = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@requires", "@external", "@inaccessible", "@composeDirective"])
  @link(url: "https://concord.example/consent/v1.0", import: ["@consented", "@uses"])
  @composeDirective(name: "@consented") @composeDirective(name: "@uses")
directive @consented(from: String!, purpose: String!) on OBJECT
directive @uses(purpose: String!) on FIELD_DEFINITION
scalar Grant @inaccessible`
const signals = 'type Signals @inaccessible @consented(from: "messenger", purpose: "ADS")'

/** A road, its source and its recipient: a graph with these has consent rules. The operation asks none of them. */
export const consentedSdls = {
  grants: `${labels}
type Person @key(fields: "id") { id: ID! signals: Signals @inaccessible }
${signals} @key(fields: "grant", resolvable: false) { grant: Grant! @inaccessible }`,
  messenger: `${labels}
${signals} @key(fields: "grant") { grant: Grant! @inaccessible topics: [String!]! validUntil: String! }`,
  social: `${labels}
type Query { me: Person }
type Person @key(fields: "id") { id: ID! signals: Signals @external
  ads: [String!] @requires(fields: "signals { topics validUntil }") @uses(purpose: "ADS") }
${signals} { topics: [String!]! @external validUntil: String! @external }`,
}

/** 20 entities, two subgraph calls. */
export const operation =
  'query Products { products(first: 20) { id name price inStock reviews { id stars text author { id name } } } }'
