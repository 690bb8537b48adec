import { Kind, parse } from 'graphql'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CONSENT_DIRECTIVES } from '../../schema/consentSpec.ts'

test('the consent spec defines five directives, each described with an example of itself', () => {
  const document = parse(readFileSync(new URL('../../schema/consent.graphql', import.meta.url), 'utf8'))
  expect([...CONSENT_DIRECTIVES.keys()]).toEqual(['person', 'consented', 'uses', 'sealed', 'open'])
  for (const node of document.definitions) {
    if (node.kind !== Kind.DIRECTIVE_DEFINITION) throw new Error(`It holds a ${node.kind}`)
    const [, example = ''] = node.description?.value.split('\n\n') ?? []
    expect(example).toContain(`@${node.name.value}`)
    expect(() => parse(example.startsWith('    type') ? example : `type T { ${example} }`)).not.toThrow()
  }
})

test('a definition is compared on one line, without descriptions', () => {
  expect(CONSENT_DIRECTIVES.get('consented')).toBe('directive @consented(from: String!, purpose: String!) on OBJECT')
})
