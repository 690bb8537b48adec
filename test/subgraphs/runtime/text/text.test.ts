import { describe, expect, test } from 'vitest'
import { fold, lengthOf, readText } from '../../../../subgraphs/runtime/text/text.ts'

describe('a text', () => {
  test.each([
    ['  hello ', 'hello'],
    ['abcde', 'abcde'],
    ['abcdef', null],
    ['👍🏽👍🏽!', '👍🏽👍🏽!'],
    ['👍🏽👍🏽!!', null],
    [' \n\t ', null],
    ['', null],
  ])('%o of at most 5 characters is %o', (written, read) => {
    expect(readText(written, 5)).toBe(read)
  })

  test('has as many characters as code points', () => {
    expect(lengthOf('')).toBe(0)
    expect(lengthOf('aé👍')).toBe(3)
  })

  test('a very long one is refused before it is counted', () => {
    expect(readText('x'.repeat(10_000_000), 5)).toBeNull()
  })
})

test.each([
  ['Zoë', 'zoe'],
  ['TOMÁS', 'tomas'],
  ['ﬁnn', 'finn'],
  ['İpek', 'ipek'],
  ['Ångström', 'angstrom'],
])('%o compares as %o', (name, folded) => {
  expect(fold(name)).toBe(folded)
})
