import { describe, expect, test } from 'vitest'
import { createDemoPeople, type DemoPeople } from '../../../gateway/playground/page/demo.ts'
import { ada } from './people.ts'

const minute = 60_000
const asAda = { person: 'Ada Okafor', client: 'PHOTO' } as const

/** Demo people behind a server that gives these answers, one after the other, the last for ever. */
function peopleOf(...answers: (Response | Error)[]): { people: DemoPeople; clock: { now: number }; asked: string[] } {
  const clock = { now: 0 }
  const asked: string[] = []
  const fetch = async (url: string): Promise<Response> => {
    asked.push(url)
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (answer instanceof Response) return answer.clone()
    throw answer
  }
  return { people: createDemoPeople({ fetch, now: () => clock.now }), clock, asked }
}

const adaOnly = (token = 'ey.1'): Response => Response.json([{ ...ada, tokens: { PHOTO: token } }])

describe('demo people', () => {
  test.each([
    ['people', adaOnly(), 'PEOPLE'],
    ['404', new Response(null, { status: 404 }), 'NONE'],
    ['403', new Response(null, { status: 403 }), 'ELSEWHERE'],
    ['500', new Response(null, { status: 500 }), 'SILENT'],
    ['no JSON', new Response('<html>'), 'SILENT'],
    ['no answer', new TypeError('Failed to fetch'), 'SILENT'],
  ])('where the server answers with %s', async (_name, answer, kind) => {
    expect(await peopleOf(answer).people.load()).toMatchObject({ kind })
  })

  test('are asked for once, by however many at a time', async () => {
    const { people, asked } = peopleOf(adaOnly())
    expect(await Promise.all([people.token(asAda), people.token(asAda)])).toEqual(['ey.1', 'ey.1'])
    expect(asked).toEqual(['/dev/personas'])
  })

  test('have new tokens after eight minutes, and after a bad one', async () => {
    const { people, clock } = peopleOf(adaOnly('ey.1'), adaOnly('ey.2'), adaOnly('ey.3'))
    expect(await people.token(asAda)).toBe('ey.1')
    clock.now = 8 * minute - 1
    expect(await people.token(asAda)).toBe('ey.1')
    clock.now = 8 * minute
    expect(await people.token(asAda)).toBe('ey.2')
    people.forget()
    expect(await people.token(asAda)).toBe('ey.3')
  })

  test('are asked for again after silence', async () => {
    const { people } = peopleOf(new TypeError('Failed to fetch'), adaOnly())
    await expect(people.token(asAda)).rejects.toThrow('no token for Ada Okafor: it does not answer')
    expect(await people.token(asAda)).toBe('ey.1')
  })

  test('who are gone are not taken for nobody', async () => {
    const { people } = peopleOf(adaOnly())
    await expect(people.token({ person: 'Zoe', client: 'PHOTO' })).rejects.toThrow('no token for Zoe any more')
    await expect(people.token({ ...asAda, client: 'SOCIAL' })).rejects.toThrow('Load this page again')
    expect(await people.token(null)).toBeNull()
  })
})
