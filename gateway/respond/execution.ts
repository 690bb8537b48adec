import type { ExecutionResult } from 'graphql'
import type { Admitted } from '../admit/admit.ts'
import type { RequestScope } from '../engine.ts'
import type { MediaType } from '../receive/accept.ts'
import type { Parameters } from '../receive/parameters.ts'

/** An admitted operation on its way to execution. */
export interface Execution {
  readonly admitted: Admitted
  readonly parameters: Parameters
  readonly mediaType: MediaType
  readonly scope: RequestScope
  readonly requestId: string
  /** Hears what the engine answered, before it is written. */
  readonly executed: (result: ExecutionResult) => void
}
