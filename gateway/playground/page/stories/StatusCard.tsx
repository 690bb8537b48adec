import { useEffect, useId, useRef } from 'react'
import { ACTION_NAMES, statusWords, timeLeft } from './words.ts'
import { Refused } from './Refused.tsx'
import { Sent } from './Sent.tsx'
import { actionsFor, isShared, TARGETS, type Choice } from './status.ts'
import type { Board, Stories } from './stories.ts'
import type { StatusAction } from './operations.ts'

interface StatusCardProps {
  readonly board: Board
  readonly press: Stories['press']
  /** What the stories will say. */
  readonly text: string
  readonly write: (text: string) => void
  readonly choice: Choice
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The status in the messenger, the words to hand over, and what can be done. */
export function StatusCard({ board, press, text, write, choice, now }: StatusCardProps) {
  const { authors, status, busy, refusals, pressed } = board
  const [last] = pressed
  const id = useId()
  const apps = TARGETS.filter((app) => authors?.[app] != null)
  const chosen: Choice = Object.fromEntries(apps.map((app) => [app, choice[app]]))
  const run: Readonly<Record<StatusAction, () => Promise<void>>> = {
    ...press,
    SHARE: () => press.SHARE(text, chosen),
    EDIT: () => press.EDIT(text),
  }
  const refusal = refusals.get(null)
  const actions = actionsFor(status, apps)
  const group = useKeptFocus(`${actions.join()} ${board.switchedOn.join()}`)
  return (
    <article className="concord-status" aria-label="Messenger">
      <header>
        <i className="concord-dot" data-client="MESSENGER" aria-hidden="true" />
        <b>Messenger</b>
        {status !== null && <span>{timeLeft(Date.parse(status.expiresAt) - now)}</span>}
      </header>
      <p role="status">{statusWords(status)}</p>
      {status !== null && (
        <>
          <label htmlFor={id}>{isShared(status) ? 'What the stories should say' : 'What its stories will say'}</label>
          <textarea id={id} rows={2} value={text} onChange={({ target }) => write(target.value)} />
        </>
      )}
      <div ref={group} className="concord-actions" role="group" aria-label="What can be done" tabIndex={-1}>
        {actions.map((action, index) => (
          <button
            key={action}
            type="button"
            data-rank={index === 0 ? 'FIRST' : undefined}
            aria-disabled={busy !== null}
            onClick={() => void run[action]()}
          >
            {ACTION_NAMES[action]}
          </button>
        ))}
      </div>
      {refusal !== undefined && <Refused refusal={refusal} />}
      {last !== undefined && <Sent key={pressed.length} {...last} />}
    </article>
  )
}

/** A button that goes when it was pressed takes the focus along: whoever uses the keyboard goes on at the next buttons. */
function useKeptFocus(buttons: string) {
  const group = useRef<HTMLDivElement>(null)
  const before = useRef(buttons)
  useEffect(() => {
    if (before.current !== buttons && document.activeElement === document.body)
      group.current?.focus({ preventScroll: true })
    before.current = buttons
  }, [buttons])
  return group
}
