import type { TreeNode } from '../merge/tree.ts'
import type { ConsentScope } from '../engine.ts'
import type { Use } from './rules.ts'

/** What became of one input of one field, told to the person whose data it is (graph.md, "Conventions"). */
export interface ConsentNote {
  readonly field: string
  readonly from: string
  readonly to: string
  readonly purpose: string
  readonly outcome: 'USED' | 'WITHHELD'
  /** Only to the accounts center: why it was withheld. */
  readonly reason?: string
}

/** What an execution remembers of consented data, beside the tree. */
export class ConsentRun {
  /** When roads were asked, by the path of the fetch, on the monotonic clock. */
  readonly askedAt = new Map<string, number>()
  /** Objects for which a fetch of roads or of consented data failed. */
  readonly failed = new Set<TreeNode>()
  /** Why `grants` answered null, where it says so: by person and road. */
  readonly reasons = new Map<TreeNode, Map<string, string>>()
  private readonly notes = new Map<string, ConsentNote>()
  private readonly scope: ConsentScope | undefined

  constructor(scope: ConsentScope | undefined) {
    this.scope = scope
  }

  /** Whether anybody wants to know. */
  get isAsked(): boolean {
    return this.scope?.notesFor !== undefined
  }

  /**
   * Notes what a recipient is sent for one person: `node` as it is in the tree, `sent` as it goes out. Of other people
   * nothing is noted.
   */
  note(uses: readonly Use[], node: TreeNode, sent: TreeNode): void {
    const { notesFor, withReasons = false } = this.scope ?? {}
    const id = sent['id']
    if (typeof id !== 'string' || !notesFor?.has(id)) return
    for (const { field, to, purpose, inputs } of uses) {
      if (!field.startsWith(`${String(sent['__typename'])}.`)) continue
      for (const { road, from } of inputs) {
        const used = sent[road] !== null && sent[road] !== undefined
        const reason = used || !withReasons ? {} : { reason: this.reasonOf(node, road) }
        const key = `${field} ${from}`
        if (this.notes.get(key)?.outcome === 'USED') continue
        this.notes.set(key, { field, from, to, purpose, outcome: used ? 'USED' : 'WITHHELD', ...reason })
      }
    }
  }

  /** `extensions.consent`; undefined when it was not asked for. */
  told(): readonly ConsentNote[] | undefined {
    return this.isAsked ? [...this.notes.values()] : undefined
  }

  private reasonOf(node: TreeNode, road: string): string {
    const given = this.reasons.get(node)?.get(road)
    if (given !== undefined) return given
    const value = node[road] as TreeNode | null | undefined
    if (this.failed.has(node) || value === undefined || (value && this.failed.has(value))) return 'UNAVAILABLE'
    if (value === null) return 'NOT_GRANTED'
    return value['validUntil'] === undefined ? 'NO_DATA' : 'EXPIRED'
  }
}
