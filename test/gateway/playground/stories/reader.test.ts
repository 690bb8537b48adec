import { describe, expect, test } from 'vitest'
import type { Answer, Send } from '../../../../gateway/playground/page/stories/graph.ts'
import { createReader } from '../../../../gateway/playground/page/stories/reader.ts'
import { nameOf } from '../../../../gateway/playground/page/tour.ts'
import { ada, hana, luca, somebody } from '../people.ts'
import { statusWith } from './statuses.ts'

const ben = somebody('Ben Lindqvist', ['MESSENGER'])
const me = {
  photoMe: { id: 'p', username: 'ada.sees', followers: { nodes: [null, { displayName: hana.name }] } },
  socialMe: { id: 's', username: 'adaokafor', friends: { nodes: [{ displayName: ben.name }] } },
}
const story = (id: string, crosspostedFrom: string | null) => ({ id, text: id, expiresAt: '', crosspostedFrom })

/** Reads as Ada what the graph answers, by operation, client and person. */
function readerOf(answers: Readonly<Record<string, Answer>>) {
  const asked: string[] = []
  const send: Send = async <Data>({ query, client }: { query: string; client: string }, person: string | null) => {
    const key = `${nameOf(query)} ${client} ${person}`
    asked.push(key)
    const answer = (answers[key] ?? answers[nameOf(query) ?? ''] ?? {}) as Answer<Data>
    return { query, variables: {}, session: null, answer }
  }
  return { asked, reader: createReader({ send, person: ada.name, everybody: [luca, ben, hana, ada] }) }
}

describe('whoever looks at stories', () => {
  test('is the author, somebody whom the author let in and who is there, and a stranger', async () => {
    const { reader, asked } = readerOf({ WhoSees: { data: me } })
    const { PHOTO, SOCIAL } = await reader.authors()
    expect(asked).toEqual(['WhoSees ACCOUNTS Ada Okafor'])
    expect(PHOTO?.viewers.map(({ person }) => person)).toEqual([ada.name, hana.name, null])
    // Ben is a friend by name, and has no profile in the social app to ask with.
    expect(SOCIAL?.viewers.map(({ role }) => role)).toEqual(['AUTHOR', 'STRANGER'])
  })

  test('is nobody where the author has no profile', async () => {
    const { reader } = readerOf({ WhoSees: { data: { ...me, photoMe: null } } })
    const authors = await reader.authors()
    expect(authors.PHOTO).toBeNull()
    expect(await reader.views(authors)).toMatchObject({ PHOTO: [] })
  })

  test('sees the newest story from the messenger, each by a token of their own', async () => {
    const stories = (...nodes: object[]) => ({ data: { node: { stories: { nodes } } } })
    const { reader, asked } = readerOf({
      WhoSees: { data: me },
      'StoriesInPhoto PHOTO Ada Okafor': stories(
        story('own', null),
        story('new', 'MESSENGER'),
        story('old', 'MESSENGER'),
      ),
      'StoriesInPhoto PHOTO Hana Sato': { data: { node: null } },
      'StoriesInPhoto PHOTO null': { data: null, errors: [{ message: 'down' }] },
    })
    const { PHOTO } = await reader.views(await reader.authors())
    expect(PHOTO.map((view) => view.story?.id)).toEqual(['new', undefined, undefined])
    expect(asked).toContain('StoriesInSocial SOCIAL null')
  })
})

describe('statuses', () => {
  test('are asked for in the messenger; one that is gone leaves no gap', async () => {
    const { reader, asked } = readerOf({
      MyStatuses: { data: { messengerMe: { statuses: { nodes: [null, statusWith()] } } } },
    })
    expect(await reader.statuses()).toEqual([statusWith()])
    expect(asked).toEqual(['MyStatuses MESSENGER Ada Okafor'])
  })

  test('are none while the messenger is down, and an error while nothing answers', async () => {
    const down = { data: { messengerMe: null }, errors: [{ message: 'the messenger is down' }] }
    expect(await readerOf({ MyStatuses: down }).reader.statuses()).toEqual([])
    const silent = { errors: [{ message: 'The server does not answer.' }] }
    await expect(readerOf({ MyStatuses: silent }).reader.statuses()).rejects.toThrow('The server does not answer.')
    await expect(readerOf({}).reader.authors()).rejects.toThrow('The server answered nothing')
  })
})
