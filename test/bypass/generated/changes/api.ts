import { field, fieldIn, objectType, typeAt, typeIn } from '../model.ts'
import { own, prefixOf } from '../rightFamily.ts'
import { appsOf, extendEntity, laterThan, nameFor, personOf, postOf, strangerTo, type Change } from './change.ts'

/** What is done to what clients may ask, and to labels. */
export const API_CHANGES: readonly Change[] = [
  {
    name: 'a stub that hides everybody’s type or field',
    rule: 'R8',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      const type = dice.pick([personOf(app), postOf(app)]).name
      const stub = typeAt(stranger, type)
      if (stub.fields.length === 0)
        Object.assign(stub, objectType(type, ['@key(fields: "id", resolvable: false)'], [field('id', 'ID!')]))
      const hidden = dice.chance(0.5) ? stub : fieldIn(stub, 'id')
      hidden?.directives.push('@inaccessible')
      return `${stranger.name} hides ${type}${hidden === stub ? '' : '.id'}`
    },
  },
  {
    name: 'a shared value type with less in it',
    rule: 'R8',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      const place = typeIn(app, `${prefixOf(app.name)}Place`)
      if (!place || typeIn(stranger, place.name)) return undefined
      place.directives.push('@shareable')
      for (const one of place.fields) if (dice.chance(0.7)) one.type = `${one.type.replace('!', '')}!`
      const less = dice.chance(0.5) ? 'String' : 'String!'
      stranger.types.push(
        objectType(
          place.name,
          ['@shareable'],
          [field('name', less, ...(dice.chance(0.3) ? ['@inaccessible'] : [])), field('height', 'Int')],
        ),
      )
      typeAt(stranger, 'Query').fields.push(field(`${stranger.name}Place${family.story.length}`, place.name))
      return `${stranger.name} has ${place.name} too`
    },
  },
  {
    name: 'a value more in everybody’s enum, or one less',
    rule: 'R8',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const apps = typeIn(app, 'App')
      if (!apps) return undefined
      if (dice.chance(0.5)) apps.members.push('OTHER')
      else apps.members.pop()
      return `${app.name} has another App`
    },
  },
  {
    name: 'a person label with another app on a stub',
    rule: 'R7',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = dice.pick(family.parts.filter((one) => one !== app))
      const type = personOf(app).name
      const stub = typeAt(stranger, type)
      if (stub.fields.length === 0)
        Object.assign(stub, objectType(type, ['@key(fields: "id", resolvable: false)'], [field('id', 'ID!')]))
      stub.directives.push(`@person(app: "${dice.pick(['MESSENGER', 'PHOTO', 'SOCIAL'])}")`)
      return `${stranger.name} labels ${type} @person`
    },
  },
  {
    name: 'a second person type of an app',
    rule: 'R7',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const post = postOf(app)
      post.directives.push(`@person(app: "${dice.chance(0.5) ? app.app : 'SOCIAL'}")`)
      return `${post.name} is a person`
    },
  },
]

/** What everybody may do. */
export const HARMLESS_CHANGES: readonly Change[] = [
  {
    name: 'a field more',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const type = dice.pick([personOf(app), postOf(app)])
      type.fields.push(field(nameFor(app, family), dice.pick(['String', 'Int', '[String!]', 'Boolean!'])))
      return `${type.name} has a field more`
    },
  },
  {
    name: 'an argument more',
    apply(family, dice) {
      const text = fieldIn(postOf(dice.pick(appsOf(family))), 'text')
      if (!text) return undefined
      text.args = dice.pick(['(longest: Int)', '(longest: Int, language: String)'])
      return 'posts have text of a length'
    },
  },
  {
    name: 'a value type more',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const name = `${prefixOf(app.name)}Mood${family.story.length}`
      app.types.push(objectType(name, [], [field('word', 'String'), field('strength', 'Int')]))
      own(family, name, app.name)
      dice.pick([personOf(app), postOf(app)]).fields.push(field(nameFor(app, family), name))
      return `${app.name} has ${name}`
    },
  },
  {
    name: 'an entity more, with a stub elsewhere',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const stranger = strangerTo(app, family, dice)
      const name = `${prefixOf(app.name)}Album${family.story.length}`
      app.types.push(
        objectType(
          name,
          ['@key(fields: "id")'],
          [field('id', 'ID!'), field('title', 'String'), field('author', personOf(app).name)],
        ),
      )
      own(family, name, app.name)
      personOf(app).fields.push(field(nameFor(app, family), `[${name}]`))
      stranger.types.push(objectType(name, ['@key(fields: "id", resolvable: false)'], [field('id', 'ID!')]))
      typeAt(stranger, 'Query').fields.push(field(`${stranger.name}Album${family.story.length}`, name))
      return `${app.name} has ${name}, ${stranger.name} names it`
    },
  },
  {
    name: 'an extension of what is open',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const post = postOf(app)
      const stranger = laterThan(app, family, dice)
      if (!stranger || !post.directives.includes('@open')) return undefined
      const name = nameFor(stranger, family)
      extendEntity(stranger, post.name, 'id', field(name, 'String'))
      if (dice.chance(0.5)) {
        const needed = [field('likes', 'Int', '@external'), field(`${name}Liked`, 'Int', '@requires(fields: "likes")')]
        extendEntity(stranger, post.name, 'id', ...needed)
      }
      return `${stranger.name} extends ${post.name}, which is open`
    },
  },
  {
    name: 'one open field',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const album = `${prefixOf(app.name)}Song${family.story.length}`
      app.types.push(objectType(album, ['@key(fields: "id")', '@open'], [field('id', 'ID!'), field('title', 'String')]))
      own(family, album, app.name)
      postOf(app).fields.push(field(nameFor(app, family), album))
      const stranger = laterThan(app, family, dice)
      if (!stranger) return undefined
      const inputs = [
        field('title', 'String', '@external'),
        field(nameFor(stranger, family), 'String', '@requires(fields: "title")'),
      ]
      extendEntity(stranger, album, 'id', ...inputs)
      return `${stranger.name} requires the title of ${album}, which is open`
    },
  },
  {
    name: 'a mutation more',
    apply(family, dice) {
      const app = dice.pick(appsOf(family))
      const act = {
        ...field(`${app.name}Act${family.story.length}`, dice.pick([postOf(app), personOf(app)]).name),
        args: '(what: String!)',
      }
      typeAt(app, 'Mutation').fields.push(act)
      return `${app.name} has a mutation more`
    },
  },
]
