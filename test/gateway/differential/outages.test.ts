import { isDeepStrictEqual } from 'node:util'
import { parse, validate, type ExecutionResult } from 'graphql'
import { describe, expect, it } from 'vitest'
import { cases, seed } from '../../support/long.ts'
import { reportOn } from './check.ts'
import { generateShape } from './generatedShape.ts'
import { withoutAlienErrors, withoutOccasions } from './listedFaults.ts'
import { generateOperation } from './operations.ts'
import { Dice } from './random.ts'
import { startServers, type Asked, type Servers } from './servers.ts'
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
    const servers = await startServers(world)
    for (const asked of operationsOn(world)) {
      expect(await reportOn(asked, world, servers, problemWithRest)).toBeUndefined()
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
    yield { ...generateOperation(world.apiSchema, name), luck }
  }
}

/**
 * What we leave must be what the stock gateway leaves, where none of its listed faults shows: unless the planner, for which
 * our aliases are other ones, found another way of the same cost, on which other things are lost.
 */
async function problemWithRest(asked: Asked, world: World, servers: Servers): Promise<string | undefined> {
  if (validate(world.apiSchema, parse(asked.text)).length > 0) return undefined
  const plain = withoutOccasions(asked, world)
  const [ours, ownWay] = [await servers.ours(plain), servers.fetched()]
  const [stock, way] = [await servers.mendedStock(plain), servers.fetched()]
  return isDeepStrictEqual(ownWay, way) ? difference(ours, stock) : undefined
}

function difference(ours: ExecutionResult, stock: ExecutionResult): string | undefined {
  if (!isDeepStrictEqual(ours.data, stock.data)) return 'the data are not what the stock gateway leaves'
  if (failedCalls(ours) !== failedCalls(stock)) return 'not as many calls failed as on the stock gateway'
  if (!isWithin(reported(ours), reported(stock))) return 'we show errors that the stock gateway does not'
  // An error at a place that was not asked for is shown where it took something along that was.
  if (!isWithin(reported(withoutAlienErrors(stock)), reported(ours))) return 'we hide errors of subgraphs'
  return undefined
}

/** How many calls failed as a whole. */
function failedCalls({ errors = [] }: ExecutionResult): number {
  return errors.filter(
    ({ message, extensions }) => extensions?.['code'] === 'SUBGRAPH_UNREACHABLE' || message.endsWith(' is down'),
  ).length
}

/** The messages of errors that subgraphs reported. */
function reported({ errors = [] }: ExecutionResult): readonly string[] {
  return errors.filter(({ extensions }) => extensions?.['code'] === 'TEST_FAULT').map(({ message }) => message)
}

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((one) => whole.includes(one))
}
