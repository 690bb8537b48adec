import { z } from 'zod'
import type { InternalCalls } from '../internal/client.ts'
import { defineInternalOperation, type InternalOperation } from '../internal/internal.ts'
import type { ProcessBook } from './processes.ts'

const text = z.string().min(1).max(200)

const report = z.strictObject({
  id: text,
  role: text,
  version: text,
  node: text,
  host: text,
  pid: z.number().int(),
  keys: z.strictObject({ permanent: text, root: text, token: text }),
  startedAt: z.number().int(),
  clocksDiffer: z.boolean(),
})

const input = z.union([z.strictObject({ report }), z.strictObject({ ended: text })])
const output = z.strictObject({})

/** `reportProcess`: how a gateway, which has no store, says that it is there, or that it ends. */
export function processReports(book: ProcessBook): InternalOperation {
  return defineInternalOperation({
    name: 'reportProcess',
    callers: ['gateway'],
    input,
    output,
    async run(said) {
      if ('ended' in said) await book.forget(said.ended)
      else await book.put({ ...said.report, shapes: {} })
      return {}
    },
  })
}

/** The book, by way of `accounts`. */
export function remoteProcessBook(calls: InternalCalls): ProcessBook {
  return {
    async put(said) {
      await calls.call('accounts', 'reportProcess', { report: said })
    },
    async forget(ended) {
      await calls.call('accounts', 'reportProcess', { ended })
    },
  }
}
