import * as fc from 'fast-check'
import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { measure } from '../../../gateway/admit/measure.ts'
import { scan } from '../../../gateway/admit/scan.ts'
import { DEFAULT_LIMITS } from '../../../gateway/options.ts'

const measured = (text: string): object => measure(parse(text))
const tokens = (text: string, limits = {}): number => scan(text, { ...DEFAULT_LIMITS, ...limits })

describe('measure', () => {
  test.each<[string, object]>([
    ['{ a }', { depth: 1, aliases: 0, rootFields: 1, fields: 1, directives: 0 }],
    ['{ a { b { c } } d }', { depth: 3, aliases: 0, rootFields: 2, fields: 4, directives: 0 }],
    ['{ x: a { y: b } }', { depth: 2, aliases: 2, rootFields: 1, fields: 2, directives: 0 }],
    ['query @live { a @skip(if: true) { ... @defer { b @x @y } } }', { depth: 2, fields: 2, directives: 5 }],
    ['{ ... { ... { a } } }', { depth: 1, rootFields: 1, fields: 1 }],
  ])('%s', (text, expected) => {
    expect(measured(text)).toMatchObject(expected)
  })

  test('a fragment counts at every place where it is spread', () => {
    expect(measured('{ a { ...F } b { ...F } } fragment F on T { x: c d { e } }')).toEqual({
      depth: 3,
      aliases: 2,
      rootFields: 2,
      fields: 8,
      directives: 0,
    })
  })

  test('of several operations the largest counts', () => {
    expect(measured('query A { a b c } query B { a { b } }')).toMatchObject({ depth: 2, rootFields: 3, fields: 3 })
  })

  test('fragments in a circle, unknown ones and doubling ones end', () => {
    expect(measured('{ ...F } fragment F on T { a { ...G } } fragment G on T { b { ...F } }')).toMatchObject({
      depth: 2,
    })
    expect(measured('{ ...Nobody }')).toMatchObject({ fields: 0 })
    const doubling = Array.from({ length: 200 }, (_, i) => `fragment F${i} on T { ...F${i + 1} ...F${i + 1} }`).join(
      ' ',
    )
    expect(measured(`{ ...F0 } ${doubling} fragment F200 on T { a }`)).toMatchObject({ fields: 2 ** 200 })
  })

  test('what is written out is measured as what is spread', () => {
    const selections = fc.letrec<{ set: string }>((tie) => ({
      set: fc
        .array(
          fc.oneof(
            { maxDepth: 4 },
            fc.constantFrom('a', 'x: b'),
            tie('set').map((set) => `c { ${set} }`),
          ),
          { minLength: 1, maxLength: 4 },
        )
        .map((all) => all.join(' ')),
    })).set
    fc.assert(
      fc.property(selections, (set) => {
        expect(measured(`{ a { ...F } ...F } fragment F on T { ${set} }`)).toEqual(measured(`{ a { ${set} } ${set} }`))
      }),
    )
  })
})

describe('scan', () => {
  test('counts tokens as graphql-js does', () => {
    const text = '{ a(b: "text", c: [1, $d]) { e } } # a comment'
    expect(tokens(text)).toBe(parse(text).tokenCount)
    expect(tokens('{ a b c }', { tokens: 5 })).toBe(5)
    expect(() => tokens('{ a b c d }', { tokens: 5 })).toThrow('at most 5 tokens')
  })

  test('counts aliases, not the colons of arguments, variables and objects', () => {
    const text = 'query ($a: Int, $b: I = {c: 1}) { x: f(a: $a, b: {c: {d: 1}}) { y: g } }'
    expect(tokens(text, { aliases: 2 })).toBeGreaterThan(0)
    expect(() => tokens(text, { aliases: 1 })).toThrow('at most 1 aliases')
  })

  test('each definition has its own aliases', () => {
    expect(tokens('query A { x: a } query B { x: a } fragment F on T { x: a }', { aliases: 1 })).toBe(23)
  })

  test('stops where the limit is, whatever comes after it', () => {
    expect(() => tokens('{ a b c d " unterminated', { tokens: 3 })).toThrow('at most 3 tokens')
  })
})
