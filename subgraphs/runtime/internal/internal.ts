import type { z } from 'zod'

/** A typed operation from service to service (identity.md, "Service to service"); served at `POST /internal/<name>`. */
export interface InternalOperation<Input = unknown, Output = unknown> {
  /** Lower camel case, for example `createProfile`. */
  readonly name: string
  /** The services that may call it, by name. */
  readonly callers: readonly string[]
  readonly input: z.ZodType<Input>
  readonly output: z.ZodType<Output>
  readonly run: (input: Input, caller: string) => Promise<Output>
}
