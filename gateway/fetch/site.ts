import type { PlanPath } from '../merge/places.ts'
import type { TreeNode } from '../merge/tree.ts'
import type { FetchRole } from '../consent/fetchRole.ts'

/** Which fetch it is that failed, and what it would have brought. */
export interface FetchSite {
  readonly subgraph: string
  /** Where it attaches. */
  readonly path: PlanPath
  /** What a client may miss of what it answers at the top of each of its objects: nothing of a road and below it. */
  readonly names: ReadonlySet<string>
  /** Response names in the subgraph's operation that the plan knows as others. */
  readonly renamed: ReadonlyMap<string, string>
  /** Undefined where it has nothing to do with consented data. */
  readonly role: FetchRole | undefined
  /** Whether what fails here is a note for the log, and no error: that it was asked at all would tell something. */
  readonly isNoted: boolean
}

/** What one answer concerns: all objects of a root fetch, or for each entity asked for the objects that it stands for. */
export interface Concerned {
  readonly nodes: readonly TreeNode[]
  readonly targets?: readonly (readonly TreeNode[])[]
}
