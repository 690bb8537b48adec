import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { selectOperation } from '../../../gateway/plan/operation.ts'

const codeOf = (act: () => unknown): unknown => {
  try {
    act()
  } catch (error) {
    return (error as { extensions?: { code?: unknown } }).extensions?.code
  }
  return undefined
}

describe('the operation of a document', () => {
  it('is its only one, or the one that is named', () => {
    expect(selectOperation(parse('query A { a }'), undefined).operation.name?.value).toBe('A')
    expect(selectOperation(parse('query A { a } query B { b }'), 'B').operation.name?.value).toBe('B')
  })

  it('must be told among several', () => {
    expect(codeOf(() => selectOperation(parse('query A { a } query B { b }'), undefined))).toBe(
      'OPERATION_RESOLUTION_FAILURE',
    )
    expect(codeOf(() => selectOperation(parse('query A { a }'), 'C'))).toBe('OPERATION_RESOLUTION_FAILURE')
  })

  it('must not be a subscription', () => {
    expect(codeOf(() => selectOperation(parse('subscription { a }'), undefined))).toBe('SUBSCRIPTIONS_OFF')
  })

  it('brings the fragments that it uses, and no other operation’s', () => {
    const document = parse(`query A { ...F } query B { ...G }
      fragment F on Q { a { ...H } } fragment G on Q { b } fragment H on A { c }`)
    expect([...selectOperation(document, 'A').fragments.keys()].sort()).toEqual(['F', 'H'])
  })
})
