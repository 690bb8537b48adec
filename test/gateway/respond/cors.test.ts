import { describe, expect, test } from 'vitest'
import { startGateway } from '../../support/gatewayTester.ts'

const clients = {
  PHOTO: { origins: ['https://photo.example'] },
  SOCIAL: { origins: ['https://social.example', 'https://beta.social.example'] },
}

describe('pages of other origins', () => {
  test('read answers as the client that they were named for, and as no other', async () => {
    await using gateway = await startGateway({ clients })
    const allowed = async (client: string | null, origin: string): Promise<string | null> => {
      const token = client === null ? {} : { token: await gateway.token(client) }
      const { headers } = await gateway.ask('{ hello }', { ...token, headers: { origin } })
      expect(headers.get('vary')).toBe('origin')
      return headers.get('access-control-allow-origin')
    }
    expect(await allowed('PHOTO', 'https://photo.example')).toBe('https://photo.example')
    expect(await allowed('SOCIAL', 'https://beta.social.example')).toBe('https://beta.social.example')
    expect(await allowed('PHOTO', 'https://social.example')).toBeNull()
    expect(await allowed('ACCOUNTS', 'https://photo.example')).toBeNull()
    expect(await allowed(null, 'https://photo.example')).toBeNull()
    expect(await allowed('PHOTO', 'null')).toBeNull()
  })

  test('may ask whether they may ask, before anybody knows as whom', async () => {
    await using gateway = await startGateway({ clients })
    const preflight = (origin: string) =>
      gateway.send('/graphql', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } })
    const { status, headers } = await preflight('https://photo.example')
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-origin')).toBe('https://photo.example')
    expect(headers.get('access-control-allow-headers')).toContain('authorization')
    expect(headers.has('access-control-allow-credentials')).toBe(false)
    expect((await preflight('https://evil.example')).headers.has('access-control-allow-origin')).toBe(false)
  })

  test('read why they were refused', async () => {
    await using gateway = await startGateway({ clients })
    const { code, headers } = await gateway.ask('{ hello }', {
      token: 'bad',
      headers: { origin: 'https://photo.example' },
    })
    expect(code).toBe('UNAUTHENTICATED')
    expect(headers.get('access-control-allow-origin')).toBe('https://photo.example')
  })

  test('of this machine may call in development', async () => {
    await using gateway = await startGateway({ development: true })
    const { headers } = await gateway.ask('{ hello }', { headers: { origin: 'http://localhost:5173' } })
    expect(headers.get('access-control-allow-origin')).toBe('http://localhost:5173')
  })
})
