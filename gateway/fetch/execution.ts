import type { Log } from '../../subgraphs/runtime/log/log.ts'
import type { ConsentRun } from '../consent/run.ts'
import type { RequestScope } from '../engine.ts'
import type { Failures } from '../merge/failures.ts'
import type { Reading } from '../merge/reader.ts'
import type { TreeNode } from '../merge/tree.ts'
import type { Deadline } from './deadline.ts'

/** One run of a plan. */
export interface Execution {
  /** What the subgraphs answered so far. */
  readonly root: TreeNode
  /** The client's variables as they came; those of the operation only. */
  readonly variables: Readonly<Record<string, unknown>>
  /** The value of a variable of `@skip` or `@include`, defaults applied, by the plan's name of the variable. */
  condition(variable: string): boolean
  readonly scope: RequestScope
  readonly deadline: Deadline
  readonly failures: Failures
  /** Objects that their owner answered null for: references to what is not there, or not for this viewer. */
  readonly gone: Set<TreeNode>
  /** Told of calls that failed as a whole; errors that a subgraph reports itself are for the client. */
  readonly log: Log
  /** Used by one reading at a time: readings never wait. */
  readonly reading: Reading
  /** Undefined where the plan has nothing to do with consented data. */
  readonly consent: ConsentRun | undefined
}

/** A compiled node of a plan. Never rejects: what fails is in `failures`. Undefined when there was nothing to wait for. */
export type Step = (execution: Execution) => Promise<void> | undefined
