import { fault } from '../errors/fault.ts'
import type { OpenedCall } from '../identity/admission.ts'
import { type HeaderVerifier, peekClaims } from '../identity/header.ts'
import type { Subgraph } from '../subgraph/subgraph.ts'
import { parseJsonObject } from './body.ts'
import { jsonReply, type Reply } from './respond.ts'

/** A service that answers internal calls, with a verifier for each caller that has a key. */
export interface InternalMount {
  readonly subgraph: Subgraph
  readonly verifiers: ReadonlyMap<string, HeaderVerifier>
}

/** What of a POST is looked at here. `body` is asked for once, or never: nothing is read before. */
export interface InternalRequest {
  readonly operation: string
  readonly header: string | undefined
  readonly body: () => Promise<Buffer>
  /** Told the call's number once it was let in, for the log. */
  readonly named: (callId: string) => void
}

/** `POST /internal/<name>`: the header says who calls whom, is proved with the key of those two, then the body is read. */
export async function answerInternalCall(mounts: readonly InternalMount[], request: InternalRequest): Promise<Reply> {
  const { operation } = request
  const { mount, call } = openInternalCall(mounts, request)
  const body = await request.body()
  const { caller = '', jti } = call.admit(body)
  request.named(jti)
  const { input } = parseJsonObject(body)
  return jsonReply(200, { output: await mount.subgraph.callInternal(operation, caller, input) })
}

function openInternalCall(
  mounts: readonly InternalMount[],
  { operation, header }: InternalRequest,
): { readonly mount: InternalMount; readonly call: OpenedCall } {
  if (header === undefined || header === '') throw fault('CALL_NOT_SIGNED')
  const peeked = peekClaims(header)
  if (peeked === null) throw fault('CALL_SIGNATURE_INVALID')
  const mount = mounts.find(({ subgraph }) => subgraph.name === peeked.aud)
  if (!mount) throw fault('CALL_WRONG_AUDIENCE')
  const verify = mount.verifiers.get(peeked.caller ?? '')
  if (!verify) throw fault('INTERNAL_CALL_FORBIDDEN')

  const call = verify(header)
  if (call.claims.operation !== operation || call.claims.caller !== peeked.caller) {
    throw fault('CALL_WRONG_AUDIENCE', { message: 'The header "concord-call" was made for another operation.' })
  }
  return { mount, call }
}
