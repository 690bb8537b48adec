import { createHash } from 'node:crypto'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import type { Policies } from '../admit/policies.ts'
import type { Generation } from '../engine.ts'
import type { Identify } from '../identify/identify.ts'
import type { GatewayRoute } from './routes.ts'

/** `GET /schema.graphql`: the public schema as a file, for whoever may introspect; `304` where the client has it. */
export function schemaRoute(current: () => Generation, identify: Identify, policies: Policies): GatewayRoute {
  return {
    method: 'GET',
    path: '/schema.graphql',
    async handle({ headers }) {
      const { client } = await identify(headers)
      if (!policies.of(client).introspection) throw fault('INTROSPECTION_OFF')
      const { apiSdl } = current()
      const etag = `"${createHash('sha256').update(apiSdl).digest('base64url').slice(0, 22)}"`
      const known = (headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
      const common = { etag, 'cache-control': 'no-cache' }
      if (known.includes(etag) || known.includes('*')) return { status: 304, headers: common, body: '' }
      return { status: 200, headers: { ...common, 'content-type': 'text/plain; charset=utf-8' }, body: apiSdl }
    },
  }
}
