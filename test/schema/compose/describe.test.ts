import { parse, print } from 'graphql'
import { expect, test } from 'vitest'
import { describedOnce } from '../../../schema/compose/describe.ts'
import { modelOfFiles } from '../../../schema/compose/model/fromFiles.ts'
import { graphOf } from '../../support/graph.ts'

/** The texts with the descriptions that stay, by subgraph. */
function described(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { subgraphs } = graphOf(texts)
  const model = modelOfFiles(subgraphs.map((subgraph) => ({ ...subgraph, document: parse(subgraph.source) })))
  const files = subgraphs.map((subgraph) => ({ ...subgraph, document: parse(texts[subgraph.name] ?? '') }))
  return Object.fromEntries(
    describedOnce(files, model).map(({ name, document }) => [name, print(document).replaceAll(/\s+/g, ' ')]),
  )
}

test('an entity is described by the subgraph that resolves it', () => {
  const told = described({
    accounts: '"Short." type P @key(fields: "id", resolvable: false) { "Id." id: ID! }',
    photo: '"Long." type P @key(fields: "id") { "The id." id: ID! "A." a("How many." first: Int): Int }',
  })
  expect(told['accounts']).toBe('type P @key(fields: "id", resolvable: false) { id: ID! }')
  expect(told['photo']).toContain('"Long."')
  expect(told['photo']).toContain('"How many." first')
})

test('who extends an entity says nothing in place of its owner, though registered earlier', () => {
  const told = described({
    early: 'extend type P @key(fields: "id") { "Bad." id: ID! "Stars." stars: Int }',
    owner: '"Good." type P @key(fields: "id") { "The id." id: ID! }',
  })
  expect(told['early']).toBe('extend type P @key(fields: "id") { id: ID! "Stars." stars: Int }')
  expect(told['owner']).toContain('"The id."')
})

test('what all share is described by accounts, what it leaves by whoever comes first', () => {
  const told = described({
    photo: '"Photo." enum E { "PA." A }',
    accounts: '"All." enum E { A }',
    partner: '"Ours." enum E { "OA." A }',
  })
  expect(told).toEqual({
    photo: 'enum E { "PA." A }',
    accounts: '"All." enum E { A }',
    partner: 'enum E { A }',
  })
})

test('a partner that many repeat cannot change what an owner says', () => {
  const stub = '"Bad." type P @key(fields: "id", resolvable: false) { id: ID! }'
  const told = described({ photo: '"Good." type P @key(fields: "id") { id: ID! }', a: stub, b: stub, c: stub })
  expect(Object.values(told).join()).not.toContain('Bad')
})
