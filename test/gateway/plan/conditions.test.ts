import { parse, print } from 'graphql'
import { expect, it } from 'vitest'
import { conditionVariables, withoutConditions } from '../../../gateway/plan/conditions.ts'
import { selectOperation } from '../../../gateway/plan/operation.ts'

const select = (text: string) => selectOperation(parse(text), undefined)

/** What is left of the operation when the variables in `on` are true. */
function left(text: string, ...on: string[]): string {
  const { operation, fragments } = withoutConditions(select(text), (variable) => on.includes(variable))
  return [operation, ...fragments.values()].map((node) => print(node).replace(/\s+/g, ' ')).join(' ')
}

it('a skipped field is gone, an included one stays, without their directives', () => {
  const text = '{ x a @skip(if: $s) b @include(if: $i) }'
  expect(left(text, 'i')).toBe('{ x a b }')
  expect(left(text, 's')).toBe('{ x }')
})

it('what nothing is left of stays, with nothing in it', () => {
  const { operation } = withoutConditions(select('{ a { b @skip(if: true) } }'), () => true)
  expect(operation.selectionSet.selections).toMatchObject([{ selectionSet: { selections: [] } }])
})

it('both directives on one selection must agree', () => {
  const text = '{ x a @skip(if: $s) @include(if: $i) }'
  expect(left(text)).toBe('{ x }')
  expect(left(text, 'i')).toBe('{ x a }')
  expect(left(text, 's', 'i')).toBe('{ x }')
})

it('constants count as well', () => {
  expect(left('{ x a @skip(if: true) b @include(if: false) c @include(if: true) }')).toBe('{ x c }')
})

it('fragments, spreads and what is in them are decided alike', () => {
  const text = '{ ... @include(if: $i) { a } ...F @skip(if: $s) ...F } fragment F on T { b @include(if: $i) c }'
  expect(left(text, 'i', 's')).toBe('{ ... { a } ...F } fragment F on T { b c }')
})

it('other directives stay', () => {
  expect(left('{ a @own(if: $i) }')).toBe('{ a @own(if: $i) }')
})

it('the variables of conditions are found once each, in fragments too', () => {
  const text = '{ a @skip(if: $s) ...F b(x: $x) } fragment F on T { c @include(if: $i) @skip(if: $s) d @own(if: $o) }'
  expect(conditionVariables(select(text))).toEqual(['s', 'i'])
})
