import type { App, Purpose } from '../../../schema/registry.ts'
import { PURPOSES } from '../../../schema/registry.ts'
import type { Dice } from '../../gateway/differential/random.ts'
import { field, fields, has, objectType, typeAt } from './model.ts'
import type { Family, FamilyFlow, Field, Part, Type } from './model.ts'

const APPS: readonly (readonly [string, App])[] = [
  ['messenger', 'MESSENGER'],
  ['photo', 'PHOTO'],
  ['social', 'SOCIAL'],
]

/** `Messenger` of `messenger`: every type of an app begins with it. */
export function prefixOf(part: string): string {
  return `${part.charAt(0).toUpperCase()}${part.slice(1)}`
}

/** A family of 3 to 5 parts that keeps every rule: two or three apps, grants, and perhaps accounts and a partner. */
export function rightFamily(dice: Dice): Family {
  const left = dice.pick(APPS)
  const apps = dice.chance(0.5) ? APPS : APPS.filter((one) => one !== left)
  const family: Family = { parts: [], owners: new Map(), flows: [], story: [] }
  for (const [name, app] of apps) family.parts.push(appPart(name, app, dice))
  if (family.parts.length < 4 && dice.chance(0.6)) family.parts.push(accountsPart(family.parts))
  family.parts.push({ name: 'grants', permits: [], types: [], forgets: [] })
  if (family.parts.length < 5 && dice.chance(0.75)) family.parts.push(partnerPart(family.parts, dice))
  for (const { name, types } of family.parts) for (const type of types) own(family, type.name, name)
  addFlows(
    family,
    apps.map(([name]) => name),
    dice,
  )
  return family
}

/** The type is this part's, unless somebody had it before. */
export function own(family: Family, type: string, part: string): void {
  if (!family.owners.has(type)) family.owners.set(type, part)
}

function appPart(name: string, app: App, dice: Dice): Part {
  const P = prefixOf(name)
  const types: Type[] = [
    ...vocabulary(),
    { ...objectType(`${P}Thing`, [], fields('id: ID!')), kind: 'interface' },
    personType(P, app, dice),
    postType(P, dice),
    objectType(`${P}Place`, [], fields('name: String', 'height: Int')),
    { ...objectType(`${P}Any`, [], []), kind: 'union', members: [`${P}Profile`, `${P}Post`, `${P}Place`] },
    objectType('Query', [], roots(name, P, dice)),
  ]
  if (dice.chance(0.4)) types.push(...mutations(name, P))
  return { name, app, permits: [], types, forgets: [] }
}

function personType(P: string, app: App, dice: Dice): Type {
  const own = fields(
    'id: ID!',
    'app: App! @shareable',
    'displayName: String',
    'about: String',
    'score: Int',
    `posts: [${P}Post!]`,
    `place: ${P}Place`,
    ...(dice.chance(0.4) ? ['secret: String @inaccessible'] : []),
  )
  const directives = ['@key(fields: "id")', `@person(app: "${app}")`]
  return objectType(`${P}Profile`, directives, own, ['Profile', 'Node', `${P}Thing`])
}

function postType(P: string, dice: Dice): Type {
  const own = fields(
    'id: ID!',
    'text: String',
    'likes: Int',
    `author: ${P}Profile`,
    'ciphertext: String @sealed',
    `place: ${P}Place`,
  )
  const open = dice.chance(0.6) ? ['@open'] : []
  return objectType(`${P}Post`, ['@key(fields: "id")', ...open], own, ['Node', `${P}Thing`])
}

function roots(name: string, P: string, dice: Dice): Field[] {
  return fields(
    `${name}Me: ${P}Profile`,
    `${name}People: [${P}Profile!]`,
    `${name}Posts: [${P}Post]`,
    ...(dice.chance(0.6) ? [`${name}Things: [${P}Thing]`] : []),
    ...(dice.chance(0.5) ? [`${name}Any: ${P}Any`] : []),
  )
}

function mutations(name: string, P: string): Type[] {
  return [
    objectType('Mutation', [], fields(`${name}Publish(text: String): ${P}Payload`)),
    objectType(`${P}Payload`, [], fields(`post: ${P}Post`, `by: ${P}Profile`)),
  ]
}

/** What every app says alike. */
function vocabulary(): Type[] {
  return [
    ...(['Topic', 'DateTime'] as const).map((name): Type => ({ ...objectType(name, [], []), kind: 'scalar' })),
    { ...objectType('App', [], []), kind: 'enum', members: ['MESSENGER', 'PHOTO', 'SOCIAL'] },
    { ...objectType('Node', [], fields('id: ID!')), kind: 'interface' },
    { ...objectType('Profile', [], fields('id: ID!', 'app: App!'), ['Node']), kind: 'interface' },
  ]
}

/** It stands beside every person, and says which of one app belongs to which of another. */
function accountsPart(apps: readonly Part[]): Part {
  const persons = apps.map(({ name }, index) => {
    const other = prefixOf(apps[(index + 1) % apps.length]?.name ?? name)
    const own = fields('id: ID!', 'avatar: String', `linked${other}: ${other}Profile`)
    return objectType(`${prefixOf(name)}Profile`, ['@key(fields: "id")'], own)
  })
  const account = objectType('Account', ['@key(fields: "id")'], fields('id: ID!', 'opened: String'))
  const types = [account, ...persons, objectType('Query', [], fields('account: Account'))]
  return { name: 'accounts', permits: [], types, forgets: [] }
}

function partnerPart(parts: readonly Part[], dice: Dice): Part {
  const target = prefixOf(dice.pick(parts.filter(({ app }) => app !== undefined)).name)
  const partner = dice.chance(0.5) ? 'partner' : 'acme'
  const P = prefixOf(partner)
  const stub = objectType(`${target}Post`, ['@key(fields: "id", resolvable: false)'], fields('id: ID!'))
  const thing = objectType(
    `${P}Thing`,
    ['@key(fields: "id")'],
    fields('id: ID!', 'title: String', `about: ${stub.name}`),
  )
  const root = objectType('Query', [], fields(`${partner}Things: [${P}Thing]`))
  return { name: partner, permits: [], types: [thing, stub, root], forgets: [] }
}

function addFlows(family: Family, apps: readonly string[], dice: Dice): void {
  const pairs = apps.flatMap((from) => apps.filter((to) => to !== from).map((to) => [from, to] as const))
  const all = pairs.flatMap(([from, to]) => PURPOSES.map((purpose) => ({ from, to, purpose })))
  const count = 1 + dice.below(3)
  for (let index = 0; index < count; index++) {
    const { from, to, purpose } = dice.pick(all)
    if (family.flows.some((one) => one.from === from && one.to === to && one.purpose === purpose)) continue
    addFlow(family, flowOf(from, to, purpose), dice)
  }
}

const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = { ADS: 'Ad', IMPROVE: 'Improvement', PERSONALIZE: 'Taste' }

function flowOf(from: string, to: string, purpose: Purpose): FamilyFlow {
  const word = PURPOSE_WORDS[purpose]
  const [type, person] = [`${prefixOf(from)}${word}Signals`, `${prefixOf(to)}Profile`]
  return {
    from,
    to,
    purpose,
    type,
    person,
    road: `${from}${word}Signals`,
    use: `${word.toLowerCase()}For${prefixOf(from)}`,
  }
}

function addFlow(family: Family, flow: FamilyFlow, dice: Dice): void {
  const { from, to, purpose, type, person, road, use } = flow
  const part = (name: string) => family.parts.find((one) => one.name === name) as Part
  const [source, recipient, grants] = [part(from), part(to), part('grants')]
  const leaves = [field('topics', '[Topic!]!'), field('days', 'Int')]
  if (!source.types.some(({ name }) => name === type)) {
    grantScalar(source)
    const label = `@consented(from: "${from}", purpose: "${purpose}")`
    const protocol = [field('grant', 'Grant!', '@inaccessible'), ...leaves, field('validUntil', 'DateTime!')]
    source.types.push(objectType(type, ['@key(fields: "grant")', '@inaccessible', label], protocol))
    own(family, type, from)
  }

  grantScalar(grants)
  const stub = typeAt(grants, type)
  stub.directives = ['@key(fields: "grant", resolvable: false)', '@inaccessible']
  stub.fields = [field('grant', 'Grant!', '@inaccessible')]
  const asked = typeAt(grants, person)
  if (asked.fields.length === 0) asked.fields.push(field('id', 'ID!'))
  asked.directives = ['@key(fields: "id")']
  asked.fields.push(field(road, type, '@inaccessible'))

  recipient.permits.push({ from, purpose })
  const used = dice.chance(0.5) ? leaves : leaves.slice(0, 1)
  const copied = [...used, field('validUntil', 'DateTime!')]
  const copies = copied.map((one) => field(one.name, one.type, '@external'))
  recipient.types.push(objectType(type, ['@inaccessible'], copies))
  const requires = `@requires(fields: "${road} { ${copied.map((one) => one.name).join(' ')} }")`
  const result = addResult(family, recipient, `${prefixOf(to)}${PURPOSE_WORDS[purpose]}`, dice)
  const using = field(use, result, requires, `@uses(purpose: "${purpose}")`)
  typeAt(recipient, person).fields.push(field(road, type, '@external'), using)
  family.flows.push(flow)
}

function grantScalar(part: Part): void {
  typeAt(part, 'Grant', 'scalar').directives = ['@inaccessible']
}

/** What a recipient makes of it: values, or things of its own. */
function addResult(family: Family, recipient: Part, name: string, dice: Dice): string {
  const P = prefixOf(recipient.name)
  const kind = dice.pick(['String', 'value', 'posts', 'entity'])
  if (kind === 'String') return 'String'
  const posts = recipient.types.find((type) => type.name === `${P}Post`)
  if (kind === 'posts' && posts && !has(posts, 'open')) return `[${P}Post!]`
  if (typeAt(recipient, name).fields.length === 0) {
    const key = kind === 'entity' ? ['@key(fields: "id")'] : []
    const id = kind === 'entity' ? [field('id', 'ID!')] : []
    Object.assign(typeAt(recipient, name), objectType(name, key, [...id, field('why', 'String'), field('rank', 'Int')]))
    own(family, name, recipient.name)
  }
  return dice.chance(0.5) ? name : `[${name}!]`
}
