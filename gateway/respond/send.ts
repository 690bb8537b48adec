import type { ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'

/** What every answer has, unless it says something else itself: nothing that we send is a page or may be framed. */
const EVERY_ANSWER: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** Writes an answer; does nothing when the client has left. */
export function send(response: ServerResponse, answer: Answer, headers: Readonly<Record<string, string>>): void {
  if (response.destroyed || response.headersSent) return
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body, 'utf8') : answer.body
  const length = answer.status === 204 || answer.status === 304 ? {} : { 'content-length': String(body.length) }
  response.writeHead(answer.status, { ...EVERY_ANSWER, ...headers, ...answer.headers, ...length })
  response.end(body)
}
