import { readFileSync } from 'node:fs'
import { buildSchema, parse, print, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { FIRST_TABS, isShareAsWritten, shareVariables } from '../../../gateway/playground/page/tabs.ts'

const schema = buildSchema(readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'))
const operation = (name: string): string =>
  readFileSync(new URL(`../../support/operations/${name}.graphql`, import.meta.url), 'utf8')

describe('the first tabs', () => {
  const queries = FIRST_TABS.map(({ query }) => query)

  test('are the operations that always work, as written, and one over three apps', () => {
    const [home, feed, , share] = queries.map((query) => print(parse(query)))
    expect([home, feed, share]).toEqual(['home', 'feed', 'share'].map((name) => print(parse(operation(name)))))
    expect(queries[2]).toMatch(/messengerMe[^]*photoMe[^]*socialMe/)
  })

  test.each(queries)('hold in the graph, and fit beside the answer: %s', (query) => {
    expect(validate(schema, parse(query))).toEqual([])
    expect(query.split('\n').filter((line) => line.length > 64)).toEqual([])
  })

  test('share a status under a key of its own', () => {
    const { input } = JSON.parse(shareVariables('AbCdEfGhIjKlMnOp')) as { input: object }
    expect(input).toMatchObject({ statusId: 'AbCdEfGhIjKlMnOp', idempotencyKey: 'playground-AbCdEfGhIjKl' })
  })
})

describe('variables of Share', () => {
  test.each([
    [shareVariables('anything'), true],
    [shareVariables('anything').replace('Nearly there.', 'There!'), false],
    [shareVariables('anything').replace('anything', 'else'), false],
    ['{ "input": null }', false],
    ['{ "input": { "statusId": 1 } }', false],
    ['null', false],
    ['{ "input":', false],
    ['', false],
  ])('%s are as the page wrote them: %s', (variables, expected) => {
    expect(isShareAsWritten(variables)).toBe(expected)
  })
})
