import { GraphQLError } from 'graphql'
import type { ErrorCode } from '../../subgraphs/runtime/errors/registry.ts'
import { isNode, type TreeNode } from '../merge/tree.ts'

/**
 * Answered for a value that cannot stand where it is, after its error was recorded: the nearest place above that may be
 * null becomes null. (GraphQL specification, section 6.4.4.)
 */
export const BUBBLE: unique symbol = Symbol('null bubbles up')

/** One shaping of one answer. */
export class Completion {
  /** The lists and objects that shaping is in, in the client's names. Used as a stack. */
  readonly path: (string | number)[] = []
  readonly errors: GraphQLError[] = []
  /** The client's, for introspection. */
  readonly variables: Readonly<Record<string, unknown>>
  private readonly explained: (place: readonly (string | number)[]) => boolean
  private readonly gone: ReadonlySet<TreeNode>
  private culprit: GraphQLError | undefined

  /**
   * `explained`: whether an error of a subgraph already says why this place is null. `gone`: objects of the tree that
   * their owner answered null for.
   */
  constructor(
    variables: Readonly<Record<string, unknown>>,
    explained: (place: readonly (string | number)[]) => boolean,
    gone: ReadonlySet<TreeNode>,
  ) {
    this.variables = variables
    this.explained = explained
    this.gone = gone
  }

  /** Whether there is an object here: one of the tree, whose owner did not say that there is none. */
  isThere(value: unknown): value is TreeNode {
    return isNode(value) && (this.gone.size === 0 || !this.gone.has(value))
  }

  /** Records that the value at `step` of the innermost list or object cannot stand. */
  refuse(step: string | number, code: ErrorCode, message: string): typeof BUBBLE {
    this.culprit = undefined
    const place = [...this.path, step]
    if (this.explained(place)) return BUBBLE
    this.culprit = new GraphQLError(message, { path: place, extensions: { code } })
    this.errors.push(this.culprit)
    return BUBBLE
  }

  /** What was recorded since `mark` stood below something that is null now: only the error that nulled it stays. */
  discardSince(mark: number): typeof BUBBLE {
    if (this.errors.length <= mark) return BUBBLE
    this.errors.length = mark
    if (this.culprit) this.errors.push(this.culprit)
    return BUBBLE
  }
}
