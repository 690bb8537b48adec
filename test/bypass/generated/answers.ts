import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'
import { Dice } from '../../gateway/differential/random.ts'
import type { Canaries, Canary, Coordinate, Thing } from './canaries.ts'
import { fieldIn, has, typeIn, type Family, type Part } from './model.ts'
import { POPULATION, type Consents, type Viewer } from './people.ts'
import type { Truth } from './truth.ts'

/** What all parts of one run share. */
export interface World {
  readonly family: Family
  readonly truth: Truth
  readonly canaries: Canaries
  readonly consents: Consents
  /** Who asks now. */
  viewer: Viewer
}

/** A field that is answered, where it stands. */
interface Asked {
  readonly at: Coordinate
  readonly thing: Thing
  readonly made: Canary | undefined
  readonly declared: GraphQLOutputType
}

/** One part's answers. It answers whatever its schema promises, from what it knows and what it was sent. */
export class Answers {
  private readonly world: World
  private readonly part: Part
  private readonly schema: () => GraphQLSchema
  private readonly keys: ReadonlySet<string>

  /** `keys`: `Type.field` of everything that is in a key anywhere. */
  constructor(world: World, part: Part, keys: ReadonlySet<string>, schema: () => GraphQLSchema) {
    this.world = world
    this.part = part
    this.keys = keys
    this.schema = schema
  }

  /** The thing that a representation names; null for nobody, and for a grant that does not hold. */
  reference(type: string, given: Readonly<Record<string, unknown>>): Thing | null {
    const named = this.world.canaries.in(given)
    if (this.world.truth.consentedBy(type)) return this.opened(type, given, named)
    const found = named.flatMap((one) => ('thing' in one && one.thing ? [one.thing] : []))
    const thing = found.find(({ __typename }) => __typename === type) ?? found[0]
    return thing ? { ...thing, __typename: type, given } : null
  }

  /** Sources give data against grants for exactly that; others who took the key have nothing of their own. */
  private opened(type: string, given: Thing['given'], named: readonly Canary[]): Thing | null {
    const grant = named.find((one) => one.kind === 'grant')
    if (this.world.truth.consentedBy(type)?.from !== this.part.name) {
      return { __typename: type, key: 'taken', person: -1, given }
    }
    if (grant?.kind !== 'grant' || grant.type !== type) return null
    return { __typename: type, key: `g${grant.subject}`, person: grant.subject, given }
  }

  field(at: Coordinate, declared: GraphQLOutputType, parent: Thing | undefined, args: object): unknown {
    const thing = parent ?? { __typename: at.type, key: 'root', person: this.world.viewer.person }
    const own = fieldIn(typeIn(this.part, at.type), at.field)
    const sent = thing.given?.[at.field]
    if (sent !== undefined && own && has(own, 'external')) return sent
    const named = Object.values(args).flatMap((value) => this.world.canaries.in(value))
    const wanted = named.find((one) => one.kind === 'id')
    if (wanted?.kind === 'id' && at.type === 'Query') return this.known(wanted.thing)
    return this.value({ at, thing, declared, made: this.madeOf(at, thing) }, 0)
  }

  private known(thing: Thing): Thing | null {
    return this.schema().getType(thing.__typename) ? thing : null
  }

  /** Whatever is computed from consented data, or made of what was, is a result, however it is labelled. */
  private madeOf(at: Coordinate, { given, made }: Thing): Canary | undefined {
    const own = fieldIn(typeIn(this.part, at.type), at.field)
    const { name } = this.part
    const inputs = given && own && has(own, 'requires') ? this.world.canaries.in(given) : []
    const input = inputs.find((one) => one.kind === 'consented' || (one.kind === 'result' && !one.thing))
    if (input?.kind === 'consented' && input.from === name) return undefined
    if (input && 'subject' in input) return { kind: 'result', by: name, subject: input.subject, at }
    return made?.kind === 'result' && made.by !== name ? undefined : made
  }

  private value(asked: Asked, index: number): unknown {
    const nullable = getNullableType(asked.declared)
    const named = getNamedType(nullable)
    if (this.world.truth.consentedBy(named.name)) return this.road(asked, named.name)
    if (isListType(nullable)) {
      return [0, 1].map((one) => this.value({ ...asked, declared: nullable.ofType }, index * 2 + one))
    }
    if (isLeafType(named))
      return isEnumType(named) ? this.member(asked, named.name) : this.leaf(asked, named.name, index)
    if (isObjectType(named)) return this.object(asked, named.name, index)
    if (!isAbstractType(named)) return null
    const possible = this.schema().getPossibleTypes(named)
    const own = possible.filter(({ name }) => this.world.truth.ownerOf(name) === this.part.name)
    const type = this.dice(asked, index).pick(own.length > 0 ? own : possible).name
    return this.world.truth.consentedBy(type) ? this.road(asked, type) : this.object(asked, type, index)
  }

  private dice({ at, thing }: Asked, index: number): Dice {
    return new Dice([this.part.name, at.type, at.field, thing.__typename, thing.key, index].join(' '))
  }

  private member(asked: Asked, name: string): string {
    const type = this.schema().getType(name)
    const owner = this.world.truth.part(this.world.truth.ownerOf(asked.thing.__typename) ?? '')
    if (name === 'App') return asked.at.type === 'Viewer' ? this.world.viewer.app : (owner?.app ?? 'SOCIAL')
    return isEnumType(type) ? this.dice(asked, 0).pick(type.getValues()).name : ''
  }

  private leaf(asked: Asked, type: string, index: number): unknown {
    const canary = this.described(asked, index)
    const { canaries } = this.world
    if (type === 'Int') return canaries.int(canary)
    if (type === 'Boolean') return true
    if (type === 'Float') return canaries.int(canary)
    return asked.at.field === 'validUntil' ? canaries.moment(canary) : canaries.text(canary)
  }

  private described({ at, thing, made }: Asked, index: number): Canary {
    const { truth } = this.world
    const consented = truth.consentedBy(at.type)
    const source = consented?.from === this.part.name
    const isKeeper = this.part.name === 'grants' || this.part.name === 'accounts'
    const protocol = { type: at.type, subject: thing.person, at }
    // A person's friend or name inside consented data is that: it would be an id of the source's people.
    if (source && at.field.startsWith('who'))
      return this.idOf({ __typename: this.personType(), key: `p${thing.person}`, person: thing.person })
    if (consented && at.field === 'grant' && (isKeeper || source)) return { kind: 'grant', ...consented, ...protocol }
    if (consented && source) return { kind: 'consented', ...consented, ...protocol }
    if (!consented && this.keys.has(`${at.type}.${at.field}`)) return this.idOf(thing, at)
    if (made?.kind === 'result' && this.isEntity(at.type) && thing.made === made) return this.idOf(thing, at)
    if (made && 'subject' in made) return { ...made, at }
    return { kind: 'plain', by: this.part.name, at, key: `${thing.key}.${index}`, under: thing.under }
  }

  private personType(): string {
    return this.part.types.find((type) => has(type, 'person'))?.name ?? 'Nobody'
  }

  private idOf(
    { given: _given, under: _under, ...thing }: Thing,
    at = { type: thing.__typename, field: 'id' },
  ): Canary {
    const { made } = thing
    if (made?.kind === 'result') return { kind: 'result', by: made.by, subject: made.subject, at, thing }
    return { kind: 'id', at, thing }
  }

  private object({ at, thing, made, declared: _, ...asked }: Asked, type: string, index: number): Thing | null {
    const { truth, viewer } = this.world
    if (!this.isEntity(type)) return this.valueObject(at, thing, made, type, index)
    if (at.type === 'Query' && at.field.endsWith('Me') && viewer.app !== this.part.app) return null
    if (at.type === 'Query' && type === 'Viewer') return { __typename: type, key: 'viewer', person: viewer.person }
    if (made?.kind === 'result') {
      return { __typename: type, key: `r${made.subject}.${made.at.field}.${index}`, person: -1, made }
    }
    const dice = this.dice({ at, thing, made, declared: _, ...asked }, index)
    const related = at.field === 'author' || at.field === 'by' || at.field.startsWith('linked')
    const same = related || at.field.endsWith('Me') || at.field === 'profile'
    const person = same
      ? thing.person
      : at.field.endsWith('People')
        ? (viewer.person + index) % POPULATION
        : dice.below(POPULATION)
    if (person < 0) return null
    return { __typename: type, key: `${truth.isPerson(type) ? 'p' : 'e'}${person}`, person }
  }

  private valueObject(at: Coordinate, thing: Thing, made: Canary | undefined, type: string, index: number): Thing {
    const consented = this.world.truth.consentedBy(at.type)
    const inside: Canary | undefined =
      consented?.from === this.part.name
        ? { kind: 'consented', ...consented, type: at.type, subject: thing.person, at }
        : made
    const under = thing.under ?? (this.isEntity(at.type) ? at : undefined)
    return { __typename: type, key: `${thing.key}.${at.field}.${index}`, person: thing.person, made: inside, under }
  }

  private isEntity(type: string): boolean {
    return this.keys.has(`${type}.id`)
  }

  /** Where a consented type begins: grants decide, a source that has such a field gives what it has. */
  private road({ at, thing, declared }: Asked, type: string): unknown {
    const { truth, viewer, consents } = this.world
    const { from, purpose } = truth.consentedBy(type) ?? { from: '', purpose: 'ADS' }
    const to = (person: number): Thing => ({ __typename: type, key: `g${person}`, person })
    const recipient = truth.ownerOf(at.type) ?? ''
    const agreed = (person: number) => consents.has(person, from, recipient, purpose)
    const isList = isListType(getNullableType(declared))
    if (this.part.name !== 'grants' && this.part.name !== 'accounts')
      return isList ? [to(thing.person)] : to(thing.person)
    // A list, or a thing that is nobody, cannot be compared with the viewer: there a road gives everybody who agreed.
    if (isList)
      return Array.from({ length: POPULATION }, (_, person) => person)
        .filter(agreed)
        .map(to)
    if (!truth.isPerson(at.type)) return agreed(thing.person) ? to(thing.person) : null
    const isViewer = truth.part(recipient)?.app === viewer.app && viewer.person === thing.person
    return isViewer && thing.key === `p${thing.person}` && agreed(thing.person) ? to(thing.person) : null
  }
}
