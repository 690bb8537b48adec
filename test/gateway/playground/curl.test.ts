import { execFileSync } from 'node:child_process'
import { sample, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asCurl, type Asked } from '../../../gateway/playground/page/curl.ts'

const plain: Asked = { origin: 'http://127.0.0.1:4000', query: '{ viewer { app } }', token: null }

/** The arguments that a POSIX shell hands to curl. */
function argumentsOf(command: string): string[] {
  const script = `curl() { for each in "$@"; do printf '%s\\0' "$each"; done; }\n${command}`
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}

describe('a request as a curl command', () => {
  test('is one that people can read', () => {
    expect(asCurl({ ...plain, token: 'ey.x' })).toBe(
      [
        `curl 'http://127.0.0.1:4000/graphql' \\`,
        `  -H 'content-type: application/json' \\`,
        `  -H 'authorization: Bearer ey.x' \\`,
        `  --data-binary '{"query":"{ viewer { app } }"}'`,
      ].join('\n'),
    )
  })

  test('names the operation and the variables where there are some', () => {
    const variables = { input: { text: 'it\'s "so"\n$HOME `id`' } }
    const body = argumentsOf(asCurl({ ...plain, operationName: 'Share', variables })).at(-1)
    expect(JSON.parse(body ?? '')).toEqual({ query: plain.query, operationName: 'Share', variables })
  })

  test('lets headers of one’s own win', () => {
    const headers = { Authorization: 'Bearer mine', 'concord-consent-notes': 1 }
    const given = argumentsOf(asCurl({ ...plain, token: 'ey.x', headers })).filter((part) => part.includes(': '))
    expect(given).toEqual(['content-type: application/json', 'Authorization: Bearer mine', 'concord-consent-notes: 1'])
  })

  test('reaches the server unchanged, whatever stands in the query', () => {
    const queries = sample(string({ unit: 'grapheme' }), { numRuns: 40, seed: 9 })
    const script = queries.map((query) => asCurl({ ...plain, query })).join('\n')
    const bodies = argumentsOf(script).filter((_argument, index) => index % 5 === 4)
    expect(bodies.map((body) => (JSON.parse(body) as { query: string }).query)).toEqual(queries)
  })
})
