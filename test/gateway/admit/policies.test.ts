import { describe, expect, test } from 'vitest'
import { createPolicies } from '../../../gateway/admit/policies.ts'
import { DEFAULT_LIMITS, type GatewayOptions } from '../../../gateway/options.ts'

const policies = (options: Partial<GatewayOptions>) => createPolicies(options as GatewayOptions)

describe('what a client may do', () => {
  test('by default: no introspection, no page, the default limits', () => {
    expect(policies({}).of('PHOTO')).toEqual({ origins: [], introspection: false, limits: DEFAULT_LIMITS })
    expect(policies({}).allowsOrigin('https://a.example')).toBe(false)
    expect(policies({}).allowsOrigin('http://localhost:3000')).toBe(false)
  })

  test('its own settings over those for everybody', () => {
    const { of } = policies({
      limits: { depth: 9 },
      clients: { PHOTO: { introspection: true, limits: { aliases: 3 } } },
    })
    expect(of('PHOTO')).toMatchObject({ introspection: true, limits: { ...DEFAULT_LIMITS, depth: 9, aliases: 3 } })
    expect(of('SOCIAL')).toMatchObject({ introspection: false, limits: { ...DEFAULT_LIMITS, depth: 9 } })
  })

  test('ANONYMOUS is the name of those without a token', () => {
    expect(policies({ clients: { ANONYMOUS: { limits: { depth: 2 } } } }).of(null).limits.depth).toBe(2)
  })

  test('an origin is allowed to the client that it was named for', () => {
    const { allowsOrigin } = policies({ clients: { PHOTO: { origins: ['https://photo.example'] } } })
    expect(allowsOrigin('https://photo.example', 'PHOTO')).toBe(true)
    expect(allowsOrigin('https://photo.example', 'SOCIAL')).toBe(false)
    expect(allowsOrigin('https://photo.example', null)).toBe(false)
    // A preflight brings no token yet.
    expect(allowsOrigin('https://photo.example')).toBe(true)
  })

  test('in development every page of this machine may call, and no page that only sounds like it', () => {
    const { allowsOrigin } = policies({ development: true })
    const local = ['http://localhost:3000', 'http://127.0.0.1', 'https://[::1]:8080']
    const foreign = ['http://localhost.evil.example', 'http://evil.example', 'null', 'http://localhost:80@evil.example']
    expect(local.map((origin) => allowsOrigin(origin, null))).toEqual([true, true, true])
    expect(foreign.map((origin) => allowsOrigin(origin, null))).toEqual([false, false, false, false])
  })

  test('settings that cannot hold are refused at the start', () => {
    expect(() => policies({ clients: { A: { origins: ['https://a.example/path'] } } })).toThrow(
      /without a path, but got/,
    )
    expect(() => policies({ clients: { A: { origins: ['*'] } } })).toThrow(/must be like/)
    expect(() => policies({ limits: { depth: 0 } })).toThrow('limits.depth must be a positive integer, but got: 0')
  })
})
