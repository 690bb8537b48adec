import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { CALL_HEADER } from '../../../../subgraphs/runtime/identity/header.ts'
import { errorOf, servePond } from './pondServer.ts'

/** Who sent a body is known before it is read: on the wire, byte by byte. */
const BODY = '{"query":"{ hops }"}'
const HOPS = '{"data":{"hops":2}}'
const OTHER = '{"query":"{ nows }"}'

async function wired(options: Parameters<typeof servePond>[0] = {}) {
  const pond = await servePond(options)

  /** A connection on which the head of a request is written, and nothing of its body. */
  function head(header: string | undefined, more: readonly string[] = [`Content-Length: ${BODY.length}`]) {
    const socket = connect(Number(new URL(pond.served.url).port), '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    let answered = ''
    socket.on('data', (bytes: Buffer) => (answered += bytes.toString()))
    socket.on('error', () => undefined)
    const signed = header === undefined ? [] : [`${CALL_HEADER}: ${header}`]
    const lines = ['POST /graphql HTTP/1.1', 'Host: pond', 'Content-Type: application/json', ...signed, ...more]
    socket.write([...lines, '', ''].join('\r\n'))
    const answer = async (ends = '}'): Promise<string> => {
      while (!answered.endsWith(ends)) await once(socket, 'data')
      return answered
    }
    return { socket, answer, closed: once(socket, 'close') }
  }
  return { ...pond, head }
}

describe('a call that is refused for its header', () => {
  const large = ['Content-Length: 15000000']
  test.each([
    ['without one', () => undefined, 'CALL_NOT_SIGNED'],
    ['that nobody signed', () => 'a.b', 'CALL_SIGNATURE_INVALID'],
    ['for another subgraph', (sign: (to: string) => string) => sign('lake'), 'CALL_WRONG_AUDIENCE'],
  ])('is answered before its body comes, and let go: %s', async (_what, header, code) => {
    const { head, sign, clock } = await wired()
    const { answer, socket, closed } = head(
      header((to) => sign(BODY, undefined, undefined, to)),
      large,
    )
    expect(await answer()).toMatch(new RegExp(`^HTTP/1.1 401 [^]*connection: close[^]*${code}`))
    socket.write('a byte now and then')
    await clock.advance(1_000)
    await closed
  })

  test('is thrown away as it comes, up to a bound: then its connection ends', async () => {
    const { head } = await wired()
    const { answer, socket, closed } = head(undefined, large)
    await answer()
    socket.write(Buffer.alloc(1_000_001, 'x'))
    await closed
  })

  test('gets its answer in the middle of a long body', async () => {
    const { post } = await wired()
    const { status, json } = await post('/graphql', 'x'.repeat(900_000), { [CALL_HEADER]: 'a.b' })
    expect([status, json]).toEqual([401, errorOf('CALL_SIGNATURE_INVALID')])
  })

  test('is not told to send its body; one that may is', async () => {
    const { head, sign } = await wired()
    const expecting = [`Content-Length: ${BODY.length}`, 'Expect: 100-continue']
    expect(await head(undefined, expecting).answer()).toMatch(/^HTTP\/1.1 401 /)
    const may = head(sign(BODY), expecting)
    expect(await may.answer('\r\n\r\n')).toBe('HTTP/1.1 100 Continue\r\n\r\n')
    may.socket.write(BODY)
    expect(await may.answer()).toContain(HOPS)
  })
})

describe('a body', () => {
  test('that does not end is cut off, and its header still good for the one who has it', async () => {
    const { head, sign } = await wired({ limits: { headersMs: 250, requestMs: 250 } })
    const header = sign(BODY)
    const slow = head(header)
    slow.socket.write(BODY.slice(0, 5))
    expect(await slow.answer('\r\n\r\n')).toMatch(/^HTTP\/1.1 408 /)
    await slow.closed
    const owner = head(header)
    owner.socket.write(BODY)
    expect(await owner.answer()).toContain(HOPS)
  })

  test('that is longer than may be is read no further', async () => {
    const { head, sign } = await wired({ limits: { bodyBytes: 1_000 } })
    const { answer, socket, closed } = head(sign(BODY), ['Transfer-Encoding: chunked'])
    socket.write(`3e9\r\n${'x'.repeat(1_001)}\r\n`)
    expect(await answer()).toMatch(/^HTTP\/1.1 413 [^]*connection: close[^]*REQUEST_BODY_TOO_LARGE/)
    socket.write(`f4241\r\n${'x'.repeat(1_000_001)}\r\n`)
    await closed
  })

  test('of another call is refused unparsed, and spends nothing', async () => {
    const { head, sign } = await wired()
    const header = sign(BODY)
    for (const wrong of [OTHER, 'x'.repeat(BODY.length)]) {
      const caught = head(header)
      caught.socket.write(wrong)
      expect(await caught.answer()).toContain('CALL_BODY_MISMATCH')
    }
    const owner = head(header)
    owner.socket.write(BODY)
    expect(await owner.answer()).toContain(HOPS)
    // From now on the header alone tells.
    expect(await head(header).answer()).toContain('CALL_REPLAYED')
  })

  test('that comes twice at once under one header is answered once', async () => {
    const { head, sign } = await wired()
    const header = sign(BODY)
    const both = [head(header), head(header)]
    await Promise.all(both.map(({ socket }) => once(socket, 'connect')))
    for (const { socket } of both) socket.write(BODY)
    const answers = await Promise.all(both.map(({ answer }) => answer()))
    expect(answers.filter((text) => text.includes(HOPS))).toHaveLength(1)
    expect(answers.filter((text) => text.includes('CALL_REPLAYED'))).toHaveLength(1)
  })
})
