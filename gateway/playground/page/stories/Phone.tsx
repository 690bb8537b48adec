import { useId } from 'react'
import { CLIENT_NAMES, inWords } from '../clients.ts'
import type { Story, View } from './reader.ts'
import { Refused } from './Refused.tsx'
import {
  appsWithout,
  AUDIENCES,
  deliveryIn,
  type Audience,
  type Choice,
  type Delivery,
  type Passed,
  type Target,
} from './status.ts'
import type { Board, Stories } from './stories.ts'
import { AUDIENCE_NAMES, deliveryWords, passedWords, timeLeft, viewerWords } from './words.ts'
import './phones.css'

interface PhoneProps {
  readonly app: Target
  readonly board: Board
  readonly press: Stories['press']
  readonly choice: Choice
  /** For this app; the others stay. */
  readonly choose: (choice: Choice) => void
  /** Milliseconds since 1970. */
  readonly now: number
}

/** One of the other apps: its story, how far that is, and who sees it there. */
export function Phone({ app, board, press, choice, choose, now }: PhoneProps) {
  const author = board.authors?.[app] ?? null
  const delivery = deliveryIn(board.status, app)
  const views = board.views[app]
  const refusal = board.refusals.get(app)
  const canShare = board.status !== null && author !== null && appsWithout(board.status).includes(app)
  return (
    <article className="concord-phone" data-app={app} aria-label={`${CLIENT_NAMES[app]} app`}>
      <header>
        <i className="concord-dot" data-client={author === null ? 'NONE' : app} aria-hidden="true" />
        <b>{CLIENT_NAMES[app]}</b>
        {author !== null && <span>@{author.username}</span>}
      </header>
      <Screen story={views.find(({ story }) => story !== null)?.story ?? null} delivery={delivery} now={now}>
        {refusal === undefined ? (
          <p role="status">{withoutStory(app, board)}</p>
        ) : (
          <Refused refusal={refusal} app={app} switchOn={() => void press.SWITCH_ON(app)} />
        )}
      </Screen>
      {delivery !== null && <Progress delivery={delivery} trail={board.trails[app]} />}
      {canShare && <AudienceChoice app={app} choice={choice} choose={choose} />}
      <Views app={app} views={views} />
    </article>
  )
}

interface ScreenProps {
  readonly story: Story | null
  readonly delivery: Delivery | null
  readonly now: number
  /** What stands there without a story. */
  readonly children: React.ReactNode
}

function Screen({ story, delivery, now, children }: ScreenProps) {
  if (story === null)
    return (
      <div className="concord-screen" data-empty>
        {children}
      </div>
    )
  return (
    <div key={story.id} className="concord-screen" data-leaving={delivery?.state === 'RETRACTING' || undefined}>
      <p className="concord-words" data-long={(story.text?.length ?? 0) > 50 || undefined}>
        {story.text}
      </p>
      <footer>
        <span>from {story.crosspostedFrom}</span>
        <span>{timeLeft(Date.parse(story.expiresAt) - now)}</span>
      </footer>
    </div>
  )
}

function withoutStory(app: Target, { authors, switchedOn }: Board): string {
  if (authors?.[app] == null) return 'No profile in this app'
  return switchedOn.includes(app) ? 'Sharing is on here now: share it' : 'No story from the messenger'
}

function Progress({ delivery, trail }: { readonly delivery: Delivery; readonly trail: readonly Passed[] }) {
  return (
    <div className="concord-progress" data-state={delivery.state}>
      <p role="status">{deliveryWords(delivery)}</p>
      <ol aria-label="Where it has been">
        {trail.map((passed, index) => (
          <li key={index} data-state={passed.state}>
            {passedWords(passed)}
          </li>
        ))}
      </ol>
    </div>
  )
}

interface AudienceChoiceProps {
  readonly app: Target
  readonly choice: Choice
  readonly choose: (choice: Choice) => void
}

function AudienceChoice({ app, choice, choose }: AudienceChoiceProps) {
  const id = useId()
  const pick = (audience: string): void =>
    choose({ [app]: AUDIENCES[app].find((known: Audience) => known === audience) })
  return (
    <p className="concord-audience">
      <label htmlFor={id}>For</label>
      <select id={id} value={choice[app] ?? ''} onChange={({ target }) => pick(target.value)}>
        {AUDIENCES[app].map((audience) => (
          <option key={audience} value={audience}>
            {AUDIENCE_NAMES[audience]}
          </option>
        ))}
        <option value="">Nobody: not here</option>
      </select>
    </p>
  )
}

/** The same question, asked as each of them. */
function Views({ app, views }: { readonly app: Target; readonly views: readonly View[] }) {
  if (views.length === 0) return null
  return (
    <ul className="concord-views" aria-label={`Who sees it in ${inWords([app])}`}>
      {views.map((view) => (
        <li key={view.role} data-sees={view.story !== null}>
          <span aria-hidden="true">{view.story === null ? '–' : '✓'}</span> {viewerWords(app, view)}
          <span className="concord-hidden">{view.story === null ? ': sees no story' : ': sees the story'}</span>
        </li>
      ))}
    </ul>
  )
}
