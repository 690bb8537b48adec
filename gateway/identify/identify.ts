import type { IncomingHttpHeaders } from 'node:http'
import type { Clock } from '../../subgraphs/runtime/clock/clock.ts'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import type { IdentityOptions } from '../options.ts'
import { type Caller, NOBODY } from './caller.ts'
import { createTokenVerifier } from './verifyToken.ts'

/** Who sent a request with these headers. Rejects with `UNAUTHENTICATED`; never takes a wrong token for no token. */
export type Identify = (headers: IncomingHttpHeaders) => Promise<Caller>

/** Without options everybody is anonymous: the header `Authorization` is somebody else's business then. */
export function createIdentify(options: IdentityOptions | undefined, clock: Clock): Identify {
  if (options === undefined) return () => Promise.resolve(NOBODY)
  const verify = createTokenVerifier(options, clock)

  return async (headers) => {
    const { authorization } = headers
    const caller = authorization === undefined ? NOBODY : await verify(bearerOf(authorization))
    // https://w3c.github.io/gpc/: the value is exactly "1".
    return headers['sec-gpc'] === '1' ? { ...caller, gpc: true } : caller
  }
}

function bearerOf(authorization: string): string {
  const match = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(authorization)
  if (match?.[1] !== undefined) return match[1]
  throw fault('UNAUTHENTICATED', {
    message: 'The header "Authorization" must be "Bearer <token>", but got something else. Correct it or leave it out.',
  })
}
