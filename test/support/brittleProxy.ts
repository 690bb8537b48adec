import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'

/** Stands between a client and a server on this machine, and fails as networks do. */
export interface BrittleProxy extends AsyncDisposable {
  readonly port: number
  /**
   * What becomes of the answers from now on: `pass`; `cut`: the server acts, and the connection breaks instead of its
   * answer; `hold`: the server acts, and nothing comes back. With `to`, only answers to these requests.
   */
  answers(mode: 'pass' | 'cut' | 'hold', to?: (request: Buffer) => boolean): void
}

export async function createBrittleProxy(target: { host: string; port: number }): Promise<BrittleProxy> {
  const sockets = new Set<Socket>()
  let mode: 'pass' | 'cut' | 'hold' = 'pass'
  let concerns: (request: Buffer) => boolean = () => true
  const server = createServer((client) => {
    const upstream = connect(target)
    let isConcerned = false
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.on('data', (chunk) => {
      isConcerned = mode !== 'pass' && concerns(chunk)
      upstream.write(chunk)
    })
    upstream.on('data', (chunk) => {
      if (!isConcerned) client.write(chunk)
      else if (mode === 'cut') client.destroy()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    answers(next, which = () => true) {
      mode = next
      concerns = which
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
