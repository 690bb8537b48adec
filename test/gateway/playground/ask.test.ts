import { describe, expect, test } from 'vitest'
import { createAsk } from '../../../gateway/playground/page/ask.ts'
import type { Session } from '../../../gateway/playground/page/session.ts'

const ada: Session = { person: 'Ada', client: 'PHOTO' }

interface World {
  readonly session?: Session | null
  /** The tokens that are given out, one after the other. */
  readonly tokens?: readonly string[]
  readonly answer: (authorization: string | null) => Response
}

/** Asks with these headers, and tells the answer and with which tokens the server was asked. */
async function ask({ session = ada, tokens = ['good'], answer }: World, headers: Record<string, string> = {}) {
  const asked: (string | null)[] = []
  const left = [...tokens]
  const people = {
    load: () => Promise.reject(new Error('not needed')),
    token: (one: Session | null) => {
      if (one === null) return Promise.resolve(null)
      return left[0] === undefined ? Promise.reject(new Error('Gone.')) : Promise.resolve(left[0])
    },
    forget: () => void left.shift(),
  }
  const fetch = async (_url: string, init: RequestInit): Promise<Response> => {
    const authorization = new Headers(init.headers).get('authorization')
    asked.push(authorization)
    return answer(authorization)
  }
  const response = await createAsk({ people, session: () => session, fetch })('/graphql', { headers })
  return { asked, status: response.status, body: await response.json() }
}

const ok = (): Response => Response.json({ data: {} })
const unlessGood = (token: string | null): Response =>
  token === 'Bearer good' ? ok() : Response.json({ errors: [] }, { status: 401 })
const refusing = (message: string) => (): Response => {
  throw new TypeError(message)
}

describe('asking as the chosen person', () => {
  test('sends their token, and none for nobody', async () => {
    expect((await ask({ answer: ok })).asked).toEqual(['Bearer good'])
    expect((await ask({ answer: ok, session: null })).asked).toEqual([null])
  })

  test('leaves an authorization of one’s own alone, refused or not', async () => {
    expect((await ask({ answer: unlessGood }, { Authorization: 'mine' })).asked).toEqual(['mine'])
  })

  test('renews a refused token once', async () => {
    const { asked, status } = await ask({ tokens: ['old', 'good'], answer: unlessGood })
    expect([asked, status]).toEqual([['Bearer old', 'Bearer good'], 200])
    const again = await ask({ tokens: ['old', 'older', 'good'], answer: unlessGood })
    expect([again.asked, again.status]).toEqual([['Bearer old', 'Bearer older'], 401])
  })

  test.each(['Failed to fetch', 'NetworkError when attempting to fetch resource.', 'Load failed'])(
    'explains a server that is down: %s',
    async (message) => {
      const { body } = await ask({ answer: refusing(message) })
      expect(body).toEqual({ errors: [{ message: expect.stringMatching(/^The server does not answer/) as unknown }] })
    },
  )

  test('tells other obstacles as they are', async () => {
    expect((await ask({ answer: ok, tokens: [] })).body).toEqual({ errors: [{ message: 'Gone.' }] })
  })
})
