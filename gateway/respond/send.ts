import type { ServerResponse } from 'node:http'
import { lengthOf } from '../../subgraphs/runtime/bytes/byteSource.ts'
import { writeBody } from '../../subgraphs/runtime/bytes/write.ts'
import type { Answer } from './answer.ts'

/** What every answer has, unless it says something else itself: nothing that we send is a page or may be framed. */
const EVERY_ANSWER: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/**
 * Writes an answer; does nothing when the client has left. Resolves when it is written; rejects when it was begun and
 * could not be read to its end.
 */
export async function send(
  response: ServerResponse,
  answer: Answer,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  if (response.destroyed || response.headersSent) return
  const { status, body } = answer
  const length = status === 204 || status === 304 ? {} : { 'content-length': String(lengthOf(body)) }
  response.writeHead(status, { ...EVERY_ANSWER, ...headers, ...answer.headers, ...length })
  await writeBody(response, body)
}
