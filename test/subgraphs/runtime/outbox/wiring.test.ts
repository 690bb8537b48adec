import { expect, test } from 'vitest'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { defineSubgraph } from '../../../../subgraphs/runtime/subgraph/defineSubgraph.ts'
import type { Subgraph, SubgraphPorts } from '../../../../subgraphs/runtime/subgraph/subgraph.ts'
import { testIds } from '../../../support/subgraphTester.ts'
import { keptLog, postOffice } from './parcels.ts'

type Waiting = Pick<Subgraph, 'outbox' | 'stop'>

function defined(waiting: Waiting, { clock }: Pick<SubgraphPorts, 'clock'>): Subgraph {
  const sdl = 'type Query { up: Boolean }'
  const ports = { clock, random: createSeededRandom('a'), ids: testIds('post'), log: keptLog() }
  return defineSubgraph({ name: 'post', sdl, resolvers: {}, ports, loaders: () => ({}), ...waiting })
}

test('a subgraph has the outbox that it was given; stopping it ends its work first, and then writes what waits', async () => {
  const order: string[] = []
  const office = postOffice({ act: async () => void order.push('tried') })
  const stop = async (): Promise<void> => void order.push('written')
  const subgraph = defined({ outbox: office.outbox, stop }, office)
  await office.put('a', 'red')
  subgraph.outbox?.start()
  await office.clock.advance(0)
  await subgraph.stop?.()
  expect(order).toEqual(['tried', 'written'])
  expect(office.clock.waiting()).toEqual([])
})

test('a subgraph where nothing waits has neither outbox nor stop', () => {
  const subgraph = defined({}, postOffice())
  expect(subgraph).not.toHaveProperty('outbox')
  expect(subgraph).not.toHaveProperty('stop')
})
