import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RETRYABLE } from '../../../../subgraphs/runtime/errors/registry.ts'

test('the README tells clients to send again what may be sent again, and nothing else', () => {
  const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8')
  const listed = /const again = \[([^\]]*)\]/.exec(readme)?.[1] ?? ''
  expect(new Set([...listed.matchAll(/'(\w+)'/g)].map(([, code]) => code))).toEqual(new Set(RETRYABLE))
})
