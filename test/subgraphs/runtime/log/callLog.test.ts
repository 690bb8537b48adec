import { expect, test } from 'vitest'
import { callLog } from '../../../../subgraphs/runtime/log/callLog.ts'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'

test('each line says which call it is about, and all else that it said', () => {
  const lines: [string, object, string][] = []
  const at = (level: string) => (fields: object, message: string) => void lines.push([level, fields, message])
  const log = callLog(
    { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') },
    { callId: 'c', operation: 'spawn' },
  )
  for (const level of ['debug', 'info', 'warn', 'error'] as const) log[level]({ n: 1 }, 'said')
  const fields = { callId: 'c', operation: 'spawn', n: 1 }
  expect(lines).toEqual(['debug', 'info', 'warn', 'error'].map((level) => [level, fields, 'said']))
})

test('what is silent stays silent', () => {
  expect(callLog(silentLog, { callId: 'c' }).warn({}, 'nothing')).toBeUndefined()
})
