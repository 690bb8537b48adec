import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { playgroundRoutes } from '../../../bin/house/playground.ts'
import { temporaryDirectory } from '../../support/demoData.ts'
import { startGateway } from '../../support/gatewayTester.ts'

const contentTypes = {
  'index.html': 'text/html; charset=utf-8',
  'assets/a.js': 'text/javascript; charset=utf-8',
  'assets/a.css': 'text/css; charset=utf-8',
  'assets/a.svg': 'image/svg+xml',
  'assets/a.ttf': 'font/ttf',
  'assets/a.woff2': 'font/woff2',
  'data.json': 'application/json',
  'x.odd': 'application/octet-stream',
}

describe('the files of the playground', () => {
  const directory = temporaryDirectory()
  let gateway: Awaited<ReturnType<typeof startGateway>>
  beforeAll(async () => {
    const files = ['../secret.txt', ...Object.keys(contentTypes)].map((file) => join(directory, 'page', file))
    for (const file of files) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, `content of ${file}`)
    }
    gateway = await startGateway({ routes: playgroundRoutes(join(directory, 'page')) })
  })
  afterAll(async () => {
    await gateway?.[Symbol.asyncDispose]()
    rmSync(directory, { recursive: true })
  })

  test.each(Object.entries(contentTypes))('%s is %s', async (file, contentType) => {
    const { status, headers } = await gateway.send(`/playground/${file}`)
    expect([status, headers.get('content-type')]).toEqual([200, contentType])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('run their own scripts only, and ask no other host', async () => {
    const { headers } = await gateway.send('/')
    expect(headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self' data:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
  })

  test('are kept for ever where their name tells their content, else asked for by ETag', async () => {
    const [page, script] = await Promise.all(['/', '/playground/assets/a.js'].map((path) => gateway.send(path)))
    expect(script?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(page?.headers.get('cache-control')).toBe('no-cache')
    const etag = page?.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{22}"$/)
    expect(script?.headers.get('etag')).not.toBe(etag)
    expect((await gateway.send('/', { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await gateway.send('/playground/index.html')).headers.get('etag')).toBe(etag)
  })

  test.each([
    ['/playground/../secret.txt', 404],
    ['/playground/../../secret.txt', 404],
    ['/playground/..%2fsecret.txt', 404],
    ['/playground/%2e%2e/secret.txt', 404],
    ['/playground/assets/..%5c..%5csecret.txt', 404],
    ['/playground//etc/passwd', 404],
    ['/playground/assets', 404],
    ['/playground/assets/', 404],
    ['/playground/assets/a.js%00', 404],
    ['/playground/__proto__', 404],
    ['/playground/assets/../x.odd', 200],
  ])('the path %s, sent as it is, gives %i', async (path, status) => {
    const answer = await sendAsItIs(gateway.url, path)
    expect(answer.split(' ', 2)).toEqual(['HTTP/1.1', String(status)])
    expect(answer).not.toContain('secret.txt')
  })

  test('say where there are none that they must be built', () => {
    const message = /must be built, but .* has no index.html: run `npm run prepare`/
    expect(() => playgroundRoutes(directory)).toThrow(message)
  })
})

/** Clients of Node's tidy a path before they send it. */
async function sendAsItIs(url: string, path: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
  return text(socket)
}
