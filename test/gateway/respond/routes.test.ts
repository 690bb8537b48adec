import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { jsonAnswer } from '../../../gateway/respond/answer.ts'
import { type GatewayRoute, routesOfSubgraph } from '../../../gateway/respond/routes.ts'
import type { SubgraphTransport } from '../../../gateway/transport.ts'
import { sourceOf } from '../../../subgraphs/runtime/bytes/byteSource.ts'
import { fault } from '../../../subgraphs/runtime/errors/fault.ts'
import { startGateway } from '../../support/gatewayTester.ts'
import { resolvable } from '../../support/resolvable.ts'
import { createStubGeneration } from '../../support/stubGeneration.ts'

const say = (text: string) => () => jsonAnswer(200, text)

describe('routes', () => {
  const routes: GatewayRoute[] = [
    { method: 'GET', path: '/*', handle: ({ url }) => (url.pathname === '/' ? jsonAnswer(200, 'page') : null) },
    { method: 'GET', path: '/media/*', handle: say('media') },
    { method: 'GET', path: '/media/one', handle: say('one') },
    { method: 'POST', path: '/upload', handle: async ({ body }) => jsonAnswer(200, (await body()).length) },
    { method: 'GET', path: '/dev/personas', loopbackOnly: true, handle: say('people') },
    { method: 'GET', path: '/broken', handle: () => Promise.reject(new Error('secret')) },
    { method: 'GET', path: '/refused', handle: () => Promise.reject(fault('CLIENT_NOT_ALLOWED')) },
  ]

  test.each<[string, RequestInit | undefined, number, string]>([
    ['/', undefined, 200, '"page"'],
    ['/nothing', undefined, 404, 'REQUEST_PATH_UNKNOWN'],
    ['/media/two?size=1', undefined, 200, '"media"'],
    ['/media/one', undefined, 200, '"one"'],
    ['/media', undefined, 404, 'REQUEST_PATH_UNKNOWN'],
    ['/upload', { method: 'POST', body: 'abc' }, 200, '3'],
    ['/upload', undefined, 404, 'REQUEST_PATH_UNKNOWN'],
    ['/upload', { method: 'DELETE' }, 405, 'REQUEST_METHOD_NOT_ALLOWED'],
    ['/dev/personas', undefined, 200, '"people"'],
    ['/broken', undefined, 500, 'INTERNAL_ERROR'],
    ['/refused', undefined, 403, 'CLIENT_NOT_ALLOWED'],
    ['/media/one', { method: 'HEAD' }, 200, ''],
  ])('%s %o → %i', async (path, init, status, expected) => {
    await using gateway = await startGateway({ routes })
    const answer = await gateway.send(path, init)
    expect(answer.status).toBe(status)
    expect(answer.text).not.toContain('secret')
    expect(answer.text).toContain(expected)
  })

  test('for this machine only know whom they were asked as, and by whom', async () => {
    await using gateway = await startGateway({ routes })
    const statusAs = (headers: Record<string, string>): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const asked = request(`${gateway.url}/dev/personas`, { headers }, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
        asked.on('error', reject).end()
      })
    expect(await statusAs({ host: 'localhost:4000' })).toBe(200)
    expect(await statusAs({ host: '[::1]:4000' })).toBe(200)
    expect(await statusAs({ host: 'rebound.example' })).toBe(403)
    expect(await statusAs({ host: 'localhost.example' })).toBe(403)
    expect(await statusAs({ host: 'localhost', 'x-forwarded-for': '203.0.113.9' })).toBe(403)
  })

  test('of a subgraph are mounted as they are', async () => {
    const get = (url: URL) =>
      Promise.resolve(
        url.pathname.endsWith('one.webp')
          ? { contentType: 'image/webp', body: Uint8Array.of(1, 2), headers: { 'cache-control': 'public' } }
          : null,
      )
    await using gateway = await startGateway({ routes: routesOfSubgraph({ prefix: '/media/photo/', get }) })
    const found = await gateway.send('/media/photo/one.webp')
    expect([found.status, found.headers.get('content-type'), found.headers.get('cache-control')]).toEqual([
      200,
      'image/webp',
      'public',
    ])
    expect((await gateway.send('/media/photo/two.webp')).status).toBe(404)
  })
})

describe('a route of a subgraph with a film', () => {
  const film = sourceOf(Buffer.from('0123456789'))
  const headers = { etag: '"one"', 'cache-control': 'private, no-store' }
  const get = () => Promise.resolve({ contentType: 'video/mp4', body: film, headers })
  const routes = routesOfSubgraph({ prefix: '/media/photo/', get })

  async function ask(asked: Record<string, string> = {}, method = 'GET') {
    await using gateway = await startGateway({ routes })
    const answer = await gateway.send('/media/photo/film', { method, headers: asked })
    const [range, length] = ['content-range', 'content-length'].map((name) => answer.headers.get(name))
    return { ...answer, told: [answer.status, range, length, answer.text] }
  }

  test('answers the part that is asked for, kept by nobody', async () => {
    const { told, headers: got } = await ask({ range: 'bytes=2-4' })
    expect(told).toEqual([206, 'bytes 2-4/10', '3', '234'])
    expect([got.get('accept-ranges'), got.get('cache-control')]).toEqual(['bytes', 'private, no-store'])
    expect((await ask({ range: 'bytes=2-4', 'if-range': '"two"' })).told).toEqual([200, null, '10', '0123456789'])
  })

  test('says to a HEAD how long it is, and that parts may be asked for', async () => {
    const { told, headers: got } = await ask({ range: 'bytes=2-4' }, 'HEAD')
    expect(told).toEqual([200, null, '10', ''])
    expect(got.get('accept-ranges')).toBe('bytes')
  })

  test('refuses a part that is not there, and says what is', async () => {
    const refused = await ask({ range: 'bytes=10-' })
    expect([refused.status, refused.code, refused.headers.get('content-range')]).toEqual([
      416,
      'RANGE_NOT_SATISFIABLE',
      'bytes */10',
    ])
  })

  test('says that nothing has changed before it looks at the part (RFC 9110, section 13.2.2)', async () => {
    expect((await ask({ range: 'bytes=2-4', 'if-none-match': '"one"' })).status).toBe(304)
  })
})

describe('a route of a subgraph that takes something', () => {
  const taken: string[] = []
  const [get, put] = routesOfSubgraph({
    prefix: '/uploads/photo/',
    get: () => Promise.resolve(null),
    async put(url, body) {
      if (url.pathname.endsWith('closed')) throw fault('UPLOAD_URL_INVALID')
      taken.push(Buffer.from(await body(2_000_000)).toString('latin1', 0, 3))
    },
  })
  const routes = [get, put].flatMap((route) => route ?? [])
  const origin = 'https://photo.example'
  const clients = { PHOTO: { origins: [origin] } }

  test('takes a body of its own limit by PUT, whatever that of other bodies is', async () => {
    await using gateway = await startGateway({ routes, bodyBytes: 1_024 })
    const send = (path: string, size: number) => gateway.send(path, { method: 'PUT', body: 'a'.repeat(size) })
    expect((await send('/uploads/photo/one', 2_000_000)).status).toBe(204)
    expect(taken).toEqual(['aaa'])
    expect((await send('/uploads/photo/one', 2_000_001)).text).toContain('REQUEST_BODY_TOO_LARGE')
    expect((await send('/uploads/photo/closed', 10)).text).toContain('UPLOAD_URL_INVALID')
    expect((await gateway.send('/uploads/photo/one')).status).toBe(404)
    expect(taken).toHaveLength(1)
  })

  test('may be used by pages of the origins that the operator named', async () => {
    await using gateway = await startGateway({ routes, clients })
    const asked = { origin, 'access-control-request-method': 'PUT' }
    const preflight = await gateway.send('/uploads/photo/one', { method: 'OPTIONS', headers: asked })
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT')
    const sent = await gateway.send('/uploads/photo/one', { method: 'PUT', body: 'abc', headers: { origin } })
    expect([sent.status, sent.headers.get('access-control-allow-origin')]).toEqual([204, origin])
  })
})

describe('/schema.graphql', () => {
  test('is a file that changes with its ETag', async () => {
    await using gateway = await startGateway({ development: true })
    const first = await gateway.send('/schema.graphql')
    const etag = first.headers.get('etag') ?? ''
    expect(first.text).toContain('type Query')
    expect((await gateway.send('/schema.graphql', { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await gateway.send('/schema.graphql', { headers: { 'if-none-match': `W/${etag}, "x"` } })).status).toBe(304)
    expect((await gateway.send('/schema.graphql', { headers: { 'if-none-match': '"x"' } })).status).toBe(200)
  })

  test('is for those who may introspect', async () => {
    await using gateway = await startGateway({ clients: { PHOTO: { introspection: true } } })
    expect(await gateway.send('/schema.graphql')).toMatchObject({ status: 403, code: 'INTROSPECTION_OFF' })
    const authorization = `Bearer ${await gateway.token('PHOTO')}`
    expect((await gateway.send('/schema.graphql', { headers: { authorization } })).status).toBe(200)
    expect((await gateway.send('/schema.graphql', { headers: { authorization: 'Bearer x' } })).status).toBe(401)
  })
})

describe('health', () => {
  const transport = (up: () => boolean): SubgraphTransport & { calls: number } => {
    const self = {
      calls: 0,
      send: () => {
        self.calls++
        return up() ? Promise.resolve({ data: { __typename: 'Query' } }) : Promise.reject(fault('SUBGRAPH_UNREACHABLE'))
      },
      close: () => Promise.resolve(),
    }
    return self
  }

  test('/healthz answers while the process lives', async () => {
    await using gateway = await startGateway()
    expect(await gateway.send('/healthz')).toMatchObject({ status: 200, json: { status: 'ok' } })
  })

  test('/readyz waits for every subgraph, names who is missing, and stays ready later on', async () => {
    let up = false
    const codes = { photo: 'SUBGRAPH_UNREACHABLE' }
    const transports = new Map([
      ['photo', transport(() => up)],
      ['social', transport(() => true)],
    ])
    await using gateway = await startGateway({ generation: createStubGeneration({ transports }) })
    const ready = async (): Promise<unknown> => {
      await gateway.clock.advance(1_000)
      const { status, json } = await gateway.send('/readyz')
      return { http: status, ...json }
    }
    expect(await ready()).toEqual({ http: 503, status: 'starting', missing: ['photo'], codes })
    up = true
    expect(await ready()).toEqual({ http: 200, status: 'ready', missing: [], codes: {} })
    up = false
    expect(await ready()).toEqual({ http: 200, status: 'degraded', missing: ['photo'], codes })
  })

  test('/readyz says what this process lacks itself: without its store it answers nothing, with a wrong clock all but', async () => {
    const codes: Record<string, string | null> = { store: null, clock: null }
    const check = (name: string, isEssential: boolean) => ({ name, isEssential, look: () => codes[name] ?? null })
    await using gateway = await startGateway({ checks: [check('store', true), check('clock', false)] })
    const ready = async (store: string | null, clock: string | null): Promise<unknown> => {
      Object.assign(codes, { store, clock })
      await gateway.clock.advance(1_000)
      const { status, json } = await gateway.send('/readyz')
      return [status, json]
    }
    const clock = 'CLOCKS_DIFFER'
    expect(await ready(null, clock)).toEqual([200, { status: 'degraded', missing: ['clock'], codes: { clock } }])
    expect(await ready('STORE_FULL', clock)).toEqual([
      503,
      { status: 'not ready', missing: ['clock', 'store'], codes: { clock, store: 'STORE_FULL' } },
    ])
    expect(await ready(null, null)).toEqual([200, { status: 'ready', missing: [], codes: {} }])
  })

  test('/readyz asks the subgraphs at most once a second', async () => {
    const photo = transport(() => true)
    await using gateway = await startGateway({
      generation: createStubGeneration({ transports: new Map([['photo', photo]]) }),
    })
    await Promise.all([1, 2, 3].map(() => gateway.send('/readyz')))
    expect(photo.calls).toBe(1)
    await gateway.clock.advance(1_000)
    await gateway.send('/readyz')
    expect(photo.calls).toBe(2)
  })

  test('a subgraph that does not answer is missing after a second', async () => {
    const asked = resolvable()
    const silent: SubgraphTransport = {
      send: () => {
        asked.resolve()
        return new Promise(() => undefined)
      },
      close: () => Promise.resolve(),
    }
    await using gateway = await startGateway({
      generation: createStubGeneration({ transports: new Map([['photo', silent]]) }),
    })
    const answer = gateway.send('/readyz')
    await asked.promise
    await gateway.clock.advance(1_000)
    expect(await answer).toMatchObject({ status: 503, json: { missing: ['photo'] } })
  })
})
