import { describe, expect, it } from 'vitest'
import { cases, seed } from '../../support/long.ts'
import { reportOn } from './check.ts'
import { generateShape } from './generatedShape.ts'
import { generateOperation } from './operations.ts'
import { startServers, type Asked } from './servers.ts'
import { SHAPES } from './shapes.ts'
import { World } from './world.ts'

const GENERATED = Array.from({ length: cases(6) }, (_, index) => generateShape(`${seed}-${index}`))
const OPERATIONS_PER_SHAPE = cases(18)

describe.each([...SHAPES, ...GENERATED])('over a supergraph with $name', (shape) => {
  it(
    'generated operations are answered as the specification and the stock gateway do',
    { timeout: 600_000 },
    async () => {
      const world = new World(shape)
      const servers = await startServers(world)
      for (const asked of operationsOn(world)) {
        expect(await reportOn(asked, world, servers)).toBeUndefined()
      }
    },
  )
})

/** Odd ones meet data with faults in them. */
function* operationsOn(world: World): Generator<Asked> {
  for (let index = 0; index < OPERATIONS_PER_SHAPE; index++) {
    const name = `${seed}-${world.shape.name}-${index}`
    yield { ...generateOperation(world.apiSchema, name), luck: { seed: name, faults: index % 2 === 0 ? 0 : 0.06 } }
  }
}
