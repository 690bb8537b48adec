import { expect, onTestFinished } from 'vitest'
import { callKey } from '../../../../subgraphs/runtime/keys/uses.ts'
import { openKeys } from '../../../../subgraphs/runtime/keys/keys.ts'
import { CALL_HEADER, type CallSubject, createHeaderSigner } from '../../../../subgraphs/runtime/identity/header.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { type ServeOptions, serveSubgraphs } from '../../../../subgraphs/runtime/serve/serve.ts'
import { createPond, type PondOptions } from '../subgraph/pond.ts'

export const keys = openKeys({ configured: { rootSecret: 'p'.repeat(43) } })
const random = createSeededRandom('pond server')

/** The pond over HTTP on a free port, closed when the test ends. */
export async function servePond(options: Partial<ServeOptions> = {}, pondOptions: PondOptions = {}) {
  const pond = createPond(pondOptions)
  const { clock } = pond
  const logged: [object, string][] = []
  const note = (fields: object, message: string) => void logged.push([fields, message])
  const log = { debug: note, info: note, warn: note, error: note }
  const callers = new Map([['seeder', callKey(keys, 'seeder', 'pond')]])
  const mounts = [{ subgraph: pond.subgraph, path: '/graphql', key: callKey(keys, 'gateway', 'pond'), callers }]
  const served = await serveSubgraphs({ mounts, host: '127.0.0.1', port: 0, clock, log, ...options })
  onTestFinished(() => served.stop(0))

  /** A header as the gateway makes it, or another service with `from`. */
  function sign(body: string | Uint8Array, subject: CallSubject = { timeoutMs: 5000 }, from = 'gateway', to = 'pond') {
    return createHeaderSigner({ audience: to, key: callKey(keys, from, 'pond'), clock, random })(body, subject)
  }

  async function post(path: string, body: string, headers: Record<string, string> = {}, signal?: AbortSignal) {
    const response = await fetch(new URL(path, served.url), {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', [CALL_HEADER]: sign(body), ...headers },
      ...(signal && { signal }),
    })
    const json: unknown = await response.json()
    return { status: response.status, headers: response.headers, json }
  }

  const ask = (query: string, more: object = {}) => post('/graphql', JSON.stringify({ query, ...more }))
  const get = (path: string, init: RequestInit = {}) => fetch(new URL(path, served.url), init)
  return { ...pond, pond, served, logged, sign, post, ask, get }
}

export function errorOf(code: string, message: unknown = expect.any(String)) {
  return { errors: [{ message, extensions: { code } }] }
}
