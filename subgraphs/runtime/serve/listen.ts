import type { Server } from 'node:http'

/** Resolves when the server listens, rejects when it cannot (`EADDRINUSE`). */
export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
