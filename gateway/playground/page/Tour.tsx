import { useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { CLIENT_NAMES } from './clients.ts'
import { STORIES } from './stories/StoriesPanel.tsx'
import { nameOf, noteOn, STEPS, stepOf, variablesOf, type Learned, type Step } from './tour.ts'
import './tour.css'

interface TourProps {
  /** Above GraphiQL: drawn from within, where its tabs are known. */
  readonly place: Element
  readonly learned: Learned
}

/** Fills in the variables of each tab, and says where in the tour one is, what happens there, and what is next. */
export function Tour({ place, learned }: TourProps) {
  const name = useGraphiQL(({ tabs, activeTabIndex }) => nameOf(tabs[activeTabIndex]?.query ?? ''))
  const step = STEPS.find(({ query }) => nameOf(query) === name)
  useFilledVariables(step, learned)
  useTabInSight()
  const next = step === undefined ? STEPS[0] : STEPS[STEPS.indexOf(step) + 1]
  const strip = (
    <section className="concord-tour" aria-label="Tour">
      {step === undefined ? <Invitation isShare={name === 'Share'} /> : <Here step={step} learned={learned} />}
      {step === undefined && <WatchStories />}
      {next !== undefined && (
        <GoTo step={next} label={step === undefined ? 'Take the tour' : `Next: ${nameOf(next.query)}`} />
      )}
    </section>
  )
  return createPortal(strip, place)
}

/** What somebody changes stays, until an answer makes something else of it. */
function useFilledVariables(step: Step | undefined, learned: Learned): void {
  const editor = useGraphiQL((state) => state.variableEditor)
  const tab = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.id)
  const filled = useRef(new Map<Step, string>())
  useEffect(() => {
    if (editor === undefined || step?.input === undefined) return
    const variables = variablesOf(step, learned)
    if (filled.current.get(step) !== variables && editor.getValue() !== variables) editor.setValue(variables)
    filled.current.set(step, variables)
  }, [editor, learned, step, tab])
}

/** There are more tabs than fit beside each other. */
function useTabInSight(): void {
  const tab = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.id)
  useEffect(() => {
    document.querySelector('.graphiql-tab-active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [tab])
}

function Invitation({ isShare }: { readonly isShare: boolean }) {
  if (isShare)
    return (
      <p>
        <b>One status, two stories.</b> Each app judges and shows it for itself: the panel shows both come and go, with
        a button for every step.
      </p>
    )
  return (
    <p>
      <b>New here?</b> Link two apps, see what flows between them, and take it all back: {STEPS.length} tabs, filled in
      as you go. Or share a status, and watch it become a story in two apps.
    </p>
  )
}

/** Nothing while they are in sight. */
function WatchStories() {
  const isOpen = useGraphiQL((state) => state.visiblePlugin?.title === STORIES)
  if (isOpen) return null
  return (
    <button type="button" onClick={openStories}>
      Watch stories
    </button>
  )
}

/** By the button of the sidebar: GraphiQL's own action chooses the panel, and leaves the place for it hidden. */
function openStories(): void {
  document.querySelector<HTMLButtonElement>(`.graphiql-sidebar [aria-label='Show ${STORIES}']`)?.click()
}

function Here({ step, learned }: { readonly step: Step; readonly learned: Learned }) {
  const note = noteOn(step, learned)
  return (
    <p role="status">
      <b>
        Step {STEPS.indexOf(step) + 1} of {STEPS.length} · {CLIENT_NAMES[step.client]}
      </b>{' '}
      {step.explains} {note !== null && <em>{note}</em>}
    </p>
  )
}

/** Nothing where somebody closed the tab. */
function GoTo({ step, label }: { readonly step: Step; readonly label: string }) {
  const actions = useGraphiQLActions()
  const index = useGraphiQL(({ tabs }) => tabs.findIndex(({ query }) => stepOf(query) === step))
  if (index < 0) return null
  return (
    <button type="button" onClick={() => actions.changeTab(index)}>
      {label}
    </button>
  )
}
