import { describe, expect, test } from 'vitest'
import { fault } from '../../../subgraphs/runtime/errors/fault.ts'
import { silentLog } from '../../../subgraphs/runtime/log/log.ts'
import type { SubgraphRequest, SubgraphResponse } from '../../../gateway/transport.ts'
import { testGraph } from '../engine/graph.ts'

/** What the log says of one request whose only call is answered so, under this number in the subgraph's log. */
async function toldOf(answer: SubgraphResponse | Error, callId?: string): Promise<readonly object[]> {
  const told: object[] = []
  const answering = ({ named }: SubgraphRequest) => {
    if (callId !== undefined) named?.(callId)
    return answer instanceof Error ? Promise.reject(answer) : answer
  }
  const log = { ...silentLog, warn: (fields: object) => void told.push(fields) }
  const graph = testGraph({ shop: { sdl: 'type Query { a: Int b: Int }', answer: answering } }, { log })
  await graph.run('{ a b }', {}, { scope: { requestId: 'the request' } })
  return told
}

const failing = (...codes: unknown[]): SubgraphResponse => ({
  data: { a: null, b: null },
  errors: codes.map((code) => ({ message: 'no', extensions: { code } })),
})

describe('the log leads from a request to a call', () => {
  test('that did not come through', async () => {
    const [line] = await toldOf(fault('SUBGRAPH_UNREACHABLE'), 'the call')
    expect(line).toMatchObject({ subgraph: 'shop', requestId: 'the request', callId: 'the call' })
  })

  test.each(['INTERNAL_ERROR', 'STORE_UNAVAILABLE', 'CALL_SIGNATURE_INVALID'])(
    'that failed by itself: %s',
    async (code) => {
      const line = { subgraph: 'shop', code, requestId: 'the request', callId: 'the call' }
      expect(await toldOf(failing('NOT_SIGNED_IN_TO_APP', code, code), 'the call')).toEqual([line])
    },
  )
})

describe('the log says nothing of a call', () => {
  test.each<[string, SubgraphResponse, string | undefined]>([
    ['whose errors explain themselves', failing('NOT_SIGNED_IN_TO_APP', undefined, 7), 'the call'],
    ['whose errors are none', { data: { a: 1, b: 1 }, errors: 'INTERNAL_ERROR' as never }, 'the call'],
    ['of whom no log is kept here', failing('INTERNAL_ERROR'), undefined],
    ['that went well', { data: { a: 1, b: 1 } }, 'the call'],
  ])('%s', async (_what, answer, callId) => {
    expect(await toldOf(answer, callId)).toEqual([])
  })
})
