import { describe, expect, test } from 'vitest'
import { startGateway } from '../../support/gatewayTester.ts'

describe('a request that is answered', () => {
  test('by POST', async () => {
    await using gateway = await startGateway()
    const { status, json, headers } = await gateway.ask('{ hello }')
    expect(json).toEqual({ data: { hello: 'world' } })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  })
})
