import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the partner was sent: the signed header decoded, if there is one. */
export interface Received {
  readonly headers: IncomingMessage['headers']
  readonly body: { readonly query: string; readonly variables?: { readonly representations?: readonly object[] } }
  /** Request line, headers as they came, claims, body. */
  readonly bytes: string
}

/** Answers a call with JSON, as an object or as the text itself. */
export type PartnerAnswer = (received: Received) => unknown

export interface PartnerManners {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

export interface PartnerServer {
  readonly url: string
  readonly received: Received[]
  /** From now on. */
  behave(answer: PartnerAnswer, manners?: PartnerManners): void
  close(): Promise<void>
}

/** A partner's subgraph as somebody writes it in another language: HTTP and JSON by hand, nothing of ours in it. */
export async function startPartner(): Promise<PartnerServer> {
  const received: Received[] = []
  let answer: PartnerAnswer = () => ({ data: null })
  let manners: PartnerManners = {}
  const server = createServer((request, response) => void serve(request, response))
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const one = receivedOf(request, Buffer.concat(await request.toArray()).toString())
    received.push(one)
    const body = answer(one)
    const headers = { 'content-type': 'application/json', 'set-cookie': 'who=partner', 'x-partner': 'CANARY' }
    response.writeHead(manners.status ?? 200, { ...headers, ...manners.headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    received,
    behave(how, which = {}) {
      answer = how
      manners = which
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function receivedOf(request: IncomingMessage, text: string): Received {
  const parts = String(request.headers['concord-call'] ?? '').split('.')
  // The last is the signature.
  const decoded = parts.slice(0, -1).map((part) => Buffer.from(part, 'base64url').toString())
  const bytes = [`${request.method} ${request.url}`, ...request.rawHeaders, ...decoded, text].join('\n')
  return { headers: request.headers, body: JSON.parse(text) as Received['body'], bytes }
}
