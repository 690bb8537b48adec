import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { compose } from '../../../bin/commands/compose.ts'

const SCHEMA = fileURLToPath(new URL('../../../schema', import.meta.url))
let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'concord-compose-'))
  cpSync(SCHEMA, directory, { recursive: true, filter: (path) => !path.endsWith('.ts') })
})
afterEach(() => rmSync(directory, { recursive: true }))

function run(options: { check?: boolean; directory?: string } = {}) {
  let text = ''
  const code = compose({ directory, ...options, stdout: { write: (part: string) => (text += part) } })
  return { code, text }
}
const file = (name: string) => join(directory, name)
const change = (name: string, from: string, to: string) =>
  writeFileSync(file(name), readFileSync(file(name), 'utf8').replace(from, to))

describe('compose --check', () => {
  test('finds what is committed current', () => {
    expect(run({ check: true, directory: SCHEMA })).toEqual({
      code: 0,
      text: 'The graph composes with 5 flows of consented data; everything is current.\n',
    })
  })

  test('names what is not current and writes nothing', () => {
    change('photo.graphql', 'type Query {', 'type Query {\n  "New."\n  photoNew: Int\n')
    const before = readFileSync(file('api.graphql'), 'utf8')
    expect(run({ check: true })).toEqual({
      code: 1,
      text: 'Not current: supergraph.graphql, api.graphql. Run `npm run compose` and commit what it writes.\n',
    })
    expect(readFileSync(file('api.graphql'), 'utf8')).toBe(before)
  })
})

describe('compose', () => {
  test('writes what changed, and leaves the rest alone', () => {
    change('photo.graphql', 'type Query {', 'type Query {\n  "New."\n  photoNew: Int\n')
    const untouched = statSync(file('flows.json')).mtimeMs
    expect(run()).toEqual({
      code: 0,
      text: 'The graph composes with 5 flows of consented data; wrote supergraph.graphql, api.graphql.\n',
    })
    expect(readFileSync(file('api.graphql'), 'utf8')).toContain('photoNew: Int')
    expect(statSync(file('flows.json')).mtimeMs).toBe(untouched)
    expect(run({ check: true }).code).toBe(0)
  })

  test('tells problems and leaves the last good graph', () => {
    change('photo.graphql', 'type Query {', 'type Query {\n  photoNew: Missing\n')
    const before = readFileSync(file('supergraph.graphql'), 'utf8')
    const { code, text } = run()
    expect(code).toBe(1)
    expect(text).toMatch(/^photo\.graphql:\d+:13 {2}INVALID_GRAPHQL\nUnknown type Missing/)
    expect(readFileSync(file('supergraph.graphql'), 'utf8')).toBe(before)
  })

  test('tells what is wrong in subgraphs.yaml', () => {
    change('subgraphs.yaml', 'app: PHOTO', 'app: VIDEO')
    expect(run()).toMatchObject({ code: 1, text: expect.stringContaining('REGISTRY_INVALID') as string })
  })

  test('needs a directory with subgraphs.yaml', () => {
    expect(run({ directory: join(directory, 'nowhere') })).toMatchObject({ code: 2 })
  })
})
