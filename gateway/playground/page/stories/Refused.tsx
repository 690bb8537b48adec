import { useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { use } from 'react'
import { becoming } from '../session.ts'
import { STEPS, stepOf } from '../tour.ts'
import { WhoContext } from '../who.ts'
import { remedyFor, type Refusal } from './refusals.ts'
import type { Target } from './status.ts'
import { ACTION_NAMES } from './words.ts'

interface RefusedProps {
  readonly refusal: Refusal
  /** The app concerned, if one is. */
  readonly app?: Target
  readonly switchOn?: () => void
}

/** What was refused, in the graph's own words, and what can be done about it. */
export function Refused({ refusal, app, switchOn }: RefusedProps) {
  const remedy = remedyFor(refusal)
  return (
    <div className="concord-refusal" role="alert">
      {refusal.code !== null && <Code code={refusal.code} />}
      <p>{refusal.message}</p>
      {remedy === 'SWITCH_ON' && switchOn !== undefined && (
        <button type="button" onClick={switchOn}>
          {ACTION_NAMES.SWITCH_ON}
        </button>
      )}
      {remedy === 'LINK' && app !== undefined && <Link app={app} />}
    </div>
  )
}

/** May break after each of its words. */
function Code({ code }: { readonly code: string }) {
  const words = code.split('_')
  return (
    <code>
      {words.map((word, index) => (
        <span key={word}>
          {word}
          {index < words.length - 1 && '_'}
          <wbr />
        </span>
      ))}
    </code>
  )
}

/** Linking takes a yes in both apps: that is what the tour shows. Somebody else may have done it. */
function Link({ app }: { readonly app: Target }) {
  const who = use(WhoContext)
  const actions = useGraphiQLActions()
  const tour = useGraphiQL(({ tabs }) => tabs.findIndex(({ query }) => stepOf(query) === STEPS[0]))
  const other = who?.everybody.find(({ linked }) => linked.includes('MESSENGER') && linked.includes(app))
  return (
    <>
      {app === 'PHOTO' && tour >= 0 && (
        <button type="button" onClick={() => actions.changeTab(tour)}>
          Take the tour
        </button>
      )}
      {who !== null && other !== undefined && (
        <button type="button" onClick={() => who.choose(becoming(other, who.session))}>
          Be {other.name.split(' ')[0]}, who has
        </button>
      )}
    </>
  )
}
