import { z } from 'zod'
import type { ClockWatch } from '../grants/clockWatch.ts'
import { fault } from '../errors/fault.ts'
import type { InternalOperation } from './internal.ts'

export interface InternalCall {
  readonly operation: string
  /** The service that calls, proved by whoever carried the call. */
  readonly caller: string
  readonly input: unknown
}

/** The operations by name; throws a `TypeError` when two of them have the same. */
export function indexOperations(
  service: string,
  operations: readonly InternalOperation[],
): ReadonlyMap<string, InternalOperation> {
  const byName = new Map<string, InternalOperation>()
  for (const operation of operations) {
    if (byName.has(operation.name)) throw new TypeError(`${service} defines internal.${operation.name} twice.`)
    byName.set(operation.name, operation)
  }
  return byName
}

/**
 * Runs one operation. Throws the faults `INTERNAL_OPERATION_UNKNOWN`, `INTERNAL_CALL_FORBIDDEN` and
 * `INTERNAL_INPUT_INVALID`, whatever the operation throws, and a plain error when its output breaks its own schema.
 */
export async function callInternalOperation(
  operations: ReadonlyMap<string, InternalOperation>,
  { operation: name, caller, input }: InternalCall,
  clocks: Pick<ClockWatch, 'isTrusted'>,
): Promise<unknown> {
  const operation = operations.get(name)
  if (!operation) throw fault('INTERNAL_OPERATION_UNKNOWN')
  if (!operation.callers.includes(caller)) throw fault('INTERNAL_CALL_FORBIDDEN')
  const checked = operation.input.safeParse(input)
  if (!checked.success) {
    throw fault('INTERNAL_INPUT_INVALID', {
      message: `The input of ${name} must fit its schema, but:\n${z.prettifyError(checked.error)}`,
    })
  }
  return operation.output.parse(await operation.run(checked.data, caller, clocks))
}
