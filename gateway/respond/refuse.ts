import type { GraphQLError } from 'graphql'
import { fault, headersOf, isFault } from '../../subgraphs/runtime/errors/fault.ts'
import { statusOf } from '../../subgraphs/runtime/errors/registry.ts'
import { describeError } from '../../subgraphs/runtime/log/describeError.ts'
import type { Log } from '../../subgraphs/runtime/log/log.ts'
import { OperationRefused } from '../admit/refusal.ts'
import type { MediaType } from '../receive/accept.ts'
import { type Answer, jsonAnswer } from './answer.ts'
import { statusOfRefusal } from './status.ts'

/** Where a request was when it was refused. */
export interface RefusalContext {
  readonly requestId: string
  /** Absent where the request was not read that far. */
  readonly mediaType?: MediaType | undefined
  readonly log: Log
}

/**
 * The answer to a request that a stage threw out. What is no fault is a bug: it is logged, and nothing of it is told.
 */
export function refuse(error: unknown, context: RefusalContext): Answer {
  if (error instanceof OperationRefused) return refuseOperation(error, context)
  const known = isFault(error) ? error : unexpected(error, context)
  const answer = write(statusOf(known.extensions['code']), [known], context)
  return { ...answer, headers: { ...answer.headers, ...headersOf(known) } }
}

function refuseOperation({ errors }: OperationRefused, context: RefusalContext): Answer {
  return write(statusOfRefusal(errors[0]?.extensions['code'], context.mediaType ?? 'application/json'), errors, context)
}

function unexpected(error: unknown, { requestId, log }: RefusalContext): GraphQLError {
  log.error({ requestId, error: describeError(error) }, 'a request failed in the gateway')
  return fault('INTERNAL_ERROR')
}

function write(status: number, errors: readonly GraphQLError[], { mediaType, requestId }: RefusalContext): Answer {
  const body = { errors: errors.map((error) => error.toJSON()), extensions: { requestId } }
  return jsonAnswer(status, body, {
    ...(mediaType === undefined ? {} : { 'content-type': `${mediaType}; charset=utf-8` }),
    // RFC 6750, section 3.
    ...(status === 401 ? { 'www-authenticate': 'Bearer realm="concord"' } : {}),
    ...(status === 405 ? { allow: 'GET, POST' } : {}),
  })
}
