import { parse } from 'graphql'
import { z } from 'zod'
import { createLookAt, type LookAt } from '../../gateway/consent/lookAt.ts'
import { jsonAnswer } from '../../gateway/respond/answer.ts'
import type { GatewayRoute } from '../../gateway/respond/routes.ts'
import { fault } from '../../subgraphs/runtime/errors/fault.ts'
import { planMermaid } from '../draw/planMermaid.ts'

const question = z.object({ query: z.string().max(100_000), operationName: z.string().nullish() })

/**
 * `POST /dev/plan` `{query, operationName}`: how the operation would be answered, and with whose data, for the playground
 * of the demo: `{picture, mermaid}`, both null when no subgraph is asked. Nothing is asked, and nobody's data is in it.
 */
export function planRoute(supergraphSdl: string): GatewayRoute {
  // Loaded when somebody looks for the first time.
  let lookAt: LookAt | undefined
  return {
    method: 'POST',
    path: '/dev/plan',
    loopbackOnly: true,
    async handle({ body }) {
      const { query, operationName } = readQuestion((await body()).toString('utf8'))
      lookAt ??= createLookAt(supergraphSdl)
      const picture = drawn(lookAt, query, operationName ?? undefined) ?? null
      return jsonAnswer(200, { picture, mermaid: picture && planMermaid(picture) }, { 'cache-control': 'no-store' })
    },
  }
}

function readQuestion(text: string): z.infer<typeof question> {
  try {
    return question.parse(JSON.parse(text))
  } catch (cause) {
    throw fault('BAD_USER_INPUT', { message: 'The body must be JSON with the `query`.', cause })
  }
}

function drawn(lookAt: LookAt, query: string, operationName: string | undefined) {
  try {
    return lookAt(parse(query), operationName).picture
  } catch (cause) {
    throw fault('GRAPHQL_VALIDATION_FAILED', { message: cause instanceof Error ? cause.message : String(cause), cause })
  }
}
