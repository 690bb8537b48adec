import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { ownersOf } from '../../../gateway/plan/owners.ts'
import { loadSupergraph } from '../../../gateway/plan/supergraph.ts'
import { modelOfFiles } from '../../../schema/compose/model/fromFiles.ts'
import { loadContract, loadSources } from '../../../schema/contract.ts'
import { mapValues } from '../differential/data.ts'
import { compose } from '../engine/graph.ts'

/** Type → owner, of subgraphs that are all partners, registered in this order. */
function owners(sdls: Readonly<Record<string, string>>, registered = Object.keys(sdls)): object {
  const supergraph = loadSupergraph(compose(mapValues(sdls, (sdl) => ({ sdl }))))
  return Object.fromEntries(
    ownersOf(
      supergraph,
      registered.map((name) => ({ name })),
    ),
  )
}

const thing = 'type Thing @key(fields: "id") { id: ID! name: String }'
const stars = 'extend type Thing @key(fields: "id") { id: ID! stars: Int }'

describe('an entity is owned by', () => {
  test('who defines it, though who extends it is registered earlier', () => {
    expect(owners({ stars, shop: `type Query { thing: Thing } ${thing}` })).toEqual({ Thing: 'shop' })
  })

  test('who resolves it: not by whom it is only named', () => {
    const door = 'type Query { thing: Thing } type Thing @key(fields: "id", resolvable: false) { id: ID! }'
    expect(owners({ door, shop: thing })).toEqual({ Thing: 'shop' })
  })

  test('nobody, where nobody of the registry resolves it', () => {
    expect(owners({ shop: `type Query { thing: Thing } ${thing}` }, [])).toEqual({})
  })
})

test('an entity of the contract has the same owner for the gateway as for the composer', () => {
  const { supergraphSdl, subgraphs } = loadContract()
  const files = loadSources().subgraphs.map((one) => ({ ...one, document: parse(one.source) }))
  const composer = [...modelOfFiles(files).entities].map(([type, { file }]) => `${type} ${file.name}`)
  const gateway = [...ownersOf(loadSupergraph(supergraphSdl), subgraphs)].map((entry) => entry.join(' '))
  expect(new Set(gateway)).toEqual(new Set(composer))
  expect(gateway).toContain('SocialProfile social')
})
