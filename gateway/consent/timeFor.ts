import { L, SPARE } from '../../subgraphs/runtime/grants/constants.ts'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import type { PlanPath } from '../merge/places.ts'
import type { FetchRole } from './fetchRole.ts'
import type { ConsentRun } from './run.ts'

/**
 * How long a fetch may take, in milliseconds; undefined where only the request's own deadline counts. A grant lives for
 * L from no earlier than when roads were asked: what comes later can serve nothing, and one slow source must not expire
 * what another has answered.
 */
export function timeFor(
  role: FetchRole | undefined,
  path: PlanPath,
  run: ConsentRun | undefined,
  clock: Clock,
): number | undefined {
  const now = clock.monotonic()
  if (role?.kind === 'roads') {
    run?.askedAt.set(path.join('.'), now)
    return L
  }
  if (role?.kind !== 'source') return undefined
  const askedAt = run?.askedAt.get(path.slice(0, -1).join('.')) ?? now
  return askedAt + L - SPARE - now
}
