import { Kind, parse, type ObjectTypeDefinitionNode } from 'graphql'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalSdl, sdlDigest } from '../../../schema/compose/flows.ts'
import { loadContract } from '../../../schema/contract.ts'

function typeIn(text: string): ObjectTypeDefinitionNode {
  const node = parse(text).definitions.find((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION)
  if (node === undefined) throw new Error('no type')
  return node
}

const SIGNALS = 'type S @key(fields: "grant") @consented(from: "m", purpose: "ADS") { grant: Grant! topics: [Topic!]! }'

describe('the digest of a consented type', () => {
  test('is that of its canonical SDL', () => {
    const canonical =
      'type S @consented(from: "m", purpose: "ADS") @key(fields: "grant") {\n  grant: Grant!\n  topics: [Topic!]!\n}\n'
    expect(canonicalSdl(typeIn(SIGNALS))).toBe(canonical)
    expect(sdlDigest(typeIn(SIGNALS))).toBe(createHash('sha256').update(canonical).digest('base64url'))
  })

  test.each([
    [
      'descriptions',
      '"New." type S @key(fields: "grant") @consented(from: "m", purpose: "ADS") { "New." grant: Grant! topics: [Topic!]! }',
    ],
    [
      'the order of directives and arguments',
      'type S @consented(purpose: "ADS", from: "m") @key(fields: "grant") { grant: Grant! topics: [Topic!]! }',
    ],
    [
      'the order of fields and blanks',
      'type S @key(fields: "grant") @consented(from: "m", purpose: "ADS")\n{\n topics: [Topic!]!\n\n grant: Grant! }',
    ],
  ])('is the same with other %s', (_, text) => {
    expect(sdlDigest(typeIn(text))).toBe(sdlDigest(typeIn(SIGNALS)))
  })

  test.each([
    ['a field more', SIGNALS.replace('topics', 'mood: Int topics')],
    ['another type of a field', SIGNALS.replace('[Topic!]!', '[String!]!')],
    ['another purpose', SIGNALS.replace('ADS', 'IMPROVE')],
  ])('is another with %s', (_, text) => {
    expect(sdlDigest(typeIn(text))).not.toBe(sdlDigest(typeIn(SIGNALS)))
  })
})

test('each row of flows.json leads from a source to a recipient that has the permit', () => {
  const { flows, subgraphs, notices } = loadContract()
  expect(flows).toHaveLength(5)
  for (const { to, from, purpose, noticeVersion } of flows) {
    expect(subgraphs.find(({ name }) => name === to)?.permits).toContainEqual({ from, purpose })
    expect(notices).toContainEqual(expect.objectContaining({ to, from, purpose, version: noticeVersion }))
  }
})
