import type { Persona } from '../personas.ts'
import type { Sent, Send } from './graph.ts'
import { MY_STATUSES, STORIES_IN, WHO_SEES } from './operations.ts'
import { TARGETS, type Status, type Target } from './status.ts'

/** Somebody who looks at the author's stories in an app. */
export interface Viewer {
  /** KNOWN: whom the author has let in, a follower or a friend. */
  readonly role: 'AUTHOR' | 'KNOWN' | 'STRANGER'
  /** Whose token asks; null: none. */
  readonly person: string | null
}

/** What one of them sees. */
export interface View extends Viewer {
  /** The newest story that came from the messenger; null: none. */
  readonly story: Story | null
}

/** A story as an app tells of it to whoever asks. */
export interface Story {
  readonly id: string
  readonly text: string | null
  readonly expiresAt: string
  /** Null: posted in the app itself. */
  readonly crosspostedFrom: string | null
}

/** Whom the person is in an app, and who looks there. */
export interface Author {
  readonly id: string
  readonly username: string
  readonly viewers: readonly Viewer[]
}

/** By app; null: no profile there. */
export type Authors = Readonly<Record<Target, Author | null>>

export type Views = Readonly<Record<Target, readonly View[]>>

/** Asks how things stand for one person. Each rejects with the graph's own words. */
export interface Reader {
  readonly authors: () => Promise<Authors>
  /** Newest first. */
  readonly statuses: () => Promise<readonly Status[]>
  /** What each viewer sees, all asked at once. */
  readonly views: (authors: Authors) => Promise<Views>
}

interface ReaderOptions {
  readonly send: Send
  readonly person: string
  /** Among whom those who look are found. */
  readonly everybody: readonly Persona[]
}

interface Named {
  readonly nodes: readonly ({ readonly displayName: string } | null)[]
}

interface Whom {
  readonly photoMe: { readonly id: string; readonly username: string; readonly followers: Named | null } | null
  readonly socialMe: { readonly id: string; readonly username: string; readonly friends: Named | null } | null
}

interface Statuses {
  readonly messengerMe: { readonly statuses: { readonly nodes: readonly (Status | null)[] } | null } | null
}

interface Stories {
  readonly node: { readonly stories?: { readonly nodes: readonly (Story | null)[] } | null } | null
}

export function createReader({ send, person, everybody }: ReaderOptions): Reader {
  /** The author; the first demo person whom the author has let in, and who uses the app; whoever comes by. */
  const author = (app: Target, me: { id: string; username: string } | null, known: Named | null): Author | null => {
    if (me === null) return null
    const names = known?.nodes.map((node) => node?.displayName) ?? []
    const friend = everybody.find(({ name, tokens }) => names.includes(name) && tokens[app] !== undefined)
    return {
      id: me.id,
      username: me.username,
      viewers: [
        { role: 'AUTHOR', person },
        ...(friend === undefined ? [] : [{ role: 'KNOWN' as const, person: friend.name }]),
        { role: 'STRANGER', person: null },
      ],
    }
  }

  const viewsIn = async (app: Target, author: Author | null): Promise<View[]> => {
    const asked = (author?.viewers ?? []).map(async (viewer) => {
      const { answer } = await send<Stories>(STORIES_IN[app], viewer.person, { author: author?.id })
      return { ...viewer, story: newestShared(answer.data?.node?.stories?.nodes ?? []) }
    })
    return Promise.all(asked)
  }

  return {
    async authors() {
      const { photoMe, socialMe } = dataOf(await send<Whom>(WHO_SEES, person))
      return {
        PHOTO: author('PHOTO', photoMe, photoMe?.followers ?? null),
        SOCIAL: author('SOCIAL', socialMe, socialMe?.friends ?? null),
      }
    },
    async statuses() {
      const { messengerMe } = dataOf(await send<Statuses>(MY_STATUSES, person))
      return messengerMe?.statuses?.nodes.filter((status) => status !== null) ?? []
    },
    async views(authors) {
      const [PHOTO = [], SOCIAL = []] = await Promise.all(TARGETS.map((app) => viewsIn(app, authors[app])))
      return { PHOTO, SOCIAL }
    },
  }
}

function newestShared(stories: readonly (Story | null)[]): Story | null {
  return stories.find((story) => story?.crosspostedFrom === 'MESSENGER') ?? null
}

/** An app that is down leaves the others' part of the answer: only an answer without any is a failure. */
function dataOf<Data>({ answer: { data, errors = [] } }: Sent<Data>): Data {
  if (data === null || data === undefined) throw new Error(errors[0]?.message ?? 'The server answered nothing')
  return data
}
