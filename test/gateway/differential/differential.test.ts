import { parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { cases, seed } from '../../support/long.ts'
import { nulledPlaces, sameAnswer, sameAsStock } from './compare.ts'
import { generateShape } from './generatedShape.ts'
import { LISTED_FAULTS } from './listedFaults.ts'
import { generateOperation } from './operations.ts'
import { startServers, type Asked, type Servers } from './servers.ts'
import { SHAPES } from './shapes.ts'
import { shrink } from './shrink.ts'
import { World } from './world.ts'

const GENERATED = Array.from({ length: cases(6) }, (_, index) => generateShape(`${seed}-${index}`))
const OPERATIONS_PER_SHAPE = cases(22)

/**
 * Generated operations over several supergraphs: our engine must answer what one graphql-js server answers that knows
 * all the data, and what the stock gateway answers, unless that shows a fault that is listed.
 */
describe.each([...SHAPES, ...GENERATED])('over a supergraph with $name', (shape) => {
  it(`answers as the specification and the stock gateway do`, { timeout: 600_000 }, async () => {
    const world = new World(shape)
    const servers = await startServers(world)
    for (const asked of operationsOn(world)) {
      const problem = await problemWith(asked, world, servers)
      if (!problem) continue
      const smallest = await shrink(
        asked,
        async (smaller) => (await problemWith(smaller, world, servers)) !== undefined,
      )
      expect.fail(await reportOn(smallest, world, servers))
    }
  })
})

/** Odd ones meet data with faults in them. */
function* operationsOn(world: World): Generator<Asked> {
  for (let index = 0; index < OPERATIONS_PER_SHAPE; index++) {
    const name = `${seed}-${world.shape.name}-${index}`
    yield { ...generateOperation(world.apiSchema, name), luck: { seed: name, faults: index % 2 === 0 ? 0 : 0.06 } }
  }
}

async function problemWith(asked: Asked, world: World, servers: Servers): Promise<string | undefined> {
  if (validate(world.apiSchema, parse(asked.text)).length > 0) return undefined
  const [ours, stock] = [await servers.ours(asked), await servers.stock(asked)]
  // The plan may fetch for one type what was asked of another; when that fails, no gateway can tell what it hides.
  const lenient = asked.luck.faults > 0 && sameAnswer(ours, stock)
  if (!lenient && !sameAnswer(ours, await servers.monolith(asked))) return 'our answer is not that of one server'
  if (sameAsStock(ours, stock)) return undefined
  const difference = { world, asked, ours, stock, servers }
  for (const fault of LISTED_FAULTS) if (await fault.explains(difference)) return undefined
  return 'the stock gateway answers something else, and no listed fault explains it'
}

async function reportOn(asked: Asked, world: World, servers: Servers): Promise<string> {
  const lines = [await problemWith(asked, world, servers), `seed ${asked.luck.seed}, faults ${asked.luck.faults}`]
  lines.push(asked.text, JSON.stringify(asked.variables))
  for (const name of ['ours', 'monolith', 'stock'] as const) {
    const result = await servers[name](asked)
    lines.push(`${name}: ${JSON.stringify(result)}`, `  null for errors: ${nulledPlaces(result).join(' ')}`)
  }
  return lines.join('\n')
}
