import { fault } from '../errors/fault.ts'
import { type HeaderVerifier, peekClaims } from '../identity/header.ts'
import type { Subgraph } from '../subgraph/subgraph.ts'
import { parseJsonObject } from './body.ts'
import { jsonReply, type Reply } from './respond.ts'

/** A service that answers internal calls, with a verifier for each caller that has a key. */
export interface InternalMount {
  readonly subgraph: Subgraph
  readonly verifiers: ReadonlyMap<string, HeaderVerifier>
}

/** `POST /internal/<name>`: the header says who calls whom, and is then proved with the key of those two. */
export async function answerInternalCall(
  mounts: readonly InternalMount[],
  request: { readonly operation: string; readonly header: string | undefined; readonly body: Buffer },
): Promise<Reply> {
  const { operation, header, body } = request
  if (header === undefined || header === '') throw fault('CALL_NOT_SIGNED')
  const peeked = peekClaims(header)
  if (peeked === null) throw fault('CALL_SIGNATURE_INVALID')
  const mount = mounts.find(({ subgraph }) => subgraph.name === peeked.aud)
  if (!mount) throw fault('CALL_WRONG_AUDIENCE')
  const verify = mount.verifiers.get(peeked.caller ?? '')
  if (!verify) throw fault('INTERNAL_CALL_FORBIDDEN')

  const claims = verify(header, body)
  if (claims.operation !== operation || claims.caller !== peeked.caller) {
    throw fault('CALL_WRONG_AUDIENCE', { message: 'The header "concord-call" was made for another operation.' })
  }
  const { input } = parseJsonObject(body)
  return jsonReply(200, { output: await mount.subgraph.callInternal(operation, claims.caller ?? '', input) })
}
