import { expect, test } from 'vitest'
import { canonicalJson } from '../../../../subgraphs/runtime/json/canonicalJson.ts'

test('members are sorted and numbers have one spelling (RFC 8785)', () => {
  expect(canonicalJson({ b: [1.0, 1e3, 'é'], a: { d: null, c: true } })).toBe(
    '{"a":{"c":true,"d":null},"b":[1,1000,"é"]}',
  )
})

test('what JSON cannot hold is refused', () => {
  expect(() => canonicalJson(undefined)).toThrow('A canonical text needs a JSON value, but got: undefined.')
})
