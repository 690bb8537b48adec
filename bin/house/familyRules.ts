import type { GenerationOptions } from '../../gateway/generation.ts'
import type { Contract } from '../../schema/contract.ts'

/** What a generation has to know of the family besides its supergraph. */
export function familyRules({ subgraphs }: Contract): Pick<GenerationOptions, 'noted' | 'ownership'> {
  return {
    // The first that resolves a type owns it.
    ownership: subgraphs.map(({ name }) => name),
    // An error at a road would tell who consented (consent.md, section 2).
    noted: new Set(['grants']),
  }
}
