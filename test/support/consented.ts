import { createHash } from 'node:crypto'
import { loadContract } from '../../schema/contract.ts'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { L } from '../../subgraphs/runtime/grants/constants.ts'
import { flowDigest } from '../../subgraphs/runtime/grants/flowDigest.ts'
import { createGrantOpener, createGrantSealer, type GrantOpener } from '../../subgraphs/runtime/grants/grant.ts'
import { createSeededRandom } from '../../subgraphs/runtime/random/seededRandom.ts'
import type { Json, SubgraphTester } from './subgraphTester.ts'

const { flows } = loadContract()
const keyOf = (source: string, date: string) => createHash('sha256').update(`${source} ${date}`).digest()
const sealer = createGrantSealer({ keyOf, random: createSeededRandom('consented') })

/** What a tested source opens the grants of `consented` with. */
export function consentedOpener(source: string, clock: Clock): GrantOpener {
  return createGrantOpener({ source, keyOf, clock, flows })
}

/** What a source answers of a consented type about this person, as if `grants` had allowed it now. */
export async function consented(
  tester: SubgraphTester,
  type: string,
  person: string,
  selection: string,
): Promise<Json> {
  const flow = flows.find((one) => one.type === type)
  if (flow === undefined) throw new Error(`There must be a flow of ${type}.`)
  const { from: source, to: recipient, purpose } = flow
  const t0 = tester.clock.wall()
  const claims = { source, type, recipient, purpose, subject: person, t0, exp: t0 + L, id: 'g', flow: flowDigest(flow) }
  const [answer] = await tester.entities(type, [{ grant: sealer.seal(claims) }], selection)
  return answer
}

/** An input as the gateway hands it to a recipient: these values, good for as long as a new grant is. */
export function inputOf({ clock }: SubgraphTester, values: object): object {
  return { ...values, validUntil: new Date(clock.wall() + L).toISOString() }
}
