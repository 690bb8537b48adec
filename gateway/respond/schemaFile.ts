import { createHash } from 'node:crypto'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import type { Policies } from '../admit/policies.ts'
import type { Generation } from '../engine.ts'
import type { Identify } from '../identify/identify.ts'
import type { GatewayRoute } from './routes.ts'

/** `GET /schema.graphql`: the public schema as a file, for whoever may introspect. */
export function schemaRoute(current: () => Generation, identify: Identify, policies: Policies): GatewayRoute {
  return {
    method: 'GET',
    path: '/schema.graphql',
    async handle(visit) {
      const { client } = await identify(visit.headers)
      if (!policies.of(client).introspection) throw fault('INTROSPECTION_OFF')
      const { apiSdl } = current()
      const etag = `"${createHash('sha256').update(apiSdl).digest('base64url').slice(0, 22)}"`
      const headers = { etag, 'cache-control': 'no-cache', 'content-type': 'text/plain; charset=utf-8' }
      return { status: 200, headers, body: apiSdl }
    },
  }
}
