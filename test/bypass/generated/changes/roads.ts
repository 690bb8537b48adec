import { field, fieldIn, objectType, partNamed, typeAt, typeIn } from '../model.ts'
import { prefixOf } from '../rightFamily.ts'
import {
  endsOf,
  extendEntity,
  nameFor,
  postOf,
  reading,
  remove,
  requireMore,
  strangerTo,
  type Change,
} from './change.ts'

/** What is done to roads, and by those who require them. */
export const ROAD_CHANGES: readonly Change[] = [
  {
    name: 'a road that is a list',
    rule: 'R2',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      const road = fieldIn(ends?.roads, flow.road)
      const copy = fieldIn(ends?.person, flow.road)
      if (!road || !copy) return undefined
      road.type = copy.type = `[${flow.type}]`
      return `${flow.road} is a list`
    },
  },
  {
    name: 'a road with an argument',
    rule: 'R2',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      const road = fieldIn(ends?.roads, flow.road)
      const copy = fieldIn(ends?.person, flow.road)
      if (!road || !copy) return undefined
      road.args = copy.args = '(of: ID)'
      return `${flow.road} takes whose`
    },
  },
  {
    name: 'a road that cannot be null',
    rule: 'R2',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      const road = fieldIn(ends?.roads, flow.road)
      const copy = fieldIn(ends?.person, flow.road)
      if (!road || !copy) return undefined
      road.type = copy.type = `${flow.type}!`
      return `${flow.road} cannot be null`
    },
  },
  {
    name: 'a road on something that is nobody',
    rule: 'R2',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      const post = postOf(ends.recipient)
      const road = `author${prefixOf(flow.road)}`
      if (fieldIn(post, road)) return undefined
      extendEntity(ends.grants, post.name, 'id', field(road, flow.type, '@inaccessible'))
      const leaves = ends.copy.fields.map(({ name }) => name).join(' ')
      post.fields.push(field(road, flow.type, '@external'))
      const name = nameFor(ends.recipient, family)
      post.fields.push(reading(name, 'String', `${road} { ${leaves} }`, `@uses(purpose: "${flow.purpose}")`))
      return `grants has a road on ${post.name}`
    },
  },
  {
    name: 'a road on what a stranger calls a person',
    rule: 'R7',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      const post = postOf(ends.recipient)
      const stranger = strangerTo(ends.recipient, family, dice)
      const road = `author${prefixOf(flow.road)}`
      if (fieldIn(post, road) || typeIn(stranger, post.name)) return undefined
      remove(post, 'open')
      extendEntity(ends.grants, post.name, 'id', field(road, flow.type, '@inaccessible'))
      const leaves = ends.copy.fields.map(({ name }) => name).join(' ')
      post.fields.push(field(road, flow.type, '@external'))
      const name = nameFor(ends.recipient, family)
      post.fields.push(reading(name, 'String', `${road} { ${leaves} }`, `@uses(purpose: "${flow.purpose}")`))
      const directives = ['@key(fields: "id", resolvable: false)', `@person(app: "${ends.recipient.app}")`]
      stranger.types.push(objectType(post.name, directives, [field('id', 'ID!')]))
      return `${stranger.name} calls ${post.name} a person, grants has a road on it`
    },
  },
  {
    name: 'a road declared by somebody else',
    rule: 'R2',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      const stranger = dice.chance(0.4)
        ? family.parts.find(({ name }) => name === 'accounts')
        : strangerTo(ends.recipient, family, dice)
      if (!stranger) return undefined
      const road = `${flow.road}By${prefixOf(stranger.name)}`
      if (stranger !== ends.source) {
        const stub = typeAt(stranger, flow.type)
        if (stub.fields.length > 0) return undefined
        typeAt(stranger, 'Grant', 'scalar').directives = ['@inaccessible']
        stub.directives = ['@key(fields: "grant", resolvable: false)', '@inaccessible']
        stub.fields = [field('grant', 'Grant!', '@inaccessible')]
      }
      extendEntity(stranger, flow.person, 'id', field(road, flow.type, '@inaccessible'))
      ends.person.fields.push(field(road, flow.type, '@external'))
      requireMore(ends.use, `${flow.road} {`, `${road} {`)
      ends.person.fields = ends.person.fields.filter(({ name }) => name !== flow.road)
      return `${stranger.name} declares the road ${road}, ${flow.to} requires it`
    },
  },
  {
    name: 'an override of a road',
    rule: 'R2',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      const accounts = family.parts.find(({ name }) => name === 'accounts')
      const stranger = ends && dice.chance(0.5) ? ends.source : accounts
      if (!ends || !stranger) return undefined
      extendEntity(
        stranger,
        flow.person,
        'id',
        field(flow.road, flow.type, '@inaccessible', '@override(from: "grants")'),
      )
      if (stranger === accounts && !typeIn(accounts, flow.type)) {
        typeAt(accounts, 'Grant', 'scalar').directives = ['@inaccessible']
        const stub = typeAt(accounts, flow.type)
        stub.directives = ['@key(fields: "grant", resolvable: false)', '@inaccessible']
        stub.fields = [field('grant', 'Grant!', '@inaccessible')]
      }
      return `${stranger.name} overrides ${flow.road}`
    },
  },
  {
    name: 'a recipient requires the grant too',
    rule: 'R3',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends || fieldIn(ends.copy, 'grant')) return undefined
      ends.copy.fields.push(field('grant', 'Grant!', '@external'))
      typeAt(ends.recipient, 'Grant', 'scalar').directives = ['@inaccessible']
      requireMore(ends.use, 'validUntil', 'grant validUntil')
      return `${flow.to} requires the grant of ${flow.road}`
    },
  },
  {
    name: 'a recipient requires without validUntil, or the type’s name',
    rule: 'R3',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      const named = dice.chance(0.5)
      requireMore(ends.use, 'validUntil', named ? '__typename validUntil' : '')
      if (
        !named &&
        !ends.person.fields.some(
          (one) =>
            one.directives.join(' ').includes(`${flow.road} {`) && one.directives.join(' ').includes('validUntil'),
        )
      ) {
        ends.copy.fields = ends.copy.fields.filter(({ name }) => name !== 'validUntil')
      }
      return `${flow.to} requires ${named ? '__typename too' : 'no validUntil'}`
    },
  },
  {
    name: 'a recipient without the permit',
    rule: 'R3',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      ends.recipient.permits = ends.recipient.permits.filter(
        (one) => one.from !== flow.from || one.purpose !== flow.purpose,
      )
      return `${flow.to} has no permit for ${flow.purpose} of ${flow.from}`
    },
  },
  {
    name: 'a recipient that does not say what it uses',
    rule: 'R3',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      ends.use.directives = ends.use.directives.filter((text) => !text.startsWith('@uses'))
      return `${flow.use} is not labelled`
    },
  },
  {
    name: 'a recipient that says another purpose',
    rule: 'R3',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      const purpose = dice.pick((['ADS', 'IMPROVE', 'PERSONALIZE'] as const).filter((one) => one !== flow.purpose))
      if (!ends) return undefined
      ends.use.directives = ends.use.directives.map((text) =>
        text.startsWith('@uses') ? `@uses(purpose: "${purpose}")` : text,
      )
      if (dice.chance(0.5)) ends.recipient.permits.push({ from: flow.from, purpose })
      return `${flow.use} says ${purpose}`
    },
  },
  {
    name: 'one field of two purposes',
    rule: 'R3',
    apply(family, dice) {
      const first = dice.pick(family.flows)
      const second = family.flows.find(({ to, purpose }) => to === first.to && purpose !== first.purpose)
      const ends = endsOf(family, first)
      const other = second && endsOf(family, second)
      if (!ends || !other) return undefined
      const leaves = other.copy.fields.filter(({ name }) => name !== 'grant').map(({ name }) => name)
      requireMore(ends.use, 'fields: "', `fields: "${second.road} { ${leaves.join(' ')} } `)
      return `${first.use} requires ${second.road} as well`
    },
  },
  {
    name: 'a second field that uses the same road',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      const requires = ends?.use.directives.find((text) => text.startsWith('@requires'))
      if (!ends || !requires) return undefined
      ends.person.fields.push(
        field(nameFor(ends.recipient, family), 'String', requires, `@uses(purpose: "${flow.purpose}")`),
      )
      return `${flow.to} uses ${flow.road} twice`
    },
  },
  {
    name: 'another app requires the road',
    rule: 'R3',
    apply(family, dice) {
      const flow = dice.pick(family.flows)
      const ends = endsOf(family, flow)
      if (!ends) return undefined
      const stranger =
        dice.chance(0.4) && family.parts.some(({ name }) => name === 'accounts')
          ? partNamed(family, 'accounts')
          : strangerTo(ends.recipient, family, dice)
      if (stranger === ends.source || typeIn(stranger, flow.type)) return undefined
      const copies = ends.copy.fields.map((one) => field(one.name, one.type, '@external'))
      for (const name of ['Topic', 'DateTime']) typeAt(stranger, name, 'scalar')
      Object.assign(typeAt(stranger, flow.type), { directives: ['@inaccessible'], fields: copies })
      const requires = `@requires(fields: "${flow.road} { ${copies.map(({ name }) => name).join(' ')} }")`
      const using = field(nameFor(stranger, family), 'String', requires, `@uses(purpose: "${flow.purpose}")`)
      extendEntity(stranger, flow.person, 'id', field(flow.road, flow.type, '@external'), using)
      if (dice.chance(0.5)) stranger.permits.push({ from: flow.from, purpose: flow.purpose })
      return `${stranger.name} requires ${flow.road} of ${flow.person}`
    },
  },
]
