/** What is sent back over HTTP; `send.ts` adds what every answer has. */
export interface Answer {
  readonly status: number
  /** Names in lower case; they win over those that every answer has. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

export function jsonAnswer(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: `${JSON.stringify(value)}\n`,
  }
}
