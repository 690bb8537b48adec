import { parse, validate } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadContract } from '../../../schema/contract.ts'
import { cases, seed } from '../../support/long.ts'
import { reportOn } from './check.ts'
import { generateOperation } from './operations.ts'
import { startServers, type Asked, type Servers } from './servers.ts'
import { World } from './world.ts'

/** The operations of graph.md that must always work. */
const OPERATIONS: Readonly<Record<string, Omit<Asked, 'luck'>>> = {
  Home: {
    text: `query Home { viewer { app profile { id displayName ... on MessengerProfile { statuses(first: 3) { nodes { id expiresAt
        crosspost { state deliveries { app state } } } } } }
      account { links { app state profile { displayName ... on PhotoProfile { username posts(first: 3) { nodes { caption likeCount } } }
        ... on SocialProfile { ads(first: 2) { title basis why } } } } consents { to purpose granted } } } }`,
    variables: {},
  },
  Share: {
    text: `mutation Share($input: CrosspostStatusInput!) { crosspostStatus(input: $input) { crosspost { id state deliveries { app state } }
      errors { code message } } }`,
    variables: { input: { statusId: 's', targets: ['PHOTO', 'SOCIAL'], text: 'x', idempotencyKey: 'k' } },
  },
  Feed: {
    text: `query Feed { photoFeed(first: 20) { nodes { caption likeCount author { displayName avatar { url } } }
      pageInfo { hasNextPage endCursor } } }`,
    variables: {},
  },
}

/** Computed from consented data: made-up values are of no time, so ours sends null where the stock gateway sends them. */
const COMPUTED = /\b(ads|suggestedProfiles|feedQuality)\b/

describe('over the contract’s own graph, with made-up data', () => {
  let world: World
  let servers: Servers
  beforeAll(async () => {
    const contract = loadContract()
    const sdls = contract.subgraphs.map(({ name, sdlText }) => [name, sdlText] as const)
    world = new World({ name: 'the contract', subgraphs: { ...Object.fromEntries(sdls), entry: contract.entrySdl } })
    servers = await startServers(world, contract.flows)
  })

  it.each(Object.entries(OPERATIONS))('%s is answered as by the stock gateway', async (_name, operation) => {
    expect(validate(world.apiSchema, parse(operation.text))).toEqual([])
    for (let round = 0; round < 20; round++) {
      const asked = { ...operation, luck: { seed: `${seed}-${round}`, faults: round % 2 === 0 ? 0 : 0.05 } }
      expect(await reportOn(asked, world, servers)).toBeUndefined()
    }
  })

  it('so is what else the graph can be asked', { timeout: 600_000 }, async () => {
    for (let index = 0; index < cases(16); index++) {
      const name = `${seed}-contract-${index}`
      const operation = generateOperation(world.apiSchema, name)
      if (COMPUTED.test(operation.text)) continue
      const asked = { ...operation, luck: { seed: name, faults: index % 2 === 0 ? 0 : 0.05 } }
      expect(await reportOn(asked, world, servers)).toBeUndefined()
    }
  })
})
