import type { GraphiQLPlugin } from '@graphiql/react'
import { use, useEffect, useState, useSyncExternalStore } from 'react'
import type { LastAsked } from '../lastAsked.ts'
import { becoming } from '../session.ts'
import { WhoContext, type Who } from '../who.ts'
import { createSend } from './graph.ts'
import { Phone } from './Phone.tsx'
import { createReader } from './reader.ts'
import { Looks, Sent } from './Sent.tsx'
import { StatusCard } from './StatusCard.tsx'
import { proposedChoice, TARGETS, type Choice } from './status.ts'
import { createStories, type Board, type Stories } from './stories.ts'
import { StoriesIcon } from './StoriesIcon.tsx'
import './panel.css'

export const STORIES = 'Stories'

/** A panel beside the documentation: a status of whoever I am, and the stories that become of it in the other apps. */
export function storiesPlugin(last: LastAsked): GraphiQLPlugin {
  // By person, so that what was done is still there when the panel was closed meanwhile.
  const shelf = new Map<string, Stories>()
  const storiesOf = (person: string, who: Who): Stories => {
    const stories = shelf.get(person) ?? storiesFor(person, who)
    shelf.set(person, stories)
    return stories
  }
  return { title: STORIES, icon: StoriesIcon, content: () => <Panel storiesOf={storiesOf} last={last} /> }
}

function storiesFor(person: string, { people, everybody }: Who): Stories {
  const send = createSend(people, (url, init) => fetch(url, init))
  return createStories({
    person,
    send,
    reader: createReader({ send, person, everybody }),
    now: () => performance.now(),
    wall: () => Date.now(),
    later(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    newKey: () => `playground-${Date.now().toString(36)}`,
  })
}

interface PanelProps {
  readonly storiesOf: (person: string, who: Who) => Stories
  readonly last: LastAsked
}

function Panel({ storiesOf, last }: PanelProps) {
  const who = use(WhoContext)
  const me = who?.everybody.find(({ name }) => name === who.session?.person)
  return (
    <section className="concord-stories" aria-label={STORIES}>
      <h2>Stories</h2>
      <p className="concord-lead">
        A status of the messenger becomes a story in two other apps, if its author says so. Each button shows its
        GraphQL.
      </p>
      {who !== null && me?.tokens.MESSENGER === undefined && <Elsewhere who={who} />}
      {who !== null && me?.tokens.MESSENGER !== undefined && (
        <Mine key={me.name} person={me.name} stories={storiesOf(me.name, who)} last={last} />
      )}
    </section>
  )
}

/** For nobody, and for people without a messenger. */
function Elsewhere({ who: { everybody, session, choose } }: { readonly who: Who }) {
  const other = everybody.find(({ linked }) => TARGETS.every((app) => linked.includes(app)))
  return (
    <div className="concord-refusal">
      <p>
        {session === null
          ? 'Nobody has no status: be somebody who uses the messenger.'
          : `${session.person} does not use the messenger: be somebody who does.`}
      </p>
      {other !== undefined && (
        <button type="button" onClick={() => choose(becoming(other, session))}>
          Be {other.name}
        </button>
      )}
    </div>
  )
}

interface MineProps {
  readonly person: string
  readonly stories: Stories
  readonly last: LastAsked
}

function Mine({ person, stories, last }: MineProps) {
  const board = useSyncExternalStore(stories.subscribe, stories.current)
  const [draft, setDraft] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Choice>({})
  const now = useWallClock()
  useEffect(() => stories.watch(), [stories])
  // A mutation of the editor may be about this status, too.
  useEffect(
    () => last.subscribe(() => /^\s*mutation\b/m.test(last.current()?.query ?? '') && stories.stir()),
    [last, stories],
  )
  if (board.authors === null) return <p role="status">{board.problem ?? 'Looking …'}</p>
  const { authors } = board
  const text = draft ?? textOf(board) ?? 'Nearly there.'
  const choice = { ...proposedChoice(board.status), ...chosen }
  const common = { board, press: stories.press, choice, now }
  return (
    <>
      {board.problem !== null && <p role="alert">{board.problem}</p>}
      <StatusCard {...common} text={text} write={setDraft} />
      <div className="concord-phones">
        {TARGETS.map((app) => (
          <Phone key={app} {...common} app={app} choose={(more) => setChosen({ ...chosen, ...more })} />
        ))}
      </div>
      {board.pressed.length > 1 && <h3>Sent before</h3>}
      {board.pressed.slice(1).map((pressed, index) => (
        <Sent key={board.pressed.length - index} {...pressed} />
      ))}
      <h3>What this panel asks</h3>
      <Looks person={person} authors={authors} />
    </>
  )
}

/** What the stories say now. */
function textOf({ views }: Board): string | undefined {
  return TARGETS.flatMap((app) => views[app]).find(({ story }) => story !== null)?.story?.text ?? undefined
}

/** Milliseconds since 1970, often enough for what is told in minutes. */
function useWallClock(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
