import { expect, test } from 'vitest'
import type { Session } from '../../../gateway/playground/page/session.ts'
import { STEPS, type Progress } from '../../../gateway/playground/page/tour.ts'
import { createTourAsk } from '../../../gateway/playground/page/tourAsk.ts'
import { createTourBook } from '../../../gateway/playground/page/tourBook.ts'

const [request, open, confirm, approve] = STEPS.map(({ query }) => query)
const requested = { id: 'r', state: 'REQUESTED', code: 'AB-CD' }

/** Asks as Ada; `events` are what happened on the way, in order. */
function tour(stored: Progress = {}, answer: () => Response = () => Response.json({ data: {} })) {
  const events: string[] = []
  const session: Session = { person: 'Ada', client: 'PHOTO' }
  let kept = stored
  const book = createTourBook({ stored, store: (progress) => (kept = progress), newKey: () => 'new' })
  const asked = createTourAsk({
    ask: async () => {
      events.push('asked')
      return answer()
    },
    people: { forget: () => events.push('new tokens') },
    session: () => session,
    book,
    relinked: () => events.push('relinked'),
  })
  const send = async (query: string | undefined, variables?: object): Promise<unknown> => {
    const response = await asked('/graphql', { body: JSON.stringify({ query, variables }) })
    return response.json()
  }
  return { events, book, send, kept: () => kept }
}

test('what is no step passes', async () => {
  const { events, send, kept } = tour()
  expect(await send('query Home { viewer { app } }')).toEqual({ data: {} })
  expect([events, kept()]).toEqual([['asked'], {}])
})

test('a step that comes too early is not sent, and says what to do first', async () => {
  const { events, send } = tour()
  const message = 'First run Tour1Request: its answer has the code.'
  expect(await send(open, { input: { code: '…' } })).toEqual({ errors: [{ message }] })
  expect(events).toEqual([])
})

test('an answer is read for whoever asked, kept, and told to the page', async () => {
  const answer = () => Response.json({ data: { requestLink: { linkRequest: requested, errors: [] } } })
  const { book, send, kept } = tour({}, answer)
  let told = 0
  const end = book.subscribe(() => (told += 1))
  await send(request)
  expect(book.learned('Ada')).toEqual({ key: 'new', requestId: 'r', code: 'AB-CD' })
  expect(kept()).toEqual({ Ada: book.learned('Ada') })
  expect(book.learned('Ben')).toBe(book.learned(undefined))
  end()
  await send(request)
  expect(told).toBe(1)
})

test('confirming and approving sign in anew; what changes links has the people told anew', async () => {
  const { events, send } = tour()
  await send(confirm, { input: {} })
  expect(events.splice(0)).toEqual(['new tokens', 'asked'])
  await send(approve, { input: {} })
  expect(events).toEqual(['new tokens', 'asked', 'new tokens', 'relinked'])
})

test('nothing is learned from what is no answer', async () => {
  const { book, send } = tour({}, () => new Response('<html>'))
  await expect(send(request)).rejects.toThrow('JSON')
  expect(book.learned('Ada')).toEqual({ key: 'new' })
})
