import { describe, expect, test } from 'vitest'
import { CALL_HEADER } from '../../../../subgraphs/runtime/identity/header.ts'
import { servePond } from './pondServer.ts'

const put = (url: string, body: NonNullable<RequestInit['body']>) => fetch(url, { method: 'PUT', body, duplex: 'half' })

describe('what is sent to a route of a subgraph', () => {
  test('is taken by PUT, whole, and answered without a word', async () => {
    const { served, planted } = await servePond()
    const answer = await put(`${served.url}/media/pond/lily.webp`, 'a new lily')
    expect([answer.status, await answer.text(), answer.headers.get('content-length')]).toEqual([204, '', null])
    expect(planted).toEqual(['a new lily'])
  })

  test.each([true, false])('is bounded by the route, not by the server, length announced: %s', async (known) => {
    const { served, planted } = await servePond({ limits: { bodyBytes: 10 } })
    const send = (size: number) => {
      const parts = [Buffer.alloc(size / 2), Buffer.alloc(size / 2)]
      return put(`${served.url}/media/pond/lily.webp`, known ? Buffer.concat(parts) : ReadableStream.from(parts))
    }
    expect((await send(100)).status).toBe(204)
    const refused = await send(102)
    expect(refused.status).toBe(413)
    expect(await refused.json()).toMatchObject({ error: { code: 'REQUEST_BODY_TOO_LARGE' } })
    expect(planted).toHaveLength(1)
  })

  test('is refused where nothing is taken', async () => {
    const { served } = await servePond()
    expect((await put(`${served.url}/media/elsewhere/lily.webp`, 'a')).status).toBe(404)
    expect((await put(`${served.url}/graphql`, 'a')).status).toBe(405)
  })
})

describe('a page of another origin', () => {
  const origins = ['https://photo.example']
  const asked = (origin: string) => ({ headers: { origin, 'access-control-request-method': 'PUT' }, method: 'OPTIONS' })

  test('may use routes when the operator named it, and nothing else', async () => {
    const { get } = await servePond({ origins })
    const allowed = await get('/media/pond/lily.webp', asked('https://photo.example'))
    expect([allowed.status, allowed.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, PUT'])
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://photo.example')
    expect(allowed.headers.get('access-control-allow-headers')).toContain('range')
    expect((await get('/graphql', asked('https://photo.example'))).status).toBe(405)
    const evil = await get('/media/pond/lily.webp', asked('https://evil.example'))
    expect(evil.headers.has('access-control-allow-origin')).toBe(false)
  })

  test('reads what was answered, refusals too', async () => {
    const { get } = await servePond({ origins })
    const headers = { origin: 'https://photo.example' }
    for (const path of ['/media/pond/lily.webp', '/media/pond/rose.webp']) {
      const answer = await get(path, { headers })
      expect(answer.headers.get('access-control-allow-origin')).toBe('https://photo.example')
      expect(answer.headers.get('access-control-expose-headers')).toBe('accept-ranges, content-range')
    }
    const none = await get('/media/pond/lily.webp')
    expect([none.headers.has('access-control-allow-origin'), none.headers.get('vary')]).toEqual([false, 'origin'])
  })
})

describe('the body of an internal call', () => {
  test('may be longer than that of a GraphQL request, to a limit of its own', async () => {
    const { post, sign } = await servePond({ limits: { bodyBytes: 100, internalBodyBytes: 1_000 } })
    const body = (size: number) => JSON.stringify({ query: 'x'.repeat(size) })
    const spawn = { caller: 'seeder', operation: 'spawn', timeoutMs: 5_000 }
    const internally = (size: number) => ({ [CALL_HEADER]: sign(body(size), spawn, 'seeder') })
    expect((await post('/graphql', body(200))).status).toBe(413)
    expect((await post('/internal/spawn', body(200), internally(200))).status).toBe(400)
    expect((await post('/internal/spawn', body(1_000), internally(1_000))).status).toBe(413)
  })
})
