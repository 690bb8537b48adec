import { isPartner, type SubgraphRegistration } from '../../schema/registry.ts'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { createHeaderSigner, type HeaderSigner } from '../../subgraphs/runtime/identity/header.ts'
import { createPartnerSigner } from '../../subgraphs/runtime/identity/partnerCall.ts'
import type { Keys } from '../../subgraphs/runtime/keys/keys.ts'
import { callKey, partnerCallKeys } from '../../subgraphs/runtime/keys/uses.ts'
import type { Random } from '../../subgraphs/runtime/random/random.ts'
import { ISSUER } from './house.ts'

/**
 * How the gateway signs its calls to a registered subgraph: to one of the house by a key that both have, which costs 4 µs;
 * to a partner by one that only the gateway has.
 */
export function callSigner(
  subgraph: Pick<SubgraphRegistration, 'name' | 'app'>,
  keys: Keys,
  ports: { readonly clock: Clock; readonly random: Random },
): HeaderSigner {
  const audience = subgraph.name
  if (!isPartner(subgraph)) return createHeaderSigner({ audience, key: callKey(keys, 'gateway', audience), ...ports })
  return createPartnerSigner({ audience, key: partnerCallKeys(keys).signing, issuer: ISSUER, ...ports })
}
