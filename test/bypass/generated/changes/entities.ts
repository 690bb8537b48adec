import { field, fieldIn, isPartnerPart, typeAt, typeIn, partNamed } from '../model.ts'
import { own, prefixOf } from '../rightFamily.ts'
import { appsOf, extendEntity, nameFor, personOf, postOf, reading, remove, strangerTo, type Change } from './change.ts'

/** What is done to entities that belong to somebody else. */
export const ENTITY_CHANGES: readonly Change[] = [
  {
    name: 'a stranger extends a person',
    rule: 'R5',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      extendEntity(stranger, personOf(app).name, 'id', field(nameFor(stranger, family), 'String'))
      return `${stranger.name} extends ${personOf(app).name}`
    },
  },
  {
    name: 'a stranger extends an entity',
    rule: 'R5',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      extendEntity(stranger, postOf(app).name, 'id', field(nameFor(stranger, family), 'String'))
      return `${stranger.name} extends ${postOf(app).name}`
    },
  },
  {
    name: 'a stranger extends an entity and requires a field of it',
    rule: 'R5',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      const needed = field('text', 'String', '@external')
      extendEntity(stranger, postOf(app).name, 'id', needed, reading(nameFor(stranger, family), 'String', 'text'))
      return `${stranger.name} requires ${postOf(app).name}.text`
    },
  },
  {
    name: 'a stranger requires the author of an entity',
    rule: 'R5',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      const person = personOf(app).name
      const name = nameFor(stranger, family)
      const inputs = [field('author', person, '@external'), reading(name, 'String', 'author { id }')]
      extendEntity(stranger, postOf(app).name, 'id', ...inputs)
      const stub = typeAt(stranger, person)
      if (stub.fields.length === 0) stub.fields.push(field('id', 'ID!', '@external'))
      return `${stranger.name} requires ${postOf(app).name}.author { id }`
    },
  },
  {
    name: 'an app requires what accounts links its people to',
    rule: 'R5',
    apply(family, dice) {
      const accounts = family.parts.find(({ name }) => name === 'accounts')
      if (!accounts) return undefined
      const app = dice.pick(appsOf(family))
      const linked = typeIn(accounts, personOf(app).name)?.fields.find(({ name }) => name.startsWith('linked'))
      if (!linked || fieldIn(personOf(app), linked.name)) return undefined
      const stub = typeAt(app, linked.type)
      if (stub.fields.length === 0) stub.directives = ['@key(fields: "id", resolvable: false)']
      for (const one of [field('id', 'ID!'), field('about', 'String', '@external')]) {
        if (!fieldIn(stub, one.name)) stub.fields.push(one)
      }
      const needed = dice.chance(0.7) ? 'id about' : 'id'
      if (needed === 'id') stub.fields = stub.fields.filter(({ name }) => name !== 'about')
      personOf(app).fields.push(field(linked.name, linked.type, '@external'))
      personOf(app).fields.push(reading(nameFor(app, family), 'String', `${linked.name} { ${needed} }`))
      return `${app.name} requires ${linked.name} { ${needed} }`
    },
  },
  {
    name: 'an interface object',
    rule: 'R5',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      const name = `${prefixOf(app.name)}Thing`
      const thing = typeIn(app, name)
      if (!thing || typeIn(stranger, name)) return undefined
      if (thing.directives.length === 0) thing.directives.push('@key(fields: "id")')
      const fields = [field('id', 'ID!'), field(nameFor(stranger, family), 'String')]
      Object.assign(typeAt(stranger, name), { directives: ['@key(fields: "id")', '@interfaceObject'], fields })
      return `${stranger.name} makes ${name} an interface object`
    },
  },
  {
    name: 'an override of a plain field',
    rule: 'R5',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      const type = dice.pick([personOf(app), postOf(app)])
      const taken = type === personOf(app) ? 'about' : 'text'
      const moved = field(taken, 'String', `@override(from: "${app.name}")`)
      if (fieldIn(typeIn(stranger, type.name), taken)) return undefined
      extendEntity(stranger, type.name, 'id', moved)
      return `${stranger.name} overrides ${type.name}.${taken}`
    },
  },
  {
    name: 'a key that holds more than the id',
    rule: 'R5',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      if (typeIn(stranger, postOf(app).name)) return undefined
      postOf(app).directives.push('@key(fields: "text")')
      extendEntity(
        stranger,
        postOf(app).name,
        'text',
        field('text', 'String'),
        field(nameFor(stranger, family), 'String'),
      )
      return `${stranger.name} is given ${postOf(app).name}.text as a key`
    },
  },
  {
    name: 'a copy of a plain field, shared by its owner',
    rule: 'R5',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      const about = fieldIn(personOf(app), 'about')
      if (!about || typeIn(stranger, personOf(app).name)) return undefined
      about.directives.push('@shareable')
      extendEntity(stranger, personOf(app).name, 'id', field('about', 'String', '@shareable'))
      return `${stranger.name} and ${app.name} share ${personOf(app).name}.about`
    },
  },
  {
    name: 'a person who is open',
    rule: 'R5',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      personOf(app).directives.push('@open')
      extendEntity(stranger, personOf(app).name, 'id', field(nameFor(stranger, family), 'String'))
      return `${app.name} opens ${personOf(app).name}, ${stranger.name} extends it`
    },
  },
  {
    name: 'a stranger opens somebody else’s entity',
    rule: 'R7',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      const stub = extendEntity(stranger, postOf(app).name, 'id', field(nameFor(stranger, family), 'String'))
      stub.directives.push('@open')
      return `${stranger.name} calls ${postOf(app).name} open, and extends it`
    },
  },
  {
    name: 'a stranger defines somebody else’s entity, and opens it',
    rule: 'R5',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      if (typeIn(stranger, postOf(app).name)) return undefined
      remove(postOf(app), 'open')
      const stub = extendEntity(stranger, postOf(app).name, 'id', field(nameFor(stranger, family), 'String'))
      stub.kind = 'type'
      stub.directives.push('@open')
      return `${stranger.name} defines ${postOf(app).name} too, and opens it`
    },
  },
  {
    name: 'what one extension answers, another requires',
    rule: 'R5',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const strangers = family.parts.filter((one) => one !== app && (one.app !== undefined || isPartnerPart(one)))
      const [first, second] = dice.chance(0.5) ? strangers : strangers.toReversed()
      if (!first || !second) return undefined
      const name = nameFor(first, family)
      extendEntity(first, postOf(app).name, 'id', field(name, 'String'))
      const inputs = [field(name, 'String', '@external'), reading(`${name}Again`, 'String', name)]
      extendEntity(second, postOf(app).name, 'id', ...inputs)
      return `${second.name} requires what ${first.name} says of ${postOf(app).name}`
    },
  },
  {
    name: 'a stub that provides',
    rule: 'R5',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      if (typeIn(stranger, postOf(app).name)) return undefined
      const fields = [field('id', 'ID!'), field('text', 'String', '@external')]
      Object.assign(typeAt(stranger, postOf(app).name), {
        directives: ['@key(fields: "id", resolvable: false)'],
        fields,
      })
      fieldIn(postOf(app), 'text')?.directives.push('@shareable')
      const root = field(
        `${stranger.name}Provided${family.story.length}`,
        postOf(app).name,
        '@provides(fields: "text")',
      )
      typeAt(stranger, 'Query').fields.push(root)
      return `${stranger.name} provides ${postOf(app).name}.text`
    },
  },
  {
    name: 'a foreign interface implemented by an extension',
    rule: 'R5',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      const name = `${prefixOf(stranger.name)}Badged`
      if (typeIn(stranger, name)) return undefined
      const badge = nameFor(stranger, family)
      const type = typeAt(stranger, name, 'interface')
      type.fields = [field('id', 'ID!'), field(badge, 'String')]
      own(family, name, stranger.name)
      const stub = extendEntity(stranger, dice.pick([personOf(app), postOf(app)]).name, 'id', field(badge, 'String'))
      stub.implements = [name]
      return `${stranger.name} has ${stub.name} implement ${name}`
    },
  },
  {
    name: 'accounts requires a plain field',
    apply(family, dice) {
      if (!family.parts.some(({ name }) => name === 'accounts')) return undefined
      const app = dice.pick(appsOf(family))
      const accounts = partNamed(family, 'accounts')
      const name = nameFor(accounts, family)
      const inputs = [field('about', 'String', '@external'), reading(name, 'String', 'about')]
      if (fieldIn(typeIn(accounts, personOf(app).name), 'about')) return undefined
      extendEntity(accounts, personOf(app).name, 'id', ...inputs)
      return `accounts requires ${personOf(app).name}.about`
    },
  },
]
