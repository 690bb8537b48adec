import { expect, test, vi } from 'vitest'
import { createLastAsked } from '../../../gateway/playground/page/lastAsked.ts'

const answer = async () => Response.json({ data: null })
const body = (value: object) => ({ body: JSON.stringify(value) })

test('what ran last is known, and told as it begins', async () => {
  const last = createLastAsked()
  const listener = vi.fn()
  const stop = last.subscribe(listener)
  const fetch = last.watch(answer)
  expect(last.current()).toBeNull()
  await fetch('/graphql', body({ query: '{ a }', operationName: 'A', variables: { secret: 1 } }))
  expect(last.current()).toEqual({ query: '{ a }', operationName: 'A' })
  stop()
  await fetch('/graphql', body({ query: '{ b }' }))
  expect(last.current()).toEqual({ query: '{ b }', operationName: null })
  expect(listener).toHaveBeenCalledTimes(1)
})

test('the editor’s own question about the schema is none', async () => {
  const last = createLastAsked()
  await last.watch(answer)(
    '/graphql',
    body({ query: 'query IntrospectionQuery { __typename }', operationName: 'IntrospectionQuery' }),
  )
  await last.watch(answer)('/graphql', {})
  expect(last.current()).toBeNull()
})
