import { Kind, parse, type DocumentNode, type FieldNode, type SelectionSetNode } from 'graphql'
import { describe, expect, test } from 'vitest'
import { labelledStack } from './support/labelled.ts'
import { leaks } from './support/oracle.ts'
import { BEN, DEV, usingBoth, type SideBySide } from './support/sideBySide.ts'

/** B16: fragments, `@skip` and `@include`, `@defer`. Who guards by reading the client's document must read all of it. */
const both = usingBoth()

/** Whether a document asks `topics`, as a guard would look: at the fields of the fields of an operation. */
function asksTopics(document: DocumentNode): boolean {
  const fieldsOf = (node: { readonly selectionSet?: SelectionSetNode | undefined }): readonly FieldNode[] =>
    (node.selectionSet?.selections ?? []).flatMap((one) => (one.kind === Kind.FIELD ? [one] : []))
  const [operation] = document.definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return false
  return fieldsOf(operation).some((root) => fieldsOf(root).some(({ name }) => name.value === 'topics'))
}

describe('B16: a guard that reads the fields of an operation', () => {
  test.each([
    '{ person(id: "ben") { ...F } } fragment F on Person { topics }',
    '{ person(id: "ben") { ... on Person @include(if: true) { topics } } }',
    '{ person(id: "ben") { ... @skip(if: false) { ... { topics } } } }',
  ])('sees the plain one, and not: %s', async (query) => {
    const stack = await labelledStack()
    expect([asksTopics(parse('{ person(id: "ben") { topics } }')), asksTopics(parse(query))]).toEqual([true, false])
    expect((await stack.ask(query)).data).toEqual({ person: { topics: ['CHESS'] } })
  })
})

const ASKED: readonly (readonly [query: string, variables: Record<string, boolean>])[] = [
  ['{ socialMe { ...F } } fragment F on SocialProfile { ads { basis } }', {}],
  ['{ socialMe { ... on Profile { ... on SocialProfile { ads { basis } } } } }', {}],
  ['{ viewer { profile { ... on Node { ... on SocialProfile { ads { basis } } } } } }', {}],
  ['query ($yes: Boolean!) { socialMe { ... @include(if: $yes) { ads { basis } } } }', { yes: true }],
  [
    'query ($no: Boolean!) { socialMe { ads @skip(if: $no) { ...F @include(if: true) } } } fragment F on Ad { basis }',
    { no: false },
  ],
  [
    'query ($a: Boolean!, $b: Boolean!) { ... @include(if: $a) { socialMe { ads { basis } } } socialMe { ads @skip(if: $b) { basis } } }',
    { a: true, b: true },
  ],
]
const adsIn = (data: { socialMe?: { ads: unknown }; viewer?: { profile: { ads: unknown } } }) =>
  (data.socialMe ?? data.viewer?.profile)?.ads
const inputs = (asked: Awaited<ReturnType<SideBySide['ours']>>) =>
  asked
    .to('social')
    .flatMap(({ representations }) => representations)
    .filter((one) => 'messengerAdSignals' in one)

describe('B16: ours', () => {
  test.each(ASKED)('brings the recipient the same, null where it is refused: %s', async (query, variables) => {
    for (const by of [DEV, BEN]) {
      const plain = await both().ours('{ socialMe { ads { basis } } }', { by })
      const asked = await both().ours(query, { by, variables })
      expect(adsIn(asked.data)).toEqual(plain.data.socialMe.ads)
      expect(inputs(asked)).toEqual(inputs(plain))
      expect(leaks(both().graph, asked)).toEqual([])
    }
  })

  test.each([
    ['query ($no: Boolean!) { socialMe { id ... @include(if: $no) { ads { basis } } } }', { no: false }],
    ['query ($yes: Boolean!) { socialMe { id ads @skip(if: $yes) { basis } } }', { yes: true }],
  ])('asks neither road nor source for what is left out: %s', async (query, variables) => {
    const asked = await both().ours(query, { by: DEV, variables })
    expect(asked.calls.map(({ subgraph }) => subgraph)).toEqual(['social'])
    expect(asked.data.socialMe).not.toHaveProperty('ads')
  })

  test('has @defer off: all comes at once, decided once, and nothing later on a stream', async () => {
    const accept = 'multipart/mixed; deferSpec=20220824, multipart/mixed; incrementalSpec=v0.2, application/json'
    const plain = await both().ours('{ socialMe { id ads { basis } } }', { by: DEV })
    const query = '{ socialMe { id ... @defer { ads { basis } } } }'
    const deferred = await both().ours(query, { by: DEV, headers: { accept } })
    expect(deferred.text).toBe(plain.text)
    expect(deferred.calls.map(({ subgraph }) => subgraph)).toEqual(plain.calls.map(({ subgraph }) => subgraph))
    const { headers } = await both().graph.ask(query, { by: DEV, headers: { accept } })
    expect(headers.get('content-type')).toContain('application/json')
  })
})
