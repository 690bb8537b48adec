import type { Dice } from '../../../gateway/differential/random.ts'
import { field, fieldIn, has, isPartnerPart, partNamed, typeAt, typeIn } from '../model.ts'
import type { Family, FamilyFlow, Field, Part, Type } from '../model.ts'
import { prefixOf } from '../rightFamily.ts'

/** Something that somebody does to a family; `apply` says what it did, or undefined where it does not fit. */
export interface Change {
  readonly name: string
  /** Which rule of the flow check speaks of it; none: it is allowed. */
  readonly rule?: string
  readonly apply: (family: Family, dice: Dice) => string | undefined
}

export function appsOf(family: Family): readonly Part[] {
  return family.parts.filter(({ app }) => app !== undefined)
}

/** A part that is neither this one nor a keeper: another app, or a partner. */
export function strangerTo(part: Part, family: Family, dice: Dice): Part {
  return dice.pick(family.parts.filter((one) => one !== part && (one.app !== undefined || isPartnerPart(one))))
}

/** A part that comes after this one and may extend what it opens: who comes first would be the owner. */
export function laterThan(part: Part, family: Family, dice: Dice): Part | undefined {
  const later = family.parts.slice(family.parts.indexOf(part) + 1)
  const able = later.filter((one) => one.app !== undefined || isPartnerPart(one))
  return able.length === 0 ? undefined : dice.pick(able)
}

export function personOf(part: Part): Type {
  const type = part.types.find((one) => has(one, 'person'))
  if (!type) throw new Error(`${part.name} must have people.`)
  return type
}

export function postOf(part: Part): Type {
  const type = typeIn(part, `${prefixOf(part.name)}Post`)
  if (!type) throw new Error(`${part.name} must have posts.`)
  return type
}

/** The parts of a flow. */
export function endsOf(family: Family, flow: FamilyFlow) {
  const [source, recipient, grants] = [flow.from, flow.to, 'grants'].map((name) => partNamed(family, name))
  const consented = source && typeIn(source, flow.type)
  const copy = recipient && typeIn(recipient, flow.type)
  const person = recipient && typeIn(recipient, flow.person)
  const use = fieldIn(person, flow.use)
  const roads = grants && typeIn(grants, flow.person)
  if (!source || !recipient || !grants || !consented || !copy || !person || !use || !roads) return undefined
  return { source, recipient, grants, consented, copy, person, use, roads }
}

/** `part` answers more about somebody else's entity, found by this key. */
export function extendEntity(part: Part, type: string, key: string, ...fields: Field[]): Type {
  const known = typeIn(part, type)
  const stub = known ?? typeAt(part, type)
  if (!known) stub.kind = 'extend type'
  stub.directives = [...stub.directives.filter((one) => !one.startsWith('@key')), `@key(fields: "${key}")`]
  for (const one of fields) if (!fieldIn(stub, one.name)) stub.fields.push(one)
  if (key === 'id' && !fieldIn(stub, 'id')) stub.fields.unshift(field('id', 'ID!'))
  return stub
}

/** A name of this part's own for a field, a new one each time. */
export function nameFor(part: Part, family: Family): string {
  return `${part.name}Extra${family.story.length}`
}

export function reading(name: string, type: string, requires: string, ...directives: string[]): Field {
  return field(name, type, `@requires(fields: "${requires}")`, ...directives)
}

/** Changes the selection of what a field requires. */
export function requireMore(one: Field, from: string, to: string): void {
  one.directives = one.directives.map((text) => (text.startsWith('@requires') ? text.replace(from, to) : text))
}

export function remove(from: { directives: string[] } | undefined, directive: string): void {
  if (from) from.directives = from.directives.filter((text) => !text.startsWith(`@${directive}`))
}
