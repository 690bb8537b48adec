import { Kind, parse } from 'graphql'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CONSENT_DIRECTIVES } from '../../schema/consentSpec.ts'
import { toldOf } from '../support/graph.ts'
import { smallFamily, SMALL_FAMILY } from '../support/smallFamily.ts'

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

/** The example of a directive, as it is printed. */
function exampleOf(name: string): string {
  const text = readFileSync(new URL('../../schema/consent.graphql', import.meta.url), 'utf8')
  const definition = parse(text).definitions.find((node) => 'name' in node && node.name?.value === name)
  if (definition?.kind !== Kind.DIRECTIVE_DEFINITION) throw new Error(`There is no @${name}`)
  return definition.description?.value.split('\n\n')[1] ?? ''
}

test('the examples together make a graph that keeps every rule', () => {
  const { messenger = '', photo = '', social = '' } = SMALL_FAMILY
  const without = (text: string, pattern: RegExp) => text.replace(pattern, '')
  const texts = {
    ...SMALL_FAMILY,
    messenger: `${messenger}${exampleOf('sealed')}`,
    photo: [
      without(photo, /^type (PhotoProfile|PhotoAdSignals|Photo) [^}]*}/gm),
      ...['person', 'consented', 'open'].map(exampleOf),
    ].join('\n'),
    social: without(social, /^type MessengerAdSignals [^}]*}|^ +messengerAdSignals: .*$/gm).replace(
      /^ +ads: .*$/m,
      exampleOf('uses'),
    ),
  }
  expect(texts.social).not.toBe(social)
  expect(toldOf({ ...smallFamily(texts), notices: smallFamily().notices })).toEqual([])
})

test('a definition is compared on one line, without descriptions', () => {
  expect(CONSENT_DIRECTIVES.get('consented')).toBe('directive @consented(from: String!, purpose: String!) on OBJECT')
})
