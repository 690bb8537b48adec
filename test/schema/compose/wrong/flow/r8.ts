import { added, back, type Change, type WrongFlows } from './wrongFlow.ts'

const PAGE = 'type PageInfo @shareable { hasNextPage: Boolean! }'
const weaker: readonly Change[] = [['partner', PAGE, PAGE.replace('!', '')]]
const earlier: readonly Change[] = [['messenger', PAGE, PAGE.replace('!', '')]]
const argument: readonly Change[] = [
  ['photo', PAGE, PAGE.replace('}', 'total(max: Int): Int }')],
  ['partner', PAGE, PAGE.replace('}', 'total: Int }')],
]
const input: readonly Change[] = [
  added('photo', 'input Filter { text: String from: Int }\nextend type Query { photoFind(by: Filter): Int }'),
  added('partner', 'input Filter { text: String }\nextend type Query { partnerFind(by: Filter): Int }'),
]
const deprecated: readonly Change[] = [
  ['partner', 'resolvable: false) { id: ID! }', 'resolvable: false) { id: ID! @deprecated(reason: "Ours is better") }'],
]
/** The file may say what things cost. */
const pricing = (name: string): Change => [name, '"@shareable"', '"@shareable", "@cost", "@listSize"']
const price: readonly Change[] = [pricing('partner'), ['partner', PAGE, PAGE.replace(' }', ' @cost(weight: 9) }')]]
const dearScalar: readonly Change[] = [
  pricing('partner'),
  added('photo', 'scalar Day\nextend type PhotoPage { day: Day }'),
  added('partner', 'scalar Day @cost(weight: 9)\nextend type Query { partnerDay: Day }'),
]
const SIZED = PAGE.replace('}', 'pages: [Int] @listSize(assumedSize: 2) }')
const longerList: readonly Change[] = [
  pricing('photo'),
  pricing('partner'),
  ['photo', PAGE, SIZED],
  ['partner', PAGE, SIZED.replace('2', '9')],
]
const values: readonly Change[] = [
  added('photo', 'enum Order { NEW TOP }\nextend type Query { photoSort(by: Order): Int }'),
  added('partner', 'enum Order { NEW }\nextend type Query { partnerSort(by: Order): Int }'),
]

/** What composition would do to the API of others. */
export const WRONG_R8: WrongFlows = {
  'HIDES_OTHERS a type, by a stub': {
    change: [
      [
        'partner',
        'type PhotoProfile @key(fields: "id", resolvable: false)',
        'type PhotoProfile @key(fields: "id", resolvable: false) @inaccessible',
      ],
    ],
    at: ['partner', 'type PhotoProfile'],
    mend: 'patch',
    without: ['REFERENCED_INACCESSIBLE'],
  },
  'HIDES_OTHERS a field of everybody': {
    change: [
      [
        'partner',
        'type Photo @key(fields: "id") {\n  id: ID!',
        'type Photo @key(fields: "id") {\n  id: ID! @inaccessible',
      ],
    ],
    at: ['partner', 'id: ID! @inaccessible'],
    mend: 'patch',
    without: ['IMPLEMENTED_BY_INACCESSIBLE'],
  },
  'HIDES_OTHERS a shared type': {
    change: [['partner', 'type PageInfo @shareable', 'type PageInfo @shareable @inaccessible']],
    at: ['partner', 'type PageInfo'],
    mend: 'patch',
    without: ['REFERENCED_INACCESSIBLE'],
  },
  'CHANGES_OTHERS a type that may be null now': {
    change: weaker,
    at: ['partner', 'type PageInfo'],
    mend: back(weaker),
    without: [],
  },
  'CHANGES_OTHERS what an app that was registered later says too': {
    change: earlier,
    at: ['messenger', 'type PageInfo'],
    mend: back(earlier),
    without: [],
  },
  'CHANGES_OTHERS an argument that is gone': {
    change: argument,
    at: ['partner', 'type PageInfo'],
    mend: [['partner', 'total: Int', 'total(max: Int): Int']],
    without: [],
  },
  'CHANGES_OTHERS a field of an input that is gone': {
    change: input,
    at: ['partner', 'input Filter'],
    mend: [['partner', 'input Filter { text: String }', 'input Filter { text: String from: Int }']],
    without: [],
  },
  'CHANGES_OTHERS a field that is deprecated now': {
    change: deprecated,
    at: ['partner', '@deprecated'],
    mend: back(deprecated),
    without: [],
  },
  'CHANGES_OTHERS a value of an enum that is gone': {
    change: values,
    at: ['partner', 'enum Order'],
    mend: [['partner', 'enum Order { NEW }', 'enum Order { NEW TOP }']],
    without: [],
  },
  'CHANGES_OTHERS what a field costs': {
    change: price,
    at: ['partner', 'type PageInfo'],
    mend: back(price),
    without: [],
  },
  'CHANGES_OTHERS what a scalar costs': {
    change: dearScalar,
    at: ['partner', 'scalar Day'],
    mend: [['partner', 'scalar Day @cost(weight: 9)', 'scalar Day']],
    without: [],
  },
  'CHANGES_OTHERS how long a list is taken for': {
    change: longerList,
    at: ['partner', 'pages: [Int]'],
    mend: [['partner', 'assumedSize: 9', 'assumedSize: 2']],
    without: [],
  },
}
