import { isDeepStrictEqual } from 'node:util'
import { parse, validate } from 'graphql'
import { nulledPlaces, sameAnswer, sameAsStock } from './compare.ts'
import { LISTED_FAULTS } from './listedFaults.ts'
import type { Asked, Servers } from './servers.ts'
import { shrink } from './shrink.ts'
import type { World } from './world.ts'

/** What is wrong with our answer, if anything. */
type Check = (asked: Asked, world: World, servers: Servers) => Promise<string | undefined>

/**
 * Undefined where there is no problem; else the problem, on the smallest operation that can be made of this one, with all
 * that is needed to run it again.
 */
export async function reportOn(
  asked: Asked,
  world: World,
  servers: Servers,
  problemWith: Check = problemWithAnswer,
): Promise<string | undefined> {
  if (!(await problemWith(asked, world, servers))) return undefined
  const smallest = await shrink(asked, async (smaller) => (await problemWith(smaller, world, servers)) !== undefined)
  const lines = [await problemWith(smallest, world, servers), JSON.stringify(smallest.luck)]
  lines.push(smallest.text, JSON.stringify(smallest.variables))
  for (const name of ['ours', 'monolith', 'stock', 'mendedStock'] as const) {
    const result = await servers[name](smallest)
    lines.push(`${name}: ${JSON.stringify(result)}`, `  null for errors: ${nulledPlaces(result).join(' ')}`)
  }
  return lines.join('\n')
}

/**
 * Our answer must be what one graphql-js server answers that knows all the data, and what the stock gateway answers,
 * unless that shows a fault that is listed.
 */
async function problemWithAnswer(asked: Asked, world: World, servers: Servers): Promise<string | undefined> {
  if (validate(world.apiSchema, parse(asked.text)).length > 0) return undefined
  const [ours, stock] = [await servers.ours(asked), await servers.stock(asked)]
  // The plan may fetch for one type what was asked of another; when that fails, no gateway can tell what it hides.
  const lenient = asked.luck.faults > 0 && isDeepStrictEqual(ours.data, stock.data)
  if (!lenient && !sameAnswer(ours, await servers.monolith(asked))) return 'our answer is not that of one server'
  if (sameAsStock(ours, stock)) return undefined
  const difference = { world, asked, ours, stock, servers }
  for (const fault of LISTED_FAULTS) if (await fault.explains(difference)) return undefined
  return 'the stock gateway answers something else, and no listed fault explains it'
}
