import { describe, expect, test } from 'vitest'
import { Dice } from '../../gateway/differential/random.ts'
import { TEST_START } from '../../support/subgraphTester.ts'
import type { World } from './answers.ts'
import { Canaries, type Canary } from './canaries.ts'
import { field, partNamed, typeAt, type Family } from './model.ts'
import { Oracle } from './oracle.ts'
import { Consents } from './people.ts'
import { rightFamily } from './rightFamily.ts'
import { runFamily } from './run.ts'
import { Truth } from './truth.ts'

const family: Family = rightFamily(new Dice('oracle'))
const [flow] = family.flows
if (!flow) throw new Error('A family must have a flow.')
const { from, to, purpose, type, person, road, use } = flow
const app = partNamed(family, to).app ?? 'SOCIAL'
const canaries = new Canaries(TEST_START)
const world: World = {
  family,
  truth: new Truth(family),
  canaries,
  consents: new Consents(family, new Dice('oracle')),
  viewer: { app, person: 0 },
}
const oracle = new Oracle(world)

const thing = (subject: number) => ({ __typename: person, key: `p${subject}`, person: subject })
const id = (subject: number): Canary => ({ kind: 'id', at: { type: person, field: 'id' }, thing: thing(subject) })
const consented = (subject: number): Canary => ({
  kind: 'consented',
  type,
  from,
  purpose,
  subject,
  at: { type, field: 'topics' },
})
const grant: Canary = { kind: 'grant', type, from, purpose, subject: 0, at: { type, field: 'grant' } }
const result: Canary = { kind: 'result', by: to, subject: 0, at: { type: person, field: use } }
const plain = (field: string): Canary => ({ kind: 'plain', by: to, at: { type: person, field }, key: 'p0.0' })

const query = (fieldName = use) =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${person} { ${fieldName} } } }`
const input = (subject: number, of = subject) => ({
  __typename: person,
  id: canaries.text(id(of)),
  [road]: { topics: [canaries.text(consented(subject))] },
})
const why = (part: string, text: string, ...representations: object[]) =>
  oracle.request(part, text, { representations })[0]?.why

describe('the oracle lets pass', () => {
  test('what a recipient is sent of a viewer who agreed, for a field of that purpose', () => {
    expect(why(to, query(), input(0))).toBeUndefined()
  })
  test('a grant to its source, by which it is asked', () => {
    expect(why(from, '{ a }', { __typename: type, grant: canaries.text(grant) })).toBeUndefined()
  })
  test('ids of people to their own app and to the keepers of the family', () => {
    for (const part of [to, 'accounts', 'grants', 'entry']) {
      expect(why(part, '{ a }', { __typename: person, id: canaries.text(id(1)) })).toBeUndefined()
    }
  })
  test('results to the person they are about, and what is public to anybody', () => {
    expect(
      oracle.answer({ data: [canaries.text(result), canaries.text(plain('about')), canaries.text(id(1))] }),
    ).toEqual([])
  })
})

describe('the oracle finds', () => {
  test.each<[string, () => string | undefined]>([
    ['the person has not agreed to that', () => why(to, query(), input(1))],
    ['it stands at somebody else', () => why(to, query(), input(0, 2))],
    ['nothing that was asked is computed from it', () => why(to, query('about'), input(0))],
    ['accounts has no permit', () => why('accounts', query(), input(0))],
    ['a grant is for its source alone', () => why(to, query(), { __typename: type, grant: canaries.text(grant) })],
    [
      'a grant is for its source alone',
      () => why(from, '{ a }', { __typename: type, grant: canaries.text(grant), id: 'more than the key' }),
    ],
    ['an id of a person of another app', () => why(from, `{ a(id: "${canaries.text(id(1))}") }`)],
    [`${to} has not opened it`, () => why(from, '{ a }', { about: { deep: [canaries.int(plain('score'))] } })],
    [
      'what was made of consented data is for its maker and its person',
      () => why('accounts', '{ a }', { ads: canaries.text(result) }),
    ],
  ])('%s', (expected, found) => {
    expect(found()).toBe(expected)
  })

  test('a moment, a number in a text, and a value in an error', () => {
    const { at } = grant
    const moment = canaries.moment({ ...consented(0), at: { ...at, field: 'validUntil' } })
    const number = `of ${canaries.int(consented(0))}`
    expect(oracle.answer({ errors: [{ message: moment }, { message: number }] })).toHaveLength(2)
  })
  test('a viewer to whom somebody else’s result is shown', () => {
    world.viewer = { app, person: 2 }
    expect(oracle.answer({ data: canaries.text(result) })).toHaveLength(1)
    world.viewer = { app, person: 0 }
  })
})

test(
  'the right family is executed without a leak, a wrong one leaks on a stock gateway',
  { timeout: 120_000 },
  async () => {
    const right = await runFamily(rightFamily(new Dice('oracle')), { seed: 'oracle', operations: 1 })
    expect(right).toMatchObject({ kind: 'executed', leaks: [] })
    const wrong = rightFamily(new Dice('oracle'))
    Object.assign(typeAt(partNamed(wrong, from), person), {
      directives: ['@key(fields: "id")'],
      fields: [field('id', 'ID!'), field('extra', 'String')],
    })
    const leaky = await runFamily(wrong, { seed: 'oracle', operations: 1, rules: [], engine: 'stock', enough: 1 })
    const [leak] = leaky.kind === 'executed' ? leaky.leaks : []
    expect(leak).toMatchObject({ to: from, why: 'an id of a person of another app' })
  },
)
