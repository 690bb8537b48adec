import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listen } from '../../subgraphs/runtime/serve/listen.ts'

/** Something to show. */
export interface ShownMetrics {
  /** What `contentType` says, as of now. */
  text(): Promise<string>
  readonly contentType: string
}

export interface ServedMetrics {
  /** `http://127.0.0.1:9464/metrics` */
  readonly url: string
  /** Resolves when the port is free again. */
  stop(): Promise<void>
}

/**
 * `GET /metrics` on a port of its own, never on the one that clients reach. Rejects when it cannot listen
 * (`EADDRINUSE`). Port 0 takes any free one.
 */
export async function serveMetrics(
  metrics: ShownMetrics,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<ServedMetrics> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('GET /metrics\n')
      return
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  await listen(server, host, port)
  const { port: actual } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}/metrics`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
