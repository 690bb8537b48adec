import type { SubgraphContext, SubgraphPorts } from '../subgraph/subgraph.ts'

/** A context as a request of this viewer has it (null: of somebody signed out), to look at one thing by the graph's rules. */
export function asViewer(ports: SubgraphPorts, viewer: string | null): Omit<SubgraphContext<never>, 'load'> {
  const { clock, random, ids, log } = ports
  return {
    clock,
    random,
    ids,
    log,
    viewer: viewer === null ? null : { local: viewer, id: '', authTime: 0 },
    client: null,
    profiles: [],
    gpc: false,
    now: clock.wall(),
    signal: new AbortController().signal,
  }
}
