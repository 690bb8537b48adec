import type { Consent } from '../consent/inputs.ts'
import type { CallFiguresFor } from '../metrics/callFigures.ts'
import type { LoadedSupergraph } from '../plan/supergraph.ts'
import type { SubgraphTransport } from '../transport.ts'

/** What compiling a fetch needs besides its node. */
export interface FetchOptions {
  readonly supergraph: LoadedSupergraph
  readonly transports: ReadonlyMap<string, SubgraphTransport>
  /** Subgraphs whose calls are never sent twice, whatever the operation. */
  readonly neverRepeated: ReadonlySet<string>
  /** Subgraphs whose failures are notes (`note.ts`). At a road and below it all failures are. */
  readonly noted: ReadonlySet<string>
  /** The owner of each entity (`ownersOf`); empty where nobody's word is final. */
  readonly owners: ReadonlyMap<string, string>
  /** Undefined for a graph without consented data. */
  readonly consent: Consent | undefined
  readonly figures: CallFiguresFor
}
