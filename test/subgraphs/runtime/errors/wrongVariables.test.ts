import { buildSchema, getVariableValues, Kind, parse, type OperationDefinitionNode } from 'graphql'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wrongVariables } from '../../../../subgraphs/runtime/errors/wrongVariables.ts'
import { DateScalar } from '../../../../subgraphs/runtime/scalars/date.ts'
import { seed } from '../../../support/long.ts'

const schema = buildSchema(`
  type Query { q(a: Story, b: Mood, c: [[Int!]], d: By, e: Date, f: ID): Int }
  enum Mood { GOOD }  scalar Date
  input Story { text: String! mood: Mood = GOOD steps: [Step!] day: Date }
  input Step { at: Float! next: Step }
  input By @oneOf { id: ID name: String }`)
Object.assign(schema.getType('Date') ?? {}, { parseValue: DateScalar.parseValue, extensions: DateScalar.extensions })

function definitionsOf(declared: string): OperationDefinitionNode['variableDefinitions'] & object {
  const [operation] = parse(`query (${declared}) { q }`).definitions
  return operation?.kind === Kind.OPERATION_DEFINITION ? (operation.variableDefinitions ?? []) : []
}

const told = (declared: string, given: Record<string, unknown>) =>
  wrongVariables(schema, definitionsOf(declared), given).map((message) => message.replace(/^Variable /, ''))

describe('a message says where, what must stand there, and the kind of what came', () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    [
      'a value of another kind',
      '$c: [[Int!]]',
      { c: [[1], ['geheim']] },
      '"$c[1][0]" must be of type "Int", but got: a string.',
    ],
    ['a number of another kind', '$c: [[Int!]]', { c: 4.2 }, '"$c" must be of type "Int", but got: another number.'],
    [
      'an unknown value of an enum',
      '$b: Mood',
      { b: 'geheim' },
      '"$b" must be a value of the enum "Mood", but got: another string.',
    ],
    ['no value', '$b: Mood!', {}, '"$b" must be a value of the enum "Mood", but got: nothing.'],
    ['null', '$f: ID!', { f: null }, '"$f" must be of type "ID!", but got: null.'],
    ['a list in place of an object', '$a: Story', { a: ['geheim'] }, '"$a" must be of type "Story", but got: a list.'],
    ['a field that is missing', '$a: Story', { a: {} }, '"$a.text" must be of type "String!", but got: nothing.'],
    [
      'a field deep inside',
      '$a: Story',
      { a: { text: 't', steps: [{ at: 1, next: { at: 'geheim' } }] } },
      '"$a.steps[0].next.at" must be of type "Float", but got: a string.',
    ],
    [
      'a field that there is not',
      '$a: Story',
      { a: { text: 't', colour: 'geheim' } },
      '"$a" must be of type "Story", which has no field "colour".',
    ],
    [
      'a field whose name is none',
      '$a: Story',
      { a: { text: 't', 'geheim@example.org': 1 } },
      '"$a" must be of type "Story", which has no field of that name.',
    ],
    [
      'a scalar of the floor',
      '$e: Date',
      { e: 'geheim' },
      '"$e" must be a day like "2026-11-22", but got: another string.',
    ],
    [
      'two of which one is meant',
      '$d: By',
      { d: { id: 'geheim', name: 'geheim' } },
      '"$d" must be of type "By", with exactly one field, and that not null.',
    ],
  ])('%s', (_what, declared, given, message) => {
    expect(told(declared, given)).toEqual([message])
  })

  test('at most 20 of them', () => {
    expect(told('$c: [[Int!]]', { c: [Array.from({ length: 50 }, () => 'geheim')] })).toHaveLength(20)
  })
})

test('whatever graphql-js refuses has a message, and none holds a text of the client', () => {
  const declared = '$a: Story, $b: Mood!, $c: [[Int!]], $d: By, $e: Date, $f: ID'
  const leaf = fc.oneof(fc.constant('geheim'), fc.constant(null), fc.double(), fc.boolean())
  const keys = fc.constantFrom('text', 'mood', 'steps', 'day', 'at', 'next', 'id', 'name', 'other')
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(keys, tie('value'))),
  }))
  const given = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), value)
  fc.assert(
    fc.property(given, (variables) => {
      const { errors } = getVariableValues(schema, definitionsOf(declared), variables)
      const messages = told(declared, variables)
      const generic = messages[0]?.startsWith('A variable or an argument') === true
      expect([generic, messages.join(' ').includes('geheim')]).toEqual([errors === undefined, false])
    }),
    { seed, numRuns: 300 },
  )
})
