import { field, fieldIn, has, isPartnerPart, objectType, typeAt, typeIn } from '../model.ts'
import { own, prefixOf } from '../rightFamily.ts'
import { appsOf, endsOf, extendEntity, nameFor, personOf, postOf, reading, strangerTo, type Change } from './change.ts'

/** What is done to what was made of consented data, and to sealed data. */
export const RESULT_CHANGES: readonly Change[] = [
  {
    name: 'somebody requires a result',
    rule: 'R4',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      const accounts = family.parts.find(({ name }) => name === 'accounts')
      if (!ends) return undefined
      const reader = accounts && dice.chance(0.6) ? accounts : strangerTo(ends.recipient, family, dice)
      if (ends.use.type !== 'String') ends.use.type = 'String'
      if (fieldIn(typeIn(reader, flow.person), flow.use)) return undefined
      const inputs = [field(flow.use, 'String', '@external'), reading(nameFor(reader, family), 'String', flow.use)]
      extendEntity(reader, flow.person, 'id', ...inputs)
      return `${reader.name} requires ${flow.use} of ${flow.person}`
    },
  },
  {
    name: 'a result that holds people of another app',
    rule: 'R4',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      const other = dice.pick(appsOf(family).filter((one) => one !== ends.recipient))
      const type = dice.pick([personOf(other), postOf(other)]).name
      const stub = typeAt(ends.recipient, type)
      if (stub.fields.length === 0)
        Object.assign(stub, objectType(type, ['@key(fields: "id", resolvable: false)'], [field('id', 'ID!')]))
      ends.use.type = dice.chance(0.5) ? type : `[${type}!]`
      return `${flow.use} answers ${ends.use.type}`
    },
  },
  {
    name: 'a result in a value that holds people of another app',
    rule: 'R4',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      const other = dice.pick(appsOf(family).filter((one) => one !== ends.recipient))
      const type = personOf(other).name
      const name = `${prefixOf(flow.to)}Hint${family.story.length}`
      const stub = typeAt(ends.recipient, type)
      if (stub.fields.length === 0)
        Object.assign(stub, objectType(type, ['@key(fields: "id", resolvable: false)'], [field('id', 'ID!')]))
      ends.recipient.types.push(objectType(name, [], [field('why', 'String'), field('who', type)]))
      own(family, name, flow.to)
      ends.use.type = name
      return `${flow.use} answers ${name}, which holds ${type}`
    },
  },
  {
    name: 'a result of things that others have extended',
    rule: 'R4',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      const post = postOf(ends.recipient)
      if (!has(post, 'open')) post.directives.push('@open')
      const partners = family.parts.filter((part) => isPartnerPart(part))
      const stranger =
        partners.length > 0 && dice.chance(0.7) ? dice.pick(partners) : strangerTo(ends.recipient, family, dice)
      extendEntity(stranger, post.name, 'id', field(nameFor(stranger, family), 'String'))
      ends.use.type = `[${post.name}!]`
      return `${flow.use} answers ${post.name}, which ${stranger.name} extends`
    },
  },
  {
    name: 'a result in a key',
    rule: 'R4',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      const accounts = family.parts.find(({ name }) => name === 'accounts')
      if (!ends || !accounts) return undefined
      ends.use.type = 'String'
      ends.person.directives.push(`@key(fields: "${flow.use}")`)
      const stub = typeAt(accounts, flow.person)
      stub.directives = [`@key(fields: "${flow.use}")`]
      stub.fields = [field(flow.use, 'String'), field(nameFor(accounts, family), 'String')]
      return `${flow.use} is a key of ${flow.person}, and accounts asks by it`
    },
  },
  {
    name: 'a result that another purpose is computed from',
    rule: 'R4',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      const stranger = strangerTo(ends.recipient, family, dice)
      const post = postOf(ends.recipient)
      if (!has(post, 'open')) post.directives.push('@open')
      const leaves = ends.use.directives.find((text) => text.startsWith('@requires'))
      if (!leaves) return undefined
      const name = nameFor(ends.recipient, family)
      post.fields.push(field(name, 'String', `@uses(purpose: "${flow.purpose}")`))
      const inputs = [field(name, 'String', '@external'), reading(`${name}Read`, 'String', name)]
      extendEntity(stranger, post.name, 'id', ...inputs)
      return `${stranger.name} requires ${post.name}.${name}, which uses ${flow.purpose}`
    },
  },
  {
    name: 'somebody requires what is sealed',
    rule: 'R6',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const accounts = family.parts.find(({ name }) => name === 'accounts')
      const stranger = accounts && dice.chance(0.3) ? accounts : strangerTo(app, family, dice)
      const name = nameFor(stranger, family)
      const inputs = [field('ciphertext', 'String', '@external'), reading(name, 'String', 'ciphertext')]
      extendEntity(stranger, postOf(app).name, 'id', ...inputs)
      return `${stranger.name} requires ${postOf(app).name}.ciphertext`
    },
  },
  {
    name: 'somebody is given what is sealed as a key',
    rule: 'R6',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      if (typeIn(stranger, postOf(app).name)) return undefined
      postOf(app).directives.push('@key(fields: "ciphertext")')
      extendEntity(
        stranger,
        postOf(app).name,
        'ciphertext',
        field('ciphertext', 'String'),
        field(nameFor(stranger, family), 'String'),
      )
      return `${stranger.name} extends ${postOf(app).name} by its ciphertext`
    },
  },
]
