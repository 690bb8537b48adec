import type { ErrorDefinition } from './definition.ts'

/** What is refused because of the request: who asks, what is asked, how much, how long. Part of `ERRORS`. */
export const REQUEST_ERRORS = {
  // Who asks
  UNAUTHENTICATED: {
    status: 401,
    message: 'This needs a valid access token. Sign in again and send it as "Authorization: Bearer <token>".',
    since: '0.1.0',
  },
  NOT_SIGNED_IN_TO_APP: {
    status: 403,
    message: "This belongs to an app that the token is not signed in to. Use a token of that app's own client.",
    since: '0.1.0',
  },
  CLIENT_NOT_ALLOWED: {
    status: 403,
    message: 'This client may not call this field. Use the client that the documentation of the field names.',
    since: '0.1.0',
  },
  NOT_AVAILABLE_YET: {
    status: 501,
    message: 'This is part of the contract, and a later version will answer it. Do without it for now.',
    since: '0.1.0',
  },

  // What was asked, seen from the outside of GraphQL
  REQUEST_MALFORMED_JSON: {
    status: 400,
    message: 'The body must be a JSON object with a "query". Check how the client writes it.',
    since: '0.1.0',
  },
  REQUEST_MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    message: 'The body must come as "Content-Type: application/json".',
    since: '0.1.0',
  },
  REQUEST_NOT_ACCEPTABLE: {
    status: 406,
    message: 'The answer comes as application/json or application/graphql-response+json. Accept one of them.',
    since: '0.1.0',
  },
  REQUEST_BODY_TOO_LARGE: {
    status: 413,
    message: 'The body is larger than this server takes. Send less at once.',
    since: '0.1.0',
  },
  REQUEST_METHOD_NOT_ALLOWED: {
    status: 405,
    message: 'This path does not take that HTTP method. GraphQL is sent by POST.',
    since: '0.1.0',
  },
  REQUEST_PATH_UNKNOWN: {
    status: 404,
    message: 'Nothing is served at this path.',
    since: '0.1.0',
  },
  RANGE_NOT_SATISFIABLE: {
    status: 416,
    message: 'The part that is asked for begins after the end. Ask for less, or without "Range" for the whole.',
    since: '0.1.0',
  },
  LOOPBACK_ONLY: {
    status: 403,
    message: 'This path answers this machine only. Ask it from there as localhost.',
    since: '0.1.0',
  },
  CSRF_PREVENTED: {
    status: 400,
    message:
      'A browser could have sent this without asking. Send "Content-Type: application/json" or a non-empty header ' +
      '"Apollo-Require-Preflight".',
    since: '0.1.0',
  },
  BAD_REQUEST: {
    status: 400,
    message: 'The request is no GraphQL request over HTTP. Send {"query": "…"} as JSON by POST.',
    since: '0.1.0',
  },

  // The operation
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    message: 'The document is not GraphQL. Mend the syntax.',
    since: '0.1.0',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    message: 'The operation does not fit the schema. Compare it with /schema.graphql.',
    since: '0.1.0',
  },
  INTROSPECTION_OFF: {
    status: 403,
    message: 'This client may not read the schema. Use one that may, or ask the operator for the schema file.',
    since: '0.1.0',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    message: 'The document must have exactly one operation, or "operationName" must name one of them.',
    since: '0.1.0',
  },
  BAD_USER_INPUT: {
    status: 400,
    message: 'A variable or an argument does not have the type that the schema asks for.',
    since: '0.1.0',
  },
  PAGE_SIZE_INVALID: {
    status: 400,
    message: '"first" must be from 1 to 100.',
    since: '0.1.0',
  },
  TOO_MANY_IDS: {
    status: 400,
    message: '"ids" must hold at most 100 ids. Ask in several steps.',
    since: '0.1.0',
  },
  CURSOR_INVALID: {
    status: 400,
    message: '"after" must be a cursor that this very list gave to this very viewer. Start again without it.',
    since: '0.1.0',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    message: 'This idempotency key was used with another input in the last 24 hours. Use a new key for a new act.',
    since: '0.1.0',
  },

  // Limits
  OPERATION_TOO_LARGE: {
    status: 400,
    message: 'The text of the operation is longer than allowed. Ask for less at once.',
    since: '0.1.0',
  },
  OPERATION_TOO_DEEP: {
    status: 400,
    message: 'The operation nests deeper than allowed. Ask in several steps.',
    since: '0.1.0',
  },
  OPERATION_TOO_MANY_ALIASES: {
    status: 400,
    message: 'The operation has more aliases than allowed. Ask in several steps.',
    since: '0.1.0',
  },
  OPERATION_TOO_MANY_TOKENS: {
    status: 400,
    message: 'The operation has more tokens than allowed. Ask for less at once.',
    since: '0.1.0',
  },
  OPERATION_TOO_MANY_FIELDS: {
    status: 400,
    message: 'The operation selects more fields than allowed, fragments spread out. Ask in several steps.',
    since: '0.1.0',
  },
  OPERATION_TOO_MANY_ROOT_FIELDS: {
    status: 400,
    message: 'The operation has more fields at its root than allowed. Ask in several operations.',
    since: '0.1.0',
  },
  OPERATION_TOO_MANY_DIRECTIVES: {
    status: 400,
    message: 'The operation has more directives than allowed. Ask in several steps.',
    since: '0.1.0',
  },
  OPERATION_TOO_EXPENSIVE: {
    status: 400,
    message: 'The operation costs more than this client may ask for at once. Ask for fewer items or fields.',
    since: '0.1.0',
  },
  PLAN_REFUSED: {
    status: 500,
    message:
      'This operation would bring data where consent does not let it go, so it is not run. Its operators were told.',
    since: '0.1.0',
  },
  RATE_LIMITED: {
    status: 429,
    retry: true,
    message: 'Too many requests. Wait for as long as "Retry-After" says.',
    since: '0.1.0',
  },
  SUBSCRIPTIONS_OFF: {
    status: 400,
    message: 'Subscriptions are not served here yet. Ask again by a query.',
    since: '0.1.0',
  },

  // Persisted operations (names of Apollo Server, which clients know)
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    message: 'The document of this hash is not known yet. Send it once together with its hash.',
    since: '0.1.0',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 200,
    message: 'Persisted queries are not served here. Send the document.',
    since: '0.1.0',
  },

  // Time
  DEADLINE_EXCEEDED: {
    status: 504,
    retry: true,
    message: 'The answer was not ready within the time allowed. A mutation may have acted: repeat it with its key.',
    since: '0.1.0',
  },
  REQUEST_CANCELLED: {
    status: 499,
    message: 'Whoever asked has left before the answer was ready.',
    since: '0.1.0',
  },
} as const satisfies Record<string, ErrorDefinition>
