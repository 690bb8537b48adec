import { PURPOSES } from '../../../../schema/registry.ts'
import { field, fieldIn, objectType, typeAt, typeIn } from '../model.ts'
import { own, prefixOf } from '../rightFamily.ts'
import { appsOf, endsOf, extendEntity, nameFor, remove, requireMore, strangerTo, type Change } from './change.ts'

/** What is done to consented types: who resolves them, what is in them, where they stand. */
export const CONSENTED_CHANGES: readonly Change[] = [
  {
    name: 'an override of a consented leaf',
    rule: 'R1',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      const stranger = strangerTo(ends.source, family, dice)
      if (typeIn(stranger, flow.type)) return undefined
      const leaf = dice.chance(0.7) ? field('topics', '[Topic!]!') : field('validUntil', 'DateTime!')
      leaf.directives.push(`@override(from: "${flow.from}")`)
      for (const name of ['Grant', 'Topic', 'DateTime'] as const) typeAt(stranger, name, 'scalar')
      typeAt(stranger, 'Grant').directives = ['@inaccessible']
      extendEntity(stranger, flow.type, 'grant', field('grant', 'Grant!', '@inaccessible'), leaf)
      typeAt(stranger, flow.type).directives.push('@inaccessible')
      return `${stranger.name} overrides ${flow.type}.${leaf.name}`
    },
  },
  {
    name: 'a stranger adds to a consented type, and the recipient wants that',
    rule: 'R1',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      const stranger = strangerTo(ends.source, family, dice)
      if (stranger === ends.recipient || typeIn(stranger, flow.type)) return undefined
      typeAt(stranger, 'Grant', 'scalar').directives = ['@inaccessible']
      extendEntity(stranger, flow.type, 'grant', field('grant', 'Grant!', '@inaccessible'), field('segment', 'Int'))
      typeAt(stranger, flow.type).directives.push('@inaccessible')
      ends.copy.fields.push(field('segment', 'Int', '@external'))
      requireMore(ends.use, 'validUntil', 'segment validUntil')
      return `${stranger.name} adds segment to ${flow.type}, ${flow.to} requires it`
    },
  },
  {
    name: 'a consented type that holds a person',
    rule: 'R1',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends || fieldIn(ends.consented, 'friend')) return undefined
      const person = `${prefixOf(flow.from)}Profile`
      ends.consented.fields.push(field('friend', person))
      ends.copy.fields.push(field('friend', person, '@external'))
      const stub = typeAt(ends.recipient, person)
      if (stub.fields.length === 0) stub.fields.push(field('id', 'ID!', '@external'))
      requireMore(ends.use, 'validUntil', 'friend { id } validUntil')
      return `${flow.type} holds a person, ${flow.to} requires its id`
    },
  },
  {
    name: 'a consented type that holds an id',
    rule: 'R1',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends || fieldIn(ends.consented, 'who')) return undefined
      const type = dice.pick(['ID', 'String'])
      ends.consented.fields.push(field('who', type))
      ends.copy.fields.push(field('who', type, '@external'))
      requireMore(ends.use, 'validUntil', 'who validUntil')
      return `${flow.type} holds who it is about as ${type}, ${flow.to} requires it`
    },
  },
  {
    name: 'a consented type implements an interface that its source answers',
    rule: 'R1',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      const name = `${prefixOf(flow.from)}Lively${family.story.length}`
      if (!ends) return undefined
      typeAt(ends.source, name, 'interface').fields = [field('days', 'Int')]
      const other = objectType(`${name}Place`, [], [field('days', 'Int')], [name])
      ends.source.types.push(other)
      own(family, other.name, flow.from)
      ends.consented.implements.push(name)
      const root = field(`${flow.from}Lively${family.story.length}`, name)
      typeAt(ends.source, dice.chance(0.5) ? 'Query' : `${prefixOf(flow.from)}Post`).fields.push(root)
      if (dice.chance(0.5)) ends.source.types.splice(ends.source.types.indexOf(other), 1)
      return `${flow.type} implements ${name}, which ${flow.from} answers`
    },
  },
  {
    name: 'a consented type in a union that its source answers',
    rule: 'R1',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      const union = typeIn(ends.source, `${prefixOf(flow.from)}Any`)
      if (!union || union.members.includes(flow.type)) return undefined
      union.members.push(flow.type)
      return `${flow.type} is in the union ${union.name}`
    },
  },
  {
    name: 'nothing of a flow is hidden',
    rule: 'R1',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      for (const part of family.parts) {
        const type = typeIn(part, flow.type)
        for (const one of [type, fieldIn(type, 'grant'), typeIn(part, 'Grant')]) remove(one, 'inaccessible')
        remove(fieldIn(typeIn(part, flow.person), flow.road), 'inaccessible')
      }
      return `${flow.type} and its road are public`
    },
  },
  {
    name: 'a field of the source answers a consented type',
    rule: 'R2',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      const place = dice.pick(['Query', `${prefixOf(flow.from)}Profile`, `${prefixOf(flow.from)}Post`])
      const hidden = ends.consented.directives.includes('@inaccessible') ? ['@inaccessible'] : []
      const type = dice.chance(0.3) ? `[${flow.type}]` : flow.type
      typeAt(ends.source, place).fields.push(field(`${flow.from}Own${family.story.length}`, type, ...hidden))
      return `${place} of ${flow.from} answers ${type}`
    },
  },
  {
    name: 'the recipient answers its copy itself',
    rule: 'R1',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      const leaf = fieldIn(ends?.copy, 'topics')
      if (!ends || !leaf) return undefined
      leaf.directives = ['@shareable']
      fieldIn(ends.consented, 'topics')?.directives.push('@shareable')
      ends.copy.directives.push('@key(fields: "grant")')
      ends.copy.fields.push(field('grant', 'Grant!', '@inaccessible'))
      typeAt(ends.recipient, 'Grant', 'scalar').directives = ['@inaccessible']
      return `${flow.to} and ${flow.from} share ${flow.type}.topics`
    },
  },
  {
    name: 'a value type shared by name',
    rule: 'R7',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends || fieldIn(ends.consented, 'weights')) return undefined
      const name = dice.chance(0.5) ? 'Weights' : `${prefixOf(flow.from)}Weights`
      const stranger = dice.pick(appsOf(family))
      for (const part of new Set([ends.source, ends.recipient, stranger])) {
        if (!typeIn(part, name))
          part.types.push(objectType(name, ['@shareable'], [field('high', 'Int'), field('low', 'Int')]))
      }
      own(family, name, flow.from)
      ends.consented.fields.push(field('weights', name))
      ends.copy.fields.push(field('weights', name, '@external'))
      requireMore(ends.use, 'validUntil', 'weights { high } validUntil')
      return `${flow.type} holds ${name}, which ${stranger.name} has too`
    },
  },
  {
    name: 'a consented label with other arguments on a copy',
    rule: 'R7',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      const target = dice.pick([ends.copy, ...ends.grants.types.filter(({ name }) => name === flow.type)])
      const purpose = dice.pick(PURPOSES.filter((one) => one !== flow.purpose))
      target.directives.push(`@consented(from: "${dice.chance(0.5) ? flow.from : flow.to}", purpose: "${purpose}")`)
      for (const user of dice.chance(0.5) ? [ends.use] : []) {
        user.directives = user.directives.map((text) =>
          text.replace(`@uses(purpose: "${flow.purpose}")`, `@uses(purpose: "${purpose}")`),
        )
        ends.recipient.permits.push({ from: flow.from, purpose })
      }
      return `${flow.type} is for ${purpose}, a copy says`
    },
  },
  {
    name: 'a source forgets to compose its labels',
    rule: 'labels',
    apply(family, dice) {
      const part = dice.pick(appsOf(family))
      part.forgets.push(dice.pick(['consented', 'person', 'uses', 'sealed', 'open']))
      return `${part.name} does not compose @${part.forgets.at(-1)}`
    },
  },
  {
    name: 'a new leaf that the recipient wants',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      const name = nameFor(ends?.source ?? { name: '', permits: [], types: [], forgets: [] }, family)
      if (!ends) return undefined
      ends.consented.fields.push(field(name, 'Int'))
      ends.copy.fields.push(field(name, 'Int', '@external'))
      requireMore(ends.use, 'validUntil', `${name} validUntil`)
      return `${flow.type} gains ${name}, ${flow.to} requires it`
    },
  },
]
