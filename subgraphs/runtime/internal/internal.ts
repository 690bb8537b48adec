import type { z } from 'zod'
import type { ClockWatch } from '../grants/clockWatch.ts'

/** A typed operation from service to service (identity.md, "Service to service"); served at `POST /internal/<name>`. */
export interface InternalOperation<Input = unknown, Output = unknown> {
  /** Lower camel case, for example `createProfile`. */
  readonly name: string
  /** The services that may call it, by name. */
  readonly callers: readonly string[]
  readonly input: z.ZodType<Input>
  readonly output: z.ZodType<Output>
  /**
   * `clocks.isTrusted()`: whether this process's clock visibly agrees with those of the services that call. Where it does
   * not, nothing is done that rests on a decision of half a second.
   */
  readonly run: (input: Input, caller: string, clocks: Pick<ClockWatch, 'isTrusted'>) => Promise<Output>
}

/**
 * Checks an operation and forgets its types, so that a subgraph can list several: `callInternal` tests the input against
 * the schema before `run` sees it, and the output after. Throws a `TypeError` for a name or callers that cannot be.
 */
export function defineInternalOperation<Input, Output>(operation: InternalOperation<Input, Output>): InternalOperation {
  const { name, callers } = operation
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) {
    throw new TypeError(`The name of an internal operation must be lower camel case, but got: ${name}.`)
  }
  if (callers.length === 0) {
    throw new TypeError(`The internal operation ${name} must have callers: without any it can never be called.`)
  }
  // `run` only ever gets what `input` let through.
  return operation as unknown as InternalOperation
}
