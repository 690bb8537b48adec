import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startConsentFamily, type ConsentFamily } from '../gateway/consent/family.ts'
import { leaks } from './support/oracle.ts'
import { DEV, usingBoth, type Between } from './support/sideBySide.ts'

/** B29: what is answered beside what was asked: extra fields, extensions, traces; logs; headers. */
const both = usingBoth()
const ADS = '{ socialMe { ads(first: 1) { basis } } }'
const CANARY = 'canary-of-the-messenger'

/** Whatever a subgraph can put into an answer; valid where it was asked. */
const chatty: Between = (_name, send) => async (request) => {
  const { data, errors } = await send(request)
  const more = { canary: CANARY, topics2: [CANARY], __proto2__: { x: CANARY }, extensions: { canary: CANARY } }
  const entities = data?.['_entities'] as readonly (object | null)[] | undefined
  const answer = {
    extensions: { ftv1: CANARY, tracing: { topics: CANARY } },
    canary: CANARY,
    ...(data && {
      data: { ...data, ...more, ...(entities && { _entities: entities.map((one) => one && { ...one, ...more }) }) },
    }),
    ...(errors && { errors }),
  }
  return answer
}
/** A source that says in its error what it was about to answer. */
const complaining: Between = (name, send) => async (request) => {
  const answer = await send(request)
  if (name !== 'messenger') return answer
  const path = ['_entities', 0, 'topics']
  const extensions = { code: CANARY, topics: JSON.stringify(answer), exception: { stacktrace: [CANARY] } }
  return { ...answer, errors: [{ message: `${CANARY}: ${JSON.stringify(answer)}`, path, extensions }] }
}

describe('B29: stock', () => {
  test('tells the client all that a source says in an error, and where', async () => {
    both().between(complaining)
    const asked = await both().stock(ADS, { by: DEV })
    both().between()
    expect(asked.text).toContain(CANARY)
    expect(asked.text).toContain('COOKING')
  })
})

describe('B29: ours', () => {
  test.each([
    ['chatty', chatty],
    ['complaining', complaining],
  ])('what a %s subgraph adds reaches nobody', async (_how, how) => {
    both().between(how)
    const asked = await both().ours(ADS, { by: DEV })
    const { headers } = await both().graph.ask(ADS, { by: DEV })
    both().between()
    expect(asked.data.socialMe.ads).toHaveLength(1)
    expect([asked.text, ...asked.calls.map(({ bytes }) => bytes)].filter((text) => text.includes(CANARY))).toEqual([])
    expect(leaks(both().graph, asked)).toEqual([])
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{22}$/)
  })

  test('an answer has no extensions but those that were asked for', async () => {
    const headers = {
      'apollo-federation-include-trace': 'ftv1',
      'apollo-query-plan-experimental': '1',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    }
    const plain = await both().ours(ADS, { by: DEV })
    const asked = await both().ours(ADS, { by: DEV, headers })
    expect(asked.text).toBe(plain.text)
    expect(JSON.parse(plain.text)).not.toHaveProperty('extensions')
    expect(asked.calls.filter(({ bytes }) => /ftv1|0af7651916cd43dd/.test(bytes))).toEqual([])
  })

  test('a health check tells nothing of anybody', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics', '/.well-known/jwks.json']) {
      const { text } = await both().graph.send(path)
      expect(text).not.toMatch(/topics|grant"|Dev Raman|PERSONALIZED/)
    }
  })
})

describe('B29: what is logged', () => {
  let family: ConsentFamily
  beforeAll(async () => {
    family = await startConsentFamily()
  })
  afterAll(() => family[Symbol.asyncDispose]())

  test.each<[string, string, () => Promise<object>]>([
    ['a source that fails', 'messenger', () => Promise.reject(new Error(CANARY))],
    [
      'a source that complains',
      'messenger',
      async () => ({ data: { _entities: [null] }, errors: [{ message: CANARY, extensions: { topics: CANARY } }] }),
    ],
    ['grants that fails', 'grants', () => Promise.reject(new Error(CANARY))],
    [
      'grants that complains',
      'grants',
      async () => ({ data: { _entities: [null] }, errors: [{ message: `${CANARY} refused` }] }),
    ],
  ])('of %s is who, and a code: no cause, no person, no value', async (_what, which, answer) => {
    family.behave({ transport: (name, send) => (request) => (name === which ? answer() : send(request)) })
    await family.askAs('SOCIAL', '{ socialMe { ads { title } } }')
    expect(family.logged.length).toBeGreaterThan(0)
    for (const line of family.logged)
      expect(Object.keys(line as object).toSorted((a, b) => a.localeCompare(b))).toEqual(['code', 'subgraph'])
    expect(JSON.stringify(family.logged)).not.toContain(CANARY)
  })
})
