import { expect, test } from 'vitest'
import { createDemoPeople } from '../../../../gateway/playground/page/demo.ts'
import { createSend } from '../../../../gateway/playground/page/stories/graph.ts'
import { ada } from '../people.ts'

const operation = { query: 'query Q { viewer { id } }', client: 'PHOTO' } as const

/** Sends the operation to a server that answers this; tells with which token, and what came back. */
async function sentAs(person: string | null, answer: () => Response) {
  const people = createDemoPeople({ fetch: async () => Response.json([ada]), now: () => 0 })
  const tokens: (string | null)[] = []
  const send = createSend(people, async (_url, { headers, body }) => {
    expect(body).toBe(JSON.stringify({ query: operation.query, variables: { a: 1 } }))
    tokens.push(new Headers(headers).get('authorization'))
    return answer()
  })
  return { tokens, sent: await send(operation, person, { a: 1 }) }
}

test('an operation goes out as the person, in the client that it is for', async () => {
  const { tokens, sent } = await sentAs(ada.name, () => Response.json({ data: { viewer: null } }))
  expect(tokens).toEqual(['Bearer Ada Okafor PHOTO'])
  expect(sent).toEqual({
    query: operation.query,
    variables: { a: 1 },
    session: { person: ada.name, client: 'PHOTO' },
    answer: { data: { viewer: null } },
  })
})

test('as nobody it goes out without a token', async () => {
  const { tokens, sent } = await sentAs(null, () => Response.json({}))
  expect([tokens, sent.session]).toEqual([[null], null])
})

test.each([
  ['what is no JSON', () => new Response('<html>', { status: 502 }), 'The server answered 502, and no JSON'],
  ['silence', () => Promise.reject<Response>(new TypeError('Failed to fetch')) as never, 'The server does not answer.'],
])('%s is an error in the answer', async (_what, answer, message) => {
  const { sent } = await sentAs(ada.name, answer)
  expect(sent.answer.errors?.[0]?.message).toContain(message)
})
