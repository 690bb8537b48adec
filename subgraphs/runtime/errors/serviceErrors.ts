import type { ErrorDefinition } from './definition.ts'

/** What happens between our own processes and inside them. Part of `ERRORS`. */
export const SERVICE_ERRORS = {
  // Between gateway and subgraphs
  SUBGRAPH_UNREACHABLE: {
    status: 502,
    retry: true,
    message: 'A subgraph could not be reached. Its part of the answer is missing; ask again later.',
    since: '0.1.0',
  },
  SUBGRAPH_TIMEOUT: {
    status: 504,
    retry: true,
    message: 'A subgraph did not answer in time. Its part of the answer is missing; ask again later.',
    since: '0.1.0',
  },
  SUBGRAPH_BAD_RESPONSE: {
    status: 502,
    retry: true,
    message: 'A subgraph answered with something that is no GraphQL answer. Its part of the answer is missing.',
    since: '0.1.0',
  },
  DOWNSTREAM_SERVICE_ERROR: {
    status: 502,
    message: 'A subgraph reported an error and gave it no code. "extensions.subgraph" names it.',
    since: '0.1.0',
  },
  WITHHELD: {
    status: 403,
    message: 'No consent covers this use, so the data stays where it is. "extensions.reason" says why, to the person.',
    since: '0.1.0',
  },
  NON_NULL_FIELD_EMPTY: {
    status: 502,
    message: 'A field that is never null has no value, and no subgraph said why. The nearest object above it is null.',
    since: '0.1.0',
  },
  VALUE_NOT_IN_SCHEMA: {
    status: 502,
    message: 'A subgraph answered an enum value or a type that the public graph does not have. The field is null.',
    since: '0.1.0',
  },
  CALL_NOT_SIGNED: {
    status: 401,
    message: 'A call to a subgraph must bring the header "concord-call". Ask the gateway, not the subgraph.',
    since: '0.1.0',
  },
  CALL_SIGNATURE_INVALID: {
    status: 401,
    message: 'The header "concord-call" must be signed with the key that gateway and subgraph share.',
    since: '0.1.0',
  },
  CALL_WRONG_AUDIENCE: {
    status: 401,
    message: 'The header "concord-call" was made for another subgraph.',
    since: '0.1.0',
  },
  CALL_EXPIRED: {
    status: 401,
    message: 'The header "concord-call" is out of its time (at most 60 seconds). Compare the clocks of both machines.',
    since: '0.1.0',
  },
  CALL_REPLAYED: {
    status: 401,
    message: 'The header "concord-call" was used before. Make a new one for each call, retries included.',
    since: '0.1.0',
  },
  CALL_BODY_MISMATCH: {
    status: 401,
    message: 'The header "concord-call" was made for another body.',
    since: '0.1.0',
  },
  VIEWER_INVALID: {
    status: 401,
    message: 'The viewer that the call names is no profile of this app. Sign in again.',
    since: '0.1.0',
  },
  INTERNAL_OPERATION_UNKNOWN: {
    status: 404,
    message: 'This service has no internal operation of that name.',
    since: '0.1.0',
  },
  INTERNAL_CALL_FORBIDDEN: {
    status: 403,
    message: 'This service is not among the callers of that internal operation.',
    since: '0.1.0',
  },
  INTERNAL_INPUT_INVALID: {
    status: 400,
    message: "The input of the internal call does not fit the operation's schema.",
    since: '0.1.0',
  },

  // This server itself
  INTERNAL_ERROR: {
    status: 500,
    message: 'Something broke here. It is logged; ask again later.',
    since: '0.1.0',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    message: 'Something broke in the HTTP front. It is logged; ask again later.',
    since: '0.1.0',
  },
  STORE_UNAVAILABLE: {
    status: 503,
    retry: true,
    message: 'What is stored cannot be reached just now. Its part of the answer is missing; ask again later.',
    since: '0.1.0',
  },
  SERVER_STOPPING: {
    status: 503,
    retry: true,
    message: 'This process is about to end and takes no new request. Ask again; another one will answer.',
    since: '0.1.0',
  },
  CONFIGURATION_INVALID: {
    status: 500,
    message: 'The configuration does not hold together. The message says what to change.',
    since: '0.1.0',
  },
} as const satisfies Record<string, ErrorDefinition>
