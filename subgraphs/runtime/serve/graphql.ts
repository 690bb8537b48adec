import { fault } from '../errors/fault.ts'
import { identityOf } from '../identity/claims.ts'
import type { OpenedCall } from '../identity/admission.ts'
import type { Subgraph, SubgraphCall } from '../subgraph/subgraph.ts'
import { isRecord, parseJsonObject } from './body.ts'
import { jsonReply, type Reply } from './respond.ts'

/** Of the gateway's calls: to one of the house, or to a partner, who may have to ask for a key first. */
export type CallVerifier = (header: string | undefined) => OpenedCall | Promise<OpenedCall>

/** A GraphQL call by its header alone: before this, nothing of the body is read. */
export async function openGraphqlCall(verify: CallVerifier, header: string | undefined): Promise<OpenedCall> {
  const call = await verify(header)
  if (call.claims.operation === undefined) return call
  throw fault('CALL_WRONG_AUDIENCE', {
    message: 'A header for an internal operation must go to /internal/<name>. Make one for GraphQL.',
  })
}

/** Answers it. Its body is parsed once it is known to be the one that was signed. */
export async function answerGraphql(
  subgraph: Subgraph,
  call: OpenedCall,
  request: { readonly body: Buffer; readonly signal: AbortSignal },
): Promise<Reply> {
  const claims = call.admit(request.body)
  const { query, operationName, variables } = readRequest(parseJsonObject(request.body))
  const result = await subgraph.execute({
    query,
    identity: identityOf(claims),
    callId: claims.jti,
    signal: request.signal,
    ...(operationName !== undefined && { operationName }),
    ...(variables !== undefined && { variables }),
  })
  return jsonReply(200, result)
}

function readRequest(
  body: Readonly<Record<string, unknown>>,
): Pick<SubgraphCall, 'query' | 'operationName' | 'variables'> {
  const { query, operationName, variables } = body
  if (typeof query !== 'string') throw wrong('query', 'a string', query)
  if (!isAbsent(operationName) && typeof operationName !== 'string')
    throw wrong('operationName', 'a string', operationName)
  if (!isAbsent(variables) && !isRecord(variables)) throw wrong('variables', 'an object', variables)
  return { query, ...(!isAbsent(operationName) && { operationName }), ...(!isAbsent(variables) && { variables }) }
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

function wrong(member: string, expected: string, value: unknown): Error {
  const actual = Array.isArray(value) ? 'an array' : typeof value
  return fault('BAD_REQUEST', { message: `"${member}" must be ${expected}, but got: ${actual}.` })
}
