import { fault } from '../errors/fault.ts'
import type { CallIdentity } from '../identity/identity.ts'
import type { Ids } from '../ids/ids.ts'
import type { SubgraphContext } from './subgraph.ts'

type Viewer = SubgraphContext<never>['viewer']

/**
 * The viewer that the gateway names, opened at the edge. An id that is not a person of this app is a call that somebody
 * made up, or a mistake in the configuration: it is refused and never taken for an anonymous one.
 */
export function openViewer(identity: CallIdentity, ids: Ids, personType: string | null): Viewer {
  const { viewer: id, authTime = 0 } = identity
  if (personType === null || id === undefined) return null
  const local = ids.open(id, personType)
  if (local === null) throw fault('VIEWER_INVALID')
  return { local, id, authTime }
}
