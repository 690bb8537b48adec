import type { ExecutionResult } from 'graphql'
import { describe, expect, it } from 'vitest'
import { cases, seed } from '../../support/long.ts'
import { generateShape } from './generatedShape.ts'
import { withoutAlienErrors, withoutOccasions } from './listedFaults.ts'
import { generateOperation } from './operations.ts'
import { Dice } from './random.ts'
import { startServers, type Asked } from './servers.ts'
import { SHAPES } from './shapes.ts'
import { World, type SupergraphShape } from './world.ts'

/**
 * No single server can say what is right where subgraphs fail as a whole or lose entities: here the stock gateway is the
 * only measure. Shapes with `@requires` are left out, as an absent input is sent as null by us and not at all by stock,
 * and so is `@interfaceObject`, of which stock loses objects anyway.
 */
const isComparable = ({ subgraphs }: SupergraphShape) =>
  !Object.values(subgraphs).some((sdl) => /@requires|@interfaceObject/.test(sdl))
const shapes = [...SHAPES, ...Array.from({ length: cases(3) }, (_, index) => generateShape(`${seed}-${index}`))]

describe.each(shapes.filter(isComparable))('over a supergraph with $name', (shape) => {
  it('what is left is what the stock gateway leaves', { timeout: 600_000 }, async () => {
    const world = new World(shape)
    const { ours, stockWithoutFragments } = await startServers(world)
    for (const asked of operationsOn(world)) {
      const [mine, theirs] = [await ours(asked), await stockWithoutFragments(asked)]
      expect({ asked, ...outcome(mine) }).toEqual({ asked, ...outcome(theirs) })
      // An error at a place that was not asked for is shown where it took something along that was.
      expect(reported(theirs)).toEqual(expect.arrayContaining(reported(mine)))
      expect(reported(mine)).toEqual(expect.arrayContaining(reported(withoutAlienErrors(theirs))))
    }
  })
})

function* operationsOn(world: World): Generator<Asked> {
  const subgraphs = Object.keys(world.shape.subgraphs)
  for (let index = 0; index < cases(6); index++) {
    const name = `${seed}-outage-${world.shape.name}-${index}`
    const dice = new Dice(name)
    const down = dice.chance(0.5) ? { down: dice.pick(subgraphs) } : {}
    const luck = { seed: name, faults: 0.03, losses: 0.2, ...down }
    yield withoutOccasions({ ...generateOperation(world.apiSchema, name), luck }, world)
  }
}

/** The data, and how many calls failed as a whole. */
function outcome({ data, errors = [] }: ExecutionResult): object {
  const calls = errors.filter(
    ({ message, extensions }) => extensions?.['code'] === 'SUBGRAPH_UNREACHABLE' || message.endsWith(' is down'),
  )
  return { data, failedCalls: calls.length }
}

/** The messages of errors that subgraphs reported. */
function reported({ errors = [] }: ExecutionResult): string[] {
  return errors.filter(({ extensions }) => extensions?.['code'] === 'TEST_FAULT').map(({ message }) => message)
}
