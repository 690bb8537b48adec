import { createFamilyMember } from '../../../../bin/house/family.ts'
import { APPS } from '../../../../subgraphs/runtime/identity/identity.ts'
import { personTypeOf } from '../../../../subgraphs/runtime/identity/personTypes.ts'
import type { Json } from '../../../support/subgraphTester.ts'
import { MEDIA_URL } from '../../../support/startedGraph.ts'
import { ROADS } from '../../../subgraphs/accounts/everyRoad.ts'
import type { Profiles } from '../../crossposts/people.ts'
import { type Ground, houseOn } from '../../crossposts/processes.ts'

/** The flows on which anna's consented data would be released to her now. */
export type OpenRoads = () => Promise<readonly string[]>

/** Asks grants, in a session of the accounts center that is freshly signed in everywhere. */
export function createOpenRoads(ground: Omit<Ground, 'internal'>, { anna }: Profiles): OpenRoads {
  const grants = createFamilyMember('grants', houseOn(ground), { mediaUrl: MEDIA_URL })
  return async () => {
    const authTime = Math.floor(ground.clock.wall() / 1000)
    const proofs = APPS.map((app) => ({ app, id: anna[app], authTime }))
    const open: string[] = []
    for (const [app, road, flow] of ROADS) {
      const type = personTypeOf(app)
      const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { ${road} { grant } } } }`
      const identity = { client: 'ACCOUNTS', profiles: proofs, timeoutMs: 60_000 }
      const variables = { keys: [{ __typename: type, id: anna[app] }] }
      const answer: Json = (await grants.execute({ query, variables, identity })).data
      if (answer._entities[0]?.[road]?.grant) open.push(flow)
    }
    return open
  }
}
