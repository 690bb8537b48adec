const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key"])'

export const productsSdl = `${link}
type Query { products(first: Int = 20): [Product!] }
type Product @key(fields: "id") { id: ID! name: String! price: Int! inStock: Boolean! }`

export const reviewsSdl = `${link}
type Product @key(fields: "id") { id: ID! reviews: [Review!] }
type Review { id: ID! stars: Int! text: String! author: Author! }
type Author { id: ID! name: String! }`

/** 20 entities, two subgraph calls. */
export const operation =
  'query Products { products(first: 20) { id name price inStock reviews { id stars text author { id name } } } }'
