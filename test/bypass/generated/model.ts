import { Source, parse } from 'graphql'
import type { CompositionInputs } from '../../../schema/compose/compose.ts'
import { drawFlows } from '../../../schema/compose/flows.ts'
import { CONSENT_DIRECTIVES } from '../../../schema/consentSpec.ts'
import type { SubgraphSource } from '../../../schema/contract.ts'
import type { App, Permit, Purpose } from '../../../schema/registry.ts'

/** A field of a generated part; directives as they stand in the text. */
export interface Field {
  name: string
  /** As in the text, with brackets; empty: none. */
  args: string
  type: string
  directives: string[]
}

export interface Type {
  kind: 'type' | 'extend type' | 'interface' | 'union' | 'scalar' | 'enum' | 'input'
  name: string
  implements: string[]
  directives: string[]
  fields: Field[]
  /** Of a union or an enum. */
  members: string[]
}

/** One subgraph of a generated family, as its team would write it. Changes are made in place. */
export interface Part {
  name: string
  app?: App
  permits: Permit[]
  types: Type[]
  /** Labels that its `extend schema` does not compose. */
  forgets: string[]
}

/** Data of one app that another uses, as the right family has it. */
export interface FamilyFlow {
  readonly from: string
  readonly to: string
  readonly purpose: Purpose
  /** The consented type. */
  readonly type: string
  /** The recipient's person type, the road on it, and the field that is computed. */
  readonly person: string
  readonly road: string
  readonly use: string
}

export interface Family {
  readonly parts: Part[]
  /** Type → the part whose type it is: who had it first. A change that adds a type says so. */
  readonly owners: Map<string, string>
  readonly flows: FamilyFlow[]
  /** What was changed, in words. */
  readonly story: string[]
}

export function field(name: string, type: string, ...directives: string[]): Field {
  return { name, args: '', type, directives }
}

/** Fields as they would stand in the text: `text(longest: Int): String @shareable`. */
export function fields(...texts: readonly string[]): Field[] {
  return texts.map((text) => {
    const [, name = '', args = '', type = '', directives = ''] = /^(\w+)(\(.*?\))?: ([^@ ]+) ?(.*)$/.exec(text) ?? []
    return { name, args, type, directives: directives === '' ? [] : directives.split(/ (?=@)/) }
  })
}

export function objectType(name: string, directives: string[], fields: Field[], implemented: string[] = []): Type {
  return { kind: 'type', name, implements: implemented, directives, fields, members: [] }
}

export function typeIn(part: Part, name: string): Type | undefined {
  return part.types.find((type) => type.name === name)
}

export function fieldIn(type: Type | undefined, name: string): Field | undefined {
  return type?.fields.find((one) => one.name === name)
}

/** The type as this part has it, made where it has none. */
export function typeAt(part: Part, name: string, kind: Type['kind'] = 'type'): Type {
  const known = typeIn(part, name)
  if (known) return known
  const made: Type = { ...objectType(name, [], []), kind }
  part.types.push(made)
  return made
}

export function partNamed(family: Family, name: string): Part {
  const part = family.parts.find((one) => one.name === name)
  if (!part) throw new Error(`The family must have a part ${name}.`)
  return part
}

export function has({ directives }: { readonly directives: readonly string[] }, name: string): boolean {
  return directives.some((text) => text === `@${name}` || text.startsWith(`@${name}(`))
}

export function isPartnerPart({ name, app }: Part): boolean {
  return app === undefined && name !== 'grants' && name !== 'accounts'
}

/** What the composer reads of the family. Every flow that is drawn has a notice: notices are not what is tried here. */
export function compositionInputs(family: Family): CompositionInputs {
  const subgraphs = family.parts.map(({ name, app, permits, ...part }): SubgraphSource => {
    const source = new Source(printPart({ name, permits, ...part }), `${name}.graphql`)
    const rest = {
      url: `http://${name}.test/graphql`,
      sdl: `${name}.graphql`,
      owner: name,
      contact: `mailto:${name}@concord.example`,
    }
    return { name, app, permits, source, ...rest }
  })
  const files = subgraphs.map((subgraph) => ({ ...subgraph, document: parse(subgraph.source) }))
  const covers = new Map<string, { from: string; to: string; purpose: Purpose; covers: string[] }>()
  for (const { from, to, purpose, road, type, definition } of drawFlows(files)) {
    const key = [from, to, purpose].join(' ')
    const notice = covers.get(key) ?? { from, to, purpose, covers: [] }
    const data = (definition.fields ?? []).map(({ name }) => name.value)
    notice.covers.push(road, ...data.map((name) => `${type}.${name}`))
    covers.set(key, notice)
  }
  const wording = { text: 'May this be used?', withoutIt: 'It works otherwise.' }
  const languages = { en: wording, de: wording }
  return { subgraphs, notices: [...covers.values()].map((notice) => ({ ...notice, version: 1, languages })) }
}

const FEDERATION =
  'key requires external provides shareable inaccessible interfaceObject override composeDirective'.split(' ')

export function printPart({ types, forgets }: Part): string {
  const body = types.map(printType).join('\n')
  const uses = (name: string) => new RegExp(`@${name}\\b`).test(body)
  const labels = [...CONSENT_DIRECTIVES.keys()].filter(uses)
  const composed = labels.filter((name) => !forgets.includes(name))
  const quoted = (names: readonly string[]) => names.map((name) => `"@${name}"`).join(', ')
  const federation = FEDERATION.filter((name) => uses(name) || (name === 'composeDirective' && composed.length > 0))
  return [
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: [${quoted(federation)}])`,
    ...(labels.length > 0 ? [`  @link(url: "https://concord.example/consent/v1.0", import: [${quoted(labels)}])`] : []),
    ...composed.map((name) => `  @composeDirective(name: "@${name}")`),
    ...labels.map((name) => CONSENT_DIRECTIVES.get(name) ?? ''),
    body,
  ].join('\n')
}

function printType({ kind, name, directives, fields, members, ...type }: Type): string {
  const interfaces = type.implements.length > 0 ? ` implements ${type.implements.join(' & ')}` : ''
  const head = [`${kind} ${name}${interfaces}`, ...directives].join(' ')
  if (kind === 'union') return `${head} = ${members.join(' | ')}`
  if (kind === 'scalar') return head
  const lines = kind === 'enum' ? members : fields.map(printField)
  return `${head} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`
}

function printField({ name, args, type, directives }: Field): string {
  return [`${name}${args}: ${type}`, ...directives].join(' ')
}
