import { isEnumType, isInterfaceType, isObjectType, parse, visit, type GraphQLSchema } from 'graphql'
import type { World } from './answers.ts'
import type { Canary, OfConsent } from './canaries.ts'
import { has, typeIn, type Field, type Part } from './model.ts'

/** Something that somebody got and may not have. */
export interface Leak {
  /** A part, or `client`. */
  readonly to: string
  readonly why: string
  readonly canary?: Canary
}

type Representation = Readonly<Record<string, unknown>>

/** Where a value stands in a request. */
interface Place {
  readonly part: string
  /** The top-level field of a representation, and all of it. */
  readonly input?: string
  readonly representation?: Representation
  /** Fields that are asked of that type. */
  readonly asked?: readonly string[]
}

/** Reads every byte of what is sent, and says what of it the receiver may not have. Whatever it does not know is a leak. */
export class Oracle {
  private readonly world: World
  /** Consented values that reached whom they may reach: a run without any shows nothing. */
  delivered = 0

  constructor(world: World) {
    this.world = world
  }

  request(part: string, query: string, variables: Readonly<Record<string, unknown>>): readonly Leak[] {
    const { representations, ...others } = variables
    const judged = this.world.canaries.in([query, others]).flatMap((canary) => this.sent(canary, { part }))
    if (!Array.isArray(representations)) return judged
    const asked = askedIn(query)
    return [
      ...judged,
      ...(representations as Representation[]).flatMap((representation) =>
        Object.entries(representation).flatMap(([input, value]) => {
          const place = { part, input, representation, asked: asked.get(String(representation['__typename'])) ?? [] }
          return this.world.canaries.in(value).flatMap((canary) => this.sent(canary, place))
        }),
      ),
    ]
  }

  answer(result: unknown): readonly Leak[] {
    return this.world.canaries.in(result).flatMap((canary) => {
      const why = this.whyNotToClient(canary)
      return why === undefined ? [] : [{ to: 'client', why, canary }]
    })
  }

  private sent(canary: Canary, place: Place): readonly Leak[] {
    const why = this.whyNot(canary, place)
    return why === undefined ? [] : [{ to: place.part, why, canary }]
  }

  private whyNot(canary: Canary, place: Place): string | undefined {
    const { truth } = this.world
    const { part } = place
    if (this.isSealedTo(part, canary)) return 'sealed data is for its owner and its clients'
    if (canary.kind === 'id') return this.whyNoId(canary.thing.__typename, part)
    if (canary.kind === 'grant') return isForSource(canary, place) ? undefined : 'a grant is for its source alone'
    if (canary.kind === 'consented') return part === canary.from ? undefined : this.whyNotConsented(canary, place)
    if (canary.kind === 'result') {
      const isAbout = canary.thing !== undefined && truth.isKeeper(part)
      return part === canary.by || isAbout
        ? undefined
        : 'what was made of consented data is for its maker and its person'
    }
    if (part === canary.by) return undefined
    if (part === 'accounts') return undefined
    const under = canary.under ?? canary.at
    return truth.isOpenField(canary.by, under.type, under.field) ? undefined : `${canary.by} has not opened it`
  }

  private isSealedTo(part: string, { at }: Canary): boolean {
    const { truth } = this.world
    const owner = truth.ownerOf(at.type) ?? ''
    return part !== owner && truth.isSealed(owner, at.type, at.field)
  }

  private whyNoId(type: string, part: string): string | undefined {
    const { truth } = this.world
    if (truth.ownerOf(type) === part || truth.isKeeper(part) || truth.isOpenType(type)) return undefined
    return truth.isPerson(type) ? 'an id of a person of another app' : 'an id of what its owner has not opened'
  }

  private whyNotConsented(canary: OfConsent, place: Place): string | undefined {
    const { truth, viewer, consents } = this.world
    const { part, representation = {}, input = '', asked = [] } = place
    const { from, purpose, subject } = canary
    const recipient = truth.part(part)
    if (!truth.isPermitted(part, from, purpose)) return `${part} has no permit`
    if (!consents.has(subject, from, part, purpose)) return 'the person has not agreed to that'
    if (recipient?.app !== viewer.app || subject !== viewer.person) return 'the person is not the viewer'
    const owns = truth.ownerOf(String(representation['__typename'])) === part
    const named = this.world.canaries
      .in(representation['id'])
      .some((one) => 'thing' in one && one.thing?.key === `p${subject}`)
    if (!owns || !named || !truth.isPerson(String(representation['__typename']))) return 'it stands at somebody else'
    const uses = asked.flatMap((name) => truth.fieldOf(part, String(representation['__typename']), name) ?? [])
    const users = uses.filter((one) => requiresOf(one).includes(input))
    if (users.length === 0) return 'nothing that was asked is computed from it'
    if (users.some((one) => !one.directives.includes(`@uses(purpose: "${purpose}")`)))
      return `used for another purpose than ${purpose}`
    const others = this.world.canaries.in(representation).filter((one) => one.kind === 'consented')
    if (others.some((one) => 'purpose' in one && one.purpose !== purpose)) return 'two purposes stand in one input'
    this.delivered++
    return undefined
  }

  private whyNotToClient(canary: Canary): string | undefined {
    const { truth, viewer } = this.world
    if (canary.kind === 'id') return undefined
    if (canary.kind === 'grant' || canary.kind === 'consented') return 'clients get neither grants nor consented data'
    if (canary.kind === 'plain') {
      const { type, field } = canary.at
      return truth.isHidden(canary.by, type, field) ? 'it is not public' : undefined
    }
    const isTheirs = canary.subject === viewer.person && truth.part(canary.by)?.app === viewer.app
    return isTheirs ? undefined : 'made of the data of somebody who is not the viewer'
  }
}

function isForSource({ type, from }: OfConsent, { part, representation = {} }: Place): boolean {
  const keys = Object.keys(representation)
    .toSorted((a, b) => a.localeCompare(b))
    .join(' ')
  return part === from && representation['__typename'] === type && keys === '__typename grant'
}

/** The roads at the top of its `@requires`. */
function requiresOf({ directives }: Field): readonly string[] {
  const text = directives.map((one) => /^@requires\(fields: "(.*)"\)$/.exec(one)?.[1] ?? '').join(' ')
  return text
    .replaceAll(/\{[^}]*\}/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
}

/** Fields that a request asks of entities, by type, through all fragments. */
function askedIn(query: string): ReadonlyMap<string, string[]> {
  const asked = new Map<string, string[]>()
  const types: (string | undefined)[] = []
  visit(parse(query), {
    InlineFragment: {
      enter: ({ typeCondition }) => void types.push(typeCondition?.name.value ?? types.at(-1)),
      leave: () => void types.pop(),
    },
    Field({ name }) {
      const type = types.at(-1)
      if (type === undefined) return
      asked.set(type, [...(asked.get(type) ?? []), name.value])
    },
    Name: () => false,
  })
  return asked
}

/** What a part says publicly must stand in the API as it says it: nobody else can take it away, or change it. */
export function publicLosses({ family, truth }: World, api: GraphQLSchema): readonly Leak[] {
  return family.parts.flatMap((part) =>
    part.types
      .filter((type) => !has(type, 'inaccessible') && !truth.isHidden(truth.ownerOf(type.name) ?? '', type.name, ''))
      .flatMap((type) => lostOf(part, type.name, api))
      .map((coordinate) => ({ to: 'client', why: `${part.name} says ${coordinate}, and the graph does not` })),
  )
}

function lostOf(part: Part, name: string, api: GraphQLSchema): readonly string[] {
  const type = typeIn(part, name)
  const found = api.getType(name)
  if (!type || type.kind === 'scalar') return []
  if (type.kind === 'enum') {
    const values = isEnumType(found) ? found.getValues().map((one) => one.name) : []
    return type.members.filter((member) => !values.includes(member)).map((member) => `${name}.${member}`)
  }
  const fields = isObjectType(found) || isInterfaceType(found) ? found.getFields() : {}
  const own = type.fields.filter((one) => !has(one, 'external') && !has(one, 'inaccessible'))
  return own.flatMap((one) => {
    const there = fields[one.name]
    const args =
      there && there.args.length > 0
        ? `(${there.args.map((arg) => `${arg.name}: ${String(arg.type)}`).join(', ')})`
        : ''
    return there && String(there.type) === one.type && args === one.args ? [] : [`${name}.${one.name}`]
  })
}
