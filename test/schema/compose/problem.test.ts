import { parse, Source } from 'graphql'
import { describe, expect, test } from 'vitest'
import { codeFrame, formatProblems, placeOf, problemAt } from '../../../schema/compose/problem.ts'

const text = 'type A {\n  one: Int\n}\ntype B {\n  "Described."\n  two: Int\n}\n'
const source = new Source(text, 'a.graphql')
const at = (word: string) => ({ source, offset: text.indexOf(word) })

describe('codeFrame', () => {
  test('shows two lines around, numbered, with a mark below the column', () => {
    expect(codeFrame(at('B'))).toBe(
      [
        '  2 |   one: Int',
        '  3 | }',
        '> 4 | type B {',
        '    |      ^',
        '  5 |   "Described."',
        '  6 |   two: Int',
      ].join('\n'),
    )
  })

  test('at the edges shows what there is', () => {
    expect(codeFrame(at('type A'))).toMatch(/^> 1 \| type A \{\n {4}\| \^\n {2}2/)
    expect(codeFrame({ source: new Source('', 'b'), offset: 0 })).toBe('> 1 |\n    | ^')
  })

  test('of a long line shows the part around the column', () => {
    const long = new Source(`${'a'.repeat(500)}X${'b'.repeat(500)}`, 'long')
    const [line = '', mark = ''] = codeFrame({ source: long, offset: 500 }).split('\n')
    expect(line.length).toBeLessThan(180)
    expect(line[mark.indexOf('^')]).toBe('X')
  })
})

test('the place of a definition is its name, not its description', () => {
  const [, b] = parse(source).definitions
  const field = b && 'fields' in b ? b.fields?.[0] : undefined
  expect(field && placeOf(field)).toEqual(at('two'))
})

test('formatProblems tells place, code, sentence, words, frame, other places, hint, patch and the count', () => {
  const problem = problemAt({
    code: 'SOME_CODE',
    message: 'It must hold.',
    detail: 'But it\ndoes not.',
    hint: 'Do this.',
    patch: '--- a/x\n+++ b/x\n',
    at: at('B'),
    related: [at('A {')],
  })
  expect(formatProblems([problem])).toBe(
    [
      'a.graphql:4:6  SOME_CODE\nIt must hold.\n  But it\n  does not.',
      problem.frame,
      'See also: a.graphql:1:6\nTo mend it: Do this.',
      '  --- a/x\n  +++ b/x',
      '1 problem',
    ].join('\n\n'),
  )
  expect(formatProblems([problem, problem])).toMatch(/\n\n2 problems$/)
})
