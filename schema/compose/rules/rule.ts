import type { DocumentNode } from 'graphql'
import type { FlowNotice } from '../../notices.ts'
import type { Model } from '../model/model.ts'
import type { Finding, Place } from '../problem.ts'
import type { SubgraphFile } from '../subgraphFile.ts'

/**
 * One rule of the composer, a file each, named as the rule says it; `rules.ts` lists them in the order in which they are
 * told. A rule is pure: it sees parsed texts and returns what breaks it, all of it at once.
 */
export type Rule = FileRule | GraphRule | ModelRule | SupergraphRule

interface RuleBase {
  /** What must hold, one sentence. */
  readonly sentence: string
  /** Which rule of the flow check it executes, a part of it or the whole: 'R1' to 'R8'. */
  readonly number?: FlowRule
}

/** The rules of the flow check, as they are numbered in its description. */
export type FlowRule = 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6' | 'R7' | 'R8'

/** Looks at one subgraph, before anything is composed. */
export interface FileRule extends RuleBase {
  readonly stage: 'file'
  /**
   * Whether composing makes no sense while it is broken (the file would be read as something else): then its findings
   * are told alone, and composition is not tried.
   */
  readonly blocks: boolean
  readonly check: (file: SubgraphFile) => readonly Finding[]
}

/** Looks at all subgraphs together, before they are composed. */
export interface GraphRule extends RuleBase {
  readonly stage: 'graph'
  /** As in a FileRule. */
  readonly blocks: boolean
  readonly check: (graph: Graph) => readonly Finding[]
}

/** Looks at who says what of the graph: a rule of the flow check. */
export interface ModelRule extends RuleBase {
  readonly stage: 'model'
  readonly number: FlowRule
  /**
   * Whether it reads the composed supergraph too, once composition succeeded. Not where composition merges what the rule
   * asks about (whose label, whose `@inaccessible`), so that only the files can tell.
   */
  readonly again: boolean
  readonly check: (model: Model) => readonly Finding[]
}

/** Compares the files with the composed supergraph; runs only when composition succeeded. */
export interface SupergraphRule extends RuleBase {
  readonly stage: 'supergraph'
  readonly check: (written: Model, supergraph: DocumentNode) => readonly Finding[]
}

export interface Graph {
  /** In the order of `subgraphs.yaml`, without the generated `entry`. */
  readonly files: readonly SubgraphFile[]
  readonly notices: readonly PlacedNotice[]
}

export interface PlacedNotice extends FlowNotice {
  /** Where it stands in `notices.yaml`, for messages. */
  readonly writtenAt?: Place
}
