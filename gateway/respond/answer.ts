import type { Body } from '../../subgraphs/runtime/bytes/byteSource.ts'

/** What is sent back over HTTP; `send.ts` adds what every answer has. */
export interface Answer {
  readonly status: number
  /** Names in lower case; they win over those that every answer has. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Body
}

export function jsonAnswer(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: `${JSON.stringify(value)}\n`,
  }
}

/** The same, or `304` where the client says that it has what the answer's ETag names (RFC 9110, section 13.1.2). */
export function unlessKnown(answer: Answer, ifNoneMatch: string | undefined): Answer {
  const { etag } = answer.headers
  if (etag === undefined || ifNoneMatch === undefined || answer.status !== 200) return answer
  const known = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return known.includes(etag) || known.includes('*') ? { status: 304, headers: answer.headers, body: '' } : answer
}
