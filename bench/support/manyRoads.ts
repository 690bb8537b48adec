import { Source } from 'graphql'
import type { CompositionInputs } from '../../schema/compose/compose.ts'
import { APPS } from '../../schema/registry.ts'

const FEDERATION =
  '@link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@requires", "@external", "@inaccessible", "@composeDirective"])'
const LABELS = ['person', 'consented', 'uses', 'open']
const CONSENT = `@link(url: "https://concord.example/consent/v1.0", import: [${LABELS.map((label) => `"@${label}"`).join(', ')}])`
const DEFINITIONS = `directive @person(app: String!) on OBJECT
directive @consented(from: String!, purpose: String!) on OBJECT
directive @uses(purpose: String!) on FIELD_DEFINITION
directive @open on FIELD_DEFINITION | OBJECT
scalar Grant @inaccessible
scalar Topic
scalar DateTime
`
const NAMES = APPS.map((app) => ({ app, name: app.toLowerCase(), prefix: app[0] + app.slice(1).toLowerCase() }))
type Named = (typeof NAMES)[number]

/**
 * A graph that keeps all rules: three apps whose persons are joined by this many roads, for one purpose, each required
 * by a field of its own; the keepers; and partners that build on an open type of the first app, to this many subgraphs.
 */
export function graphOfManyRoads(roads: number, subgraphs: number): CompositionInputs {
  const flows = Array.from({ length: roads }, (_, index) => {
    const from = NAMES[index % 3] as Named
    const to = NAMES[(index + 1 + (Math.floor(index / 3) % 2)) % 3] as Named
    return { from, to, type: `${from.prefix}Signals${index}`, road: `signals${index}` }
  })
  type Flow = (typeof flows)[number]
  const person = ({ prefix }: Named) => `${prefix}Profile`
  const appText = (app: Named) => {
    const mine = flows.filter(({ from }) => from === app)
    const used = flows.filter(({ to }) => to === app)
    return `extend schema ${FEDERATION} ${CONSENT} ${LABELS.map((label) => `@composeDirective(name: "@${label}")`).join(' ')}
${DEFINITIONS}
type Query { ${app.name}Me: ${person(app)} }
type ${person(app)} @key(fields: "id") @person(app: "${app.app}") { id: ID! items: [${app.prefix}Item!]
${used.map(({ type, road }: Flow) => `${road}: ${type} @external\nfrom${type}: Int @requires(fields: "${road} { topics validUntil }") @uses(purpose: "ADS")`).join('\n')} }
type ${app.prefix}Item @key(fields: "id") @open { id: ID! text: String author: ${person(app)} }
${mine.map(({ type }) => `type ${type} @key(fields: "grant") @inaccessible @consented(from: "${app.name}", purpose: "ADS") { grant: Grant! topics: [Topic!]! validUntil: DateTime! }`).join('\n')}
${used.map(({ type }) => `type ${type} @inaccessible { topics: [Topic!]! @external validUntil: DateTime! @external }`).join('\n')}`
  }
  const grants = `extend schema ${FEDERATION}
scalar Grant @inaccessible
${NAMES.map((app) => `type ${person(app)} @key(fields: "id") { id: ID! ${flows.flatMap(({ to, type, road }) => (to === app ? [`${road}: ${type} @inaccessible`] : [])).join('\n')} }`).join('\n')}
${flows.map(({ type }) => `type ${type} @key(fields: "grant", resolvable: false) @inaccessible { grant: Grant! }`).join('\n')}`
  const partners = Array.from({ length: Math.max(0, subgraphs - 4) }, (_, index) => `partner${index}`)
  const partnerText = (name: string) => `extend schema ${FEDERATION}
type Query { ${name}Things: [${name}Thing!] }
type ${name}Thing @key(fields: "id") { id: ID! item: MessengerItem }
type MessengerItem @key(fields: "id") { id: ID! ${name}Score: Int }`
  return {
    subgraphs: [
      ...NAMES.map((app) => ({ ...subgraph(app.name, appText(app), permitsOf(app)), app: app.app })),
      subgraph('grants', grants),
      ...partners.map((name) => subgraph(name, partnerText(name))),
    ],
    notices: NAMES.flatMap((from) => NAMES.map((to) => noticeOf(from, to))).filter(({ covers }) => covers.length > 0),
  }

  function permitsOf(app: Named) {
    return NAMES.filter((from) => flows.some((flow) => flow.from === from && flow.to === app)).map((from) => ({
      from: from.name,
      purpose: 'ADS' as const,
    }))
  }

  function noticeOf(from: Named, to: Named) {
    const covered = flows.filter((flow) => flow.from === from && flow.to === to)
    const covers = covered.flatMap(({ road, type }) => [`${person(to)}.${road}`, `${type}.topics`])
    return { from: from.name, to: to.name, purpose: 'ADS' as const, version: 1, covers, languages: {} }
  }
}

function subgraph(name: string, text: string, permits: CompositionInputs['subgraphs'][number]['permits'] = []) {
  const source = new Source(text, `${name}.graphql`)
  const contact = `mailto:${name}@example.org`
  return { name, url: `http://127.0.0.1/${name}`, sdl: source.name, permits, owner: name, contact, source }
}
