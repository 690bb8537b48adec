import type { SupergraphShape } from './world.ts'

/** Supergraphs made by hand, each around one way in which federation joins subgraphs. */
export const SHAPES: readonly SupergraphShape[] = [
  {
    name: 'chains of @requires',
    subgraphs: {
      products: `type Query { products(first: Int = 3): [Product!]! product(id: ID!): Product }
        type Product @key(fields: "id") { id: ID! name: String price: Int weight: Int tags: [String!] dimensions: Dimensions }
        type Dimensions @shareable { width: Int height: Int! }`,
      inventory: `type Product @key(fields: "id") { id: ID! price: Int @external weight: Int @external dimensions: Dimensions @external
          inStock: Boolean! shipping: Float @requires(fields: "price weight") volume: Int @requires(fields: "dimensions { width height }") }
        type Dimensions @shareable { width: Int height: Int! }`,
      pricing: `type Product @key(fields: "id") { id: ID! shipping: Float @external inStock: Boolean! @external volume: Int @external
          total: String @requires(fields: "shipping inStock") label(style: Style = SHORT): String @requires(fields: "volume") }
        enum Style { SHORT LONG }`,
    },
  },
  {
    name: 'interfaces and unions',
    subgraphs: {
      library: `type Query { media(kind: Kind): [Media!] search(text: String!): [Result] first: Media any: Result! }
        enum Kind { BOOK FILM }
        interface Media { id: ID! title: String creator: Person }
        type Book implements Media @key(fields: "id") { id: ID! title: String creator: Person pages: Int! series: [Book!] }
        type Film implements Media @key(fields: "id") { id: ID! title: String creator: Person minutes: Int sequel: Film }
        type Person @key(fields: "id") { id: ID! }
        union Result = Book | Film | Person`,
      people: `type Query { people: [Person!]! } interface Named { name: String }
        type Person implements Named @key(fields: "id") { id: ID! name: String born: Int friends(first: Int): [Person] favourites: [Named!] }
        type Club implements Named { name: String members: [Person!]! }
        type Book @key(fields: "id") { id: ID! borrowedBy: Person }`,
      reviews: `interface Reviewed { reviews(stars: Int): [Review!]! }
        type Book implements Reviewed @key(fields: "id") { id: ID! reviews(stars: Int): [Review!]! rating: Float! }
        type Film implements Reviewed @key(fields: "id") { id: ID! reviews(stars: Int): [Review!]! score: String! }
        type Review { text: String by: Person! about: Reviewed }
        type Person @key(fields: "id") { id: ID! wrote: [Review!] }`,
    },
  },
  {
    name: 'nested and compound keys',
    subgraphs: {
      users: `type Query { users: [User] user(id: ID!): User! }
        type User @key(fields: "id org { code }") { id: ID! org: Org! name: String manager: User reports: [User!] }
        type Org @key(fields: "code") { code: ID! title: String }`,
      teams: `type User @key(fields: "id org { code }") { id: ID! org: Org! team: Team teams: [[Team!]] }
        type Org @key(fields: "code") { code: ID! size: Int teams: [Team!]! }
        type Team @key(fields: "slug region") { slug: ID! region: ID! lead: User members: [User!]! }`,
      places: `type Team @key(fields: "slug region") { slug: ID! region: ID! office: Office floor: Int! }
        type Office @key(fields: "where { street }") { where: Address! desks: Int }
        type Address @shareable { street: ID! city: String }`,
      desks: `type Office @key(fields: "where { street }") { where: Address! free: Int! booked: [User] }
        type Address @shareable { street: ID! city: String }
        type User @key(fields: "id org { code }", resolvable: false) { id: ID! org: Org! }
        type Org @key(fields: "code", resolvable: false) { code: ID! }`,
    },
  },
  {
    name: 'several keys, one after the other',
    subgraphs: {
      a: `type Query { things: [Thing!]! } type Thing @key(fields: "a") { a: ID! one: String }`,
      b: `type Thing @key(fields: "a") @key(fields: "b") { a: ID! b: ID! two: Int }`,
      c: `type Query { other: Thing } type Thing @key(fields: "b") @key(fields: "c") { b: ID! c: ID! three: [Int] }`,
      d: `type Thing @key(fields: "c") { c: ID! four: Boolean! next: Thing parts: [Part!]! } type Part { of: Thing size: Int! }`,
    },
  },
  {
    name: '@provides and @shareable',
    subgraphs: {
      posts: `type Query { posts: [Post!]! post(id: ID!): Post page: Page @shareable }
        type Post @key(fields: "id") { id: ID! text: String author: User @provides(fields: "name profile { bio }") also: User place: Place }
        type User @key(fields: "id") { id: ID! name: String @external profile: Profile @external }
        type Profile @shareable { bio: String }
        type Place @shareable { x: Int y: Int name: String! }
        type Page @shareable { size: Int! note: String }`,
      users: `type Query { users: [User!] page: Page @shareable }
        type User @key(fields: "id") { id: ID! name: String @shareable profile: Profile @shareable home: Place posts: [Post!] }
        type Profile @shareable { bio: String site: String }
        type Place @shareable { x: Int y: Int name: String! }
        type Page @shareable { size: Int! note: String }
        type Post @key(fields: "id") { id: ID! likes: Int! likedBy(first: Int = 2): [User!]! }`,
    },
  },
  {
    name: 'inaccessible',
    subgraphs: {
      core: `type Query { items: [Item!]! item: Item node(id: ID!): Node hidden: Int @inaccessible }
        interface Node { id: ID! }
        type Item implements Node @key(fields: "id") { id: ID! name: String secret: Int @inaccessible state: State states: [State!] kin: [Node] }
        type Ghost implements Node @key(fields: "id") @inaccessible { id: ID! name: String }
        enum State { NEW USED LOST @inaccessible }`,
      extra: `type Item @key(fields: "id") { id: ID! secret: Int @external state: State @external
          risk: String @requires(fields: "secret") advice: String! @requires(fields: "state") cover: Cover }
        enum State { NEW USED LOST @inaccessible }
        type Cover { colour: String size: Size! = 1 }
        enum Size { S L XL @inaccessible }`.replace(' = 1', ''),
    },
  },
  {
    name: '@interfaceObject',
    subgraphs: {
      catalog: `type Query { products: [Product!]! product(id: ID!): Product }
        interface Product @key(fields: "id") { id: ID! title: String }
        type Shoe implements Product @key(fields: "id") { id: ID! title: String size: Int! pair: Shoe }
        type Hat implements Product @key(fields: "id") { id: ID! title: String brim: Float }`,
      reviews: `type Query { best: Product reviewed: [Product!] }
        type Product @key(fields: "id") @interfaceObject { id: ID! reviews: [Review!] stars(round: Boolean = true): Int! }
        type Review { text: String! product: Product }`,
      stock:
        `type Product @key(fields: "id") @interfaceObject { id: ID! stars(round: Boolean = true): Int! @external left: Int wanted: Boolean @requires(fields: "stars") }`.replace(
          ' stars(round: Boolean = true): Int! @external left: Int wanted: Boolean @requires(fields: "stars")',
          ' left: Int shelf: String!',
        ),
    },
  },
  {
    name: 'lists of lists, nulls and custom scalars',
    subgraphs: {
      grid: `scalar JSON type Query { grid: [[Cell!]!] sparse: [[[Cell]!]] numbers: [[Int!]!]! blob: JSON blobs: [JSON!] cell(at: At!): Cell! }
        input At { row: Int! = 1 column: Int names: [String!] }
        type Cell @key(fields: "id") { id: ID! value: Int! neighbours: [[Cell!]]! note: Note }
        type Note { text: String! inner: Note tags: [[String!]!]! }`,
      style:
        `scalar JSON type Cell @key(fields: "id") { id: ID! colour: Colour! layers: [[Layer!]!]! meta: JSON value: Int! @external
          shade: Float! @requires(fields: "value") notes: [Note!]! }
        enum Colour { RED GREEN } type Layer { name: String! cell: Cell! } type Note @shareable { label: String! }`
          .replace('notes: [Note!]!', '')
          .replace('type Note @shareable { label: String! }', ''),
    },
  },
  {
    name: 'mutations',
    subgraphs: {
      a: `type Query { a: A } type Mutation { makeA(name: String!, tags: [Tag!]): A bumpA: Int! failA: String }
        enum Tag { X Y } type A @key(fields: "id") { id: ID! name: String count: Int! }`,
      b: `type Query { b: B! } type Mutation { makeB(input: BInput!): B! bumpB: Int }
        input BInput { size: Int! = 3 flag: Boolean deep: BInput } type B @key(fields: "id") { id: ID! size: Int a: A }
        type A @key(fields: "id") { id: ID! bs: [B!]! root: Query }`.replace(' root: Query', ''),
      c: `type B @key(fields: "id") { id: ID! size: Int @external worth: String @requires(fields: "size") query: Int }`,
    },
  },
  {
    name: '@override and stubs',
    subgraphs: {
      old: `type Query { orders: [Order!]! } type Order @key(fields: "id") { id: ID! total: Int buyer: Buyer lines: [Line!] }
        type Buyer @key(fields: "id", resolvable: false) { id: ID! } type Line { count: Int! what: Ware! }
        type Ware @key(fields: "sku", resolvable: false) { sku: ID! }`,
      new: `type Query { latest: Order } type Order @key(fields: "id") { id: ID! total: Int @override(from: "old") paid: Boolean! }
        type Ware @key(fields: "sku") { sku: ID! name: String! similar: [Ware!]! }`,
      buyers: `type Query { me: Buyer } type Buyer @key(fields: "id") { id: ID! name: String! orders: [Order!]! contact: Contact }
        type Order @key(fields: "id", resolvable: false) { id: ID! } union Contact = Mail | Phone
        type Mail { address: String! } type Phone { number: Int! country: String }`,
    },
  },
]
