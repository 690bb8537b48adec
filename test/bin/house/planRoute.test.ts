import { describe, expect, it } from 'vitest'
import { planRoute } from '../../../bin/house/planRoute.ts'
import { loadContract } from '../../../schema/contract.ts'
import { textOf } from '../../support/bytes.ts'

const route = planRoute(loadContract().supergraphSdl)

async function asked(body: string): Promise<unknown> {
  const url = new URL('http://localhost/dev/plan')
  const answer = await route.handle({ url, headers: {}, body: async () => Buffer.from(body) })
  return JSON.parse(textOf(answer?.body))
}

describe('POST /dev/plan', () => {
  it('is for this machine only', () => {
    expect(route).toMatchObject({ method: 'POST', loopbackOnly: true })
  })

  it('draws who is asked, and the same as a Mermaid picture', async () => {
    const { picture, mermaid } = (await asked('{"query":"{ socialMe { displayName } }"}')) as Record<string, unknown>
    expect(picture).toEqual({ kind: 'fetch', subgraph: 'social', path: '', asks: ['socialMe'] })
    expect(mermaid).toMatch(/^flowchart TD/)
  })

  it('has nothing to draw where nobody is asked', async () => {
    expect(await asked('{"query":"{ __typename }"}')).toEqual({ picture: null, mermaid: null })
  })

  it.each([
    ['no JSON', 'BAD_USER_INPUT'],
    ['{"operationName":"Q"}', 'BAD_USER_INPUT'],
    ['{"query":"{"}', 'GRAPHQL_VALIDATION_FAILED'],
    ['{"query":"{ nobody }"}', 'GRAPHQL_VALIDATION_FAILED'],
  ])('refuses %s', async (body, code) => {
    await expect(asked(body)).rejects.toMatchObject({ extensions: { code } })
  })
})
