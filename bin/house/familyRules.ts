import type { GenerationOptions } from '../../gateway/generation.ts'
import type { Contract } from '../../schema/contract.ts'

/** What a generation has to know of the family besides its supergraph. */
export function familyRules(contract: Contract): Pick<GenerationOptions, 'contract' | 'noted'> {
  return {
    contract,
    // An error at a road would tell who consented (consent.md, section 2).
    noted: new Set(['grants']),
  }
}
