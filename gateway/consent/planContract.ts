import type { Flow } from '../../schema/flows.ts'
import type { SubgraphRegistration } from '../../schema/registry.ts'
import type { ConsentRules } from './rules.ts'

/** Who is who, and which flows there are: what `subgraphs.yaml` and `flows.json` say. */
export interface PlanContract {
  /** In the order of `subgraphs.yaml`. */
  readonly subgraphs: readonly Pick<SubgraphRegistration, 'name' | 'app'>[]
  readonly flows: readonly ContractFlow[]
}

export type ContractFlow = Pick<Flow, 'road' | 'type' | 'from' | 'to' | 'purpose'>

export const NO_CONTRACT: PlanContract = { subgraphs: [], flows: [] }

/**
 * A supergraph that has lost its labels, or has other ones than it was composed with, would be served with rules that
 * are not meant for it.
 *
 * @throws Error naming the first flow of the contract that the supergraph does not have.
 */
export function refuseOtherFlows(rules: ConsentRules | undefined, { flows }: PlanContract): void {
  for (const { road, type, from, purpose } of flows) {
    const [person = '', field = ''] = road.split('.')
    const label = rules?.consented.get(type)
    const isThere = rules?.roads.get(person)?.get(field) === type && label?.from === from && label.purpose === purpose
    if (isThere) continue
    throw new Error(
      `The supergraph and flows.json must be of one composition, but the supergraph has no flow of ${type} from ` +
        `"${from}" for ${purpose} by ${road}. Compose them together again.`,
    )
  }
}
