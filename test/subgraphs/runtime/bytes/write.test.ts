import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type ByteSource, sourceOf } from '../../../../subgraphs/runtime/bytes/byteSource.ts'
import { writeBody } from '../../../../subgraphs/runtime/bytes/write.ts'
import { listen } from '../../../../subgraphs/runtime/serve/listen.ts'
import { resolvable } from '../../../support/resolvable.ts'

/** A server that answers with these bytes; `written` is what came of writing them. */
async function serve(bytes: ByteSource) {
  const written = resolvable<unknown>()
  const answer = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-length': bytes.size })
    writeBody(response, bytes).then(() => written.resolve('WRITTEN'), written.resolve)
  }
  const server = createServer((_request, response) => answer(response))
  await listen(server, '127.0.0.1', 0)
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return { written: written.promise, ask: (init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}`, init) }
}

/** Says that it has ten bytes and has these. */
const tenAs = (pieces: readonly string[]): ByteSource => ({
  size: 10,
  async *read() {
    for (const piece of pieces) yield Buffer.from(piece)
  },
})

test('a source is written piece by piece', async () => {
  const { ask, written } = await serve(tenAs(['0123', '456789']))
  expect([await (await ask()).text(), await written]).toEqual(['0123456789', 'WRITTEN'])
})

test('nothing is written of what is empty, and nothing is read for a HEAD', async () => {
  const read = (): never => expect.unreachable()
  expect(await (await (await serve({ size: 0, read })).ask()).text()).toBe('')
  expect(await (await (await serve({ size: 10, read })).ask({ method: 'HEAD' })).text()).toBe('')
})

test.each([
  ['less', ['0123']],
  ['more', ['0123456789', 'HTTP/1.1 200 OK']],
])('a source of %s than it says is cut off, and the rest is taken for nothing', async (_name, pieces) => {
  const { ask, written } = await serve(tenAs(pieces))
  const text = await ask().then(
    (response) => response.text(),
    () => 'CUT',
  )
  expect(await written).toMatchObject({ message: 'A body must have as many bytes as it says, 10, but it has not.' })
  expect(['CUT', '0123456789']).toContain(text)
})

test('what cannot be read to its end is cut off', async () => {
  const broken = new Error('gone')
  const { ask, written } = await serve({
    size: 10,
    async *read() {
      yield Buffer.from('0123')
      throw broken
    },
  })
  await expect(ask().then((response) => response.text())).rejects.toBeInstanceOf(TypeError)
  expect(await written).toBe(broken)
})

test('a source is let go of when the client leaves', async () => {
  const [left, letGo] = [new AbortController(), resolvable()]
  const piece = Buffer.alloc(65_536)
  const { ask, written } = await serve({
    ...sourceOf(piece),
    size: 65_536 * 1_000,
    async *read() {
      try {
        for (let pieces = 0; pieces < 1_000; pieces++) yield piece
      } finally {
        letGo.resolve()
      }
    },
  })
  await ask({ signal: left.signal })
  left.abort()
  await letGo.promise
  expect(await written).toBe('WRITTEN')
})
