import type { ErrorDefinition } from './definition.ts'
import { REQUEST_ERRORS } from './requestErrors.ts'
import { SERVICE_ERRORS } from './serviceErrors.ts'
import { UPLOAD_ERRORS } from './uploadErrors.ts'

export type { ErrorDefinition }

/**
 * Every code that a client or an operator can see in `errors[].extensions.code`. Refusals that a person can do something
 * about are no errors: they stand in a payload's `errors`, with a code of the domain's own enum.
 *
 * `CODES.md` beside this file is generated from it: `node --import tsx subgraphs/runtime/errors/page.ts`.
 */
export const ERRORS = { ...REQUEST_ERRORS, ...SERVICE_ERRORS, ...UPLOAD_ERRORS } as const satisfies Record<
  string,
  ErrorDefinition
>

export type ErrorCode = keyof typeof ERRORS

/** Whether this is a code of the registry. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code)
}

/** The HTTP status for an answer that is nothing but this error; 500 for a code that is not in the registry. */
export function statusOf(code: unknown): number {
  return isErrorCode(code) ? ERRORS[code].status : 500
}

/** The codes after which a client may send the same request again. */
export const RETRYABLE: readonly string[] = Object.entries<ErrorDefinition>(ERRORS).flatMap(([code, { retry }]) =>
  retry ? [code] : [],
)
