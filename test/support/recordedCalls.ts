import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SubgraphTransport } from '../../gateway/transport.ts'
import { CALL_HEADER } from '../../subgraphs/runtime/identity/header.ts'

/** Everything that a subgraph got to see of one call. */
export interface RecordedCall {
  readonly subgraph: string
  /** All of it as text: in one process what was handed over, as JSON; over HTTP request line, headers and body. */
  readonly bytes: string
  /** The same without what is made anew for each call: numbers and times of the signed header, its signature. */
  readonly lasting: string
  /** Empty in one process. */
  readonly claims: Readonly<Record<string, unknown>>
}

/** A way to a subgraph in this process that keeps what goes over it. */
export function recordTransport(
  calls: RecordedCall[],
): (subgraph: string, transport: SubgraphTransport) => SubgraphTransport {
  return (subgraph, transport) => ({
    send(request) {
      const { signal: _signal, ...seen } = request
      const bytes = JSON.stringify(seen)
      calls.push({ subgraph, bytes, lasting: bytes, claims: {} })
      return transport.send(request)
    },
    close: () => transport.close(),
  })
}

export interface RecordingProxies extends AsyncDisposable {
  /** Stands before the server at this URL; answers where. */
  readonly before: (subgraph: string, url: string) => Promise<string>
}

/** HTTP servers that hand on what they get, byte for byte, and keep it. */
export function recordingProxies(calls: RecordedCall[]): RecordingProxies {
  const servers: Server[] = []
  return {
    async before(subgraph, url) {
      const server = createServer((request, response) => void keepAndHandOn(request, response))
      const keepAndHandOn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
        const { body, answer } = await handOn(request, url)
        calls.push(recordHttp(subgraph, request, body))
        response.writeHead(answer.status, { 'content-type': answer.type })
        response.end(answer.body)
      }
      servers.push(server)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    },
    async [Symbol.asyncDispose]() {
      for (const server of servers) {
        server.close()
        server.closeAllConnections()
      }
    },
  }
}

interface HandedOn {
  readonly body: Buffer
  readonly answer: { readonly status: number; readonly type: string; readonly body: Buffer }
}

async function handOn(request: IncomingMessage, url: string): Promise<HandedOn> {
  const body = Buffer.concat(await request.toArray())
  const { [CALL_HEADER]: call = '', 'content-type': type = '' } = request.headers
  const headers = { [CALL_HEADER]: String(call), 'content-type': type }
  const response = await fetch(`${url}${request.url ?? '/'}`, { method: 'POST', headers, body: new Uint8Array(body) })
  const answer = {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    body: Buffer.from(await response.arrayBuffer()),
  }
  return { body, answer }
}

function recordHttp(subgraph: string, request: IncomingMessage, body: Buffer): RecordedCall {
  const claims = claimsOf(String(request.headers[CALL_HEADER]))
  const { iat: _iat, exp: _exp, jti: _jti, ...same } = claims
  const { [CALL_HEADER]: _call, host: _host, ...headers } = request.headers
  const head = `${request.method} ${request.url}`
  return {
    subgraph,
    bytes: `${head}\n${request.rawHeaders.join('\n')}\n${JSON.stringify(claims)}\n${body.toString()}`,
    lasting: `${head}\n${JSON.stringify(headers)}\n${JSON.stringify(same)}\n${body.toString()}`,
    claims,
  }
}

function claimsOf(header: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(header.split('.')[0] ?? '', 'base64url').toString()) as Record<string, unknown>
}
