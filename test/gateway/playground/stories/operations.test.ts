import { readdirSync, readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { LOOKS, MUTATIONS } from '../../../../gateway/playground/page/stories/operations.ts'
import { nameOf } from '../../../../gateway/playground/page/tour.ts'

const schema = buildSchema(readFileSync(new URL('../../../../schema/api.graphql', import.meta.url), 'utf8'))
const operations = [...Object.values(MUTATIONS), ...LOOKS].map(({ query }) => query)

test.each(operations)('holds in the graph, says what it is for, and fits beside the answer: %s', (query) => {
  expect(validate(schema, parse(query))).toEqual([])
  expect(query).toMatch(/^(# .{5,62}\n){2}(query|mutation) /)
  expect(query.split('\n').filter((line) => line.length > 64)).toEqual([])
})

test('every file is sent, under its name', () => {
  const folder = new URL('../../../../gateway/playground/page/operations/stories', import.meta.url)
  const names = readdirSync(folder).map((file) => file.replace('.graphql', '').toLowerCase())
  expect(new Set(operations.map((query) => nameOf(query)?.toLowerCase()))).toEqual(new Set(names))
})
