import { parse } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { composeGraph } from '../../../schema/compose/compose.ts'
import { modelOfFiles } from '../../../schema/compose/model/fromFiles.ts'
import { modelOfSupergraph } from '../../../schema/compose/model/fromSupergraph.ts'
import { everySelected, isOpenField, isOpenType, type Model } from '../../../schema/compose/model/model.ts'
import { loadSources } from '../../../schema/contract.ts'
import { smallFamily } from '../../support/smallFamily.ts'

const filesOf = ({ subgraphs }: ReturnType<typeof loadSources>) =>
  subgraphs.map((subgraph) => ({ ...subgraph, document: parse(subgraph.source) }))

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

/** What every rule of the flow check goes by. */
function factsOf(model: Model) {
  const owner = (name: string) => model.owners.get(name)?.file.name
  return {
    owners: [...model.entities.keys()].sort(byText).map((name) => `${name} ${owner(name)}`),
    roads: [...model.roads].sort(byText),
    uses: [...model.uses].sort(byText),
    persons: [...model.persons].sort(byText),
    consented: [...model.consented.keys()].sort(byText),
    sealed: [...model.sealed].sort(byText),
    requires: model.sets
      .filter(({ kind }) => kind === 'requires')
      .map(({ field, selections }) => [
        field?.coordinate,
        everySelected(model, selections).map((each) => each.coordinate),
      ])
      .sort(byText),
  }
}

describe.each([
  ['the contract', loadSources()],
  ['the small family', smallFamily()],
])('%s', (_, inputs) => {
  let written: Model
  let composed: Model
  beforeAll(() => {
    const result = composeGraph(inputs)
    if (!result.ok) throw new Error('It must compose')
    written = modelOfFiles(filesOf(inputs as ReturnType<typeof loadSources>))
    composed = modelOfSupergraph(parse(result.supergraphSdl), written)
  })

  test('says the same before and after composing', () => {
    expect(factsOf(composed)).toEqual(factsOf(written))
    expect(factsOf(written).roads.length).toBeGreaterThan(2)
  })

  test('opens what an owner opened, and no person', () => {
    for (const model of [written, composed]) {
      expect(isOpenType(model, 'Photo')).toBe(true)
      expect(isOpenField(model, 'Photo.caption')).toBe(true)
      expect(isOpenType(model, 'PhotoProfile')).toBe(false)
      expect(isOpenField(model, 'PhotoProfile.id')).toBe(false)
    }
  })
})
