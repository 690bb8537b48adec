import { getOperationAST, type DocumentNode, type ExecutionResult } from 'graphql'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { isErrorCode } from '../../subgraphs/runtime/errors/registry.ts'
import type { Metrics } from '../../subgraphs/runtime/metrics/metrics.ts'
import { OperationRefused } from '../admit/refusal.ts'

export interface MetricsOptions {
  readonly metrics: Metrics
  /**
   * Operations that are counted by their own names, 200 at the most; all others are `other`. Whoever asks chooses the
   * name, and could write anything into it: so no name is a label that was not known before. Default: none.
   */
  readonly operations?: readonly string[]
}

/** More would be a burden to whoever keeps the figures. */
const MOST_OPERATIONS = 200

/** Counts one request. */
export interface RequestFigure {
  /** The operation was admitted. */
  readonly admitted: (document: DocumentNode, operationName: string | undefined) => void
  /** The engine answered. */
  readonly executed: (result: ExecutionResult) => void
  /** The answer is whole. */
  readonly answered: () => void
  readonly refused: (error: unknown) => void
}

/** Requests by operation and outcome. Throws a `TypeError` for more operations than can be labels. */
export function createRequestFigures({ metrics, operations = [] }: MetricsOptions, clock: Clock): () => RequestFigure {
  if (operations.length > MOST_OPERATIONS)
    throw new TypeError(`At most ${MOST_OPERATIONS} operations may be counted by name, but got: ${operations.length}.`)
  const known = new Set(operations)
  const count = metrics.counter({
    name: 'concord_requests_total',
    help: 'Requests at /graphql, by known operation and outcome: ok, partial (data with errors), or the code of the refusal.',
    labels: ['operation', 'outcome'],
  })
  const time = metrics.timer({
    name: 'concord_request_seconds',
    help: 'How long requests at /graphql took.',
    labels: ['operation'],
  })

  return () => {
    const begun = clock.monotonic()
    // Before an operation was admitted there is none.
    let operation = 'none'
    let outcome = 'OTHER'
    const end = (): void => {
      count({ operation, outcome })
      time({ operation }, (clock.monotonic() - begun) / 1000)
    }
    return {
      admitted(document, operationName) {
        const name = getOperationAST(document, operationName)?.name?.value
        operation = name !== undefined && known.has(name) ? name : 'other'
      },
      executed(result) {
        outcome = outcomeOf(result)
      },
      answered: end,
      refused(error) {
        outcome = codeOf(error instanceof OperationRefused ? error.errors[0] : error)
        end()
      },
    }
  }
}

function outcomeOf({ data, errors = [] }: ExecutionResult): string {
  if (errors.length === 0) return 'ok'
  return data === undefined ? codeOf(errors[0]) : 'partial'
}

/** Codes of the registry only: subgraphs may write what they like. */
function codeOf(error: unknown): string {
  const code = (error as { readonly extensions?: { readonly code?: unknown } } | null)?.extensions?.code
  return isErrorCode(code) ? code : 'OTHER'
}
