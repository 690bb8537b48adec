import { describe, expect, test } from 'vitest'
import type { DemoPeople } from '../../../gateway/playground/page/demo.ts'
import { ownStatus } from '../../../gateway/playground/page/ownStatus.ts'
import type { Session } from '../../../gateway/playground/page/session.ts'

/** Ada uses the messenger, Luca does not. */
const people: DemoPeople = {
  load: () => Promise.reject(new Error('not needed')),
  token: async (session) => {
    if (session?.person === 'Ada') return `${session.person} ${session.client}`
    throw new Error('no token')
  },
  forget: () => undefined,
}

/** The status found by a person signed in to the photo app, when the messenger answers this. */
function statusOf(person: string | null, data: unknown): Promise<string> {
  const session: Session | null = person === null ? null : { person, client: 'PHOTO' }
  return ownStatus(people, session, async (_url, { headers }) => {
    expect(new Headers(headers).get('authorization')).toBe('Bearer Ada MESSENGER')
    return Response.json({ data })
  })
}

const found = { messengerMe: { statuses: { nodes: [{ id: 'status-1' }] } } }

describe('a status of one’s own', () => {
  test.each([
    ['Ada', found, 'status-1'],
    ['Ada', { messengerMe: { statuses: { nodes: [] } } }, 'Ada has no status: be somebody who uses the messenger'],
    ['Ada', { messengerMe: null }, 'Ada has no status: be somebody who uses the messenger'],
    ['Ada', null, 'Ada has no status: be somebody who uses the messenger'],
    ['Luca', found, 'Luca has no status: be somebody who uses the messenger'],
    [null, found, 'nobody has no status: be somebody'],
  ])('of %s, where the messenger tells %o', async (person, data, expected) => {
    expect(await statusOf(person, data)).toBe(expected)
  })
})
