import type { GraphiQLPlugin } from '@graphiql/react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { LastAsked } from './lastAsked.ts'
import { flowsIn, loadPicture, roleWords, type Flow, type Picture, type PictureFetch, type Shown } from './picture.ts'
import './plan.css'

/** A panel beside the documentation: how the operation that ran last was answered, and with whose data. */
export function planPlugin(last: LastAsked): GraphiQLPlugin {
  return { title: 'Plan and consent', icon: PlanIcon, content: () => <PlanPanel last={last} /> }
}

type State = { readonly shown: Shown } | { readonly problem: string } | null

function PlanPanel({ last }: { readonly last: LastAsked }) {
  const asked = useSyncExternalStore(last.subscribe, last.current)
  const [state, setState] = useState<State>(null)
  useEffect(() => {
    if (asked === null) return undefined
    let wanted = true
    const show = (next: State): void => void (wanted && setState(next))
    loadPicture(asked, fetch)
      .then((shown) => show({ shown }))
      .catch((error: unknown) => show({ problem: error instanceof Error ? error.message : String(error) }))
    return () => void (wanted = false)
  }, [asked])
  return (
    <section className="concord-plan" aria-label="Plan and consent">
      <h2>Plan and consent</h2>
      {state === null && (
        <p>Run an operation: this shows which subgraphs answer it, in which order, and with whose data.</p>
      )}
      {state !== null && 'problem' in state && <p role="alert">{state.problem}</p>}
      {state !== null && 'shown' in state && <Operation {...state.shown} />}
    </section>
  )
}

function Operation({ picture, mermaid }: Shown) {
  if (picture === null) return <p>No subgraph is asked: the gateway knows the answer.</p>
  return (
    <>
      <Flows flows={flowsIn(picture)} />
      <h3>Who is asked, and when</h3>
      <ul className="concord-steps">
        <Step picture={picture} />
      </ul>
      {mermaid !== null && (
        <details>
          <summary>As a Mermaid picture</summary>
          <pre>{mermaid}</pre>
        </details>
      )}
    </>
  )
}

function Flows({ flows }: { readonly flows: readonly Flow[] }) {
  if (flows.length === 0) return <p>No data of one app reaches another.</p>
  return (
    <>
      <p>Data of one app that reaches another, if the person’s consents allow it:</p>
      <ul className="concord-flows">
        {flows.map(({ from, to, purpose, road }) => (
          <li key={`${road} ${to}`} title={road}>
            <b>{from}</b> <span aria-label="to">→</span> <b>{to}</b> <em>{purpose}</em>
          </li>
        ))}
      </ul>
    </>
  )
}

const TITLES = { sequence: 'one after the other', parallel: 'at once' } as const

function Step({ picture }: { readonly picture: Picture }) {
  if (picture.kind === 'fetch') return <Fetch {...picture} />
  return (
    <li className="concord-group">
      <span>{TITLES[picture.kind]}</span>
      <ul>
        {picture.steps.map((step, index) => (
          <Step key={index} picture={step} />
        ))}
      </ul>
    </li>
  )
}

function Fetch({ subgraph, path, asks, consent }: PictureFetch) {
  return (
    <li className="concord-fetch" data-role={consent?.role}>
      <b>{subgraph}</b> {path !== '' && <span className="concord-at">at {path}</span>} <code>{asks.join(' ')}</code>
      {consent?.flows.map((flow) => (
        <div key={`${flow.road} ${flow.to}`}>{roleWords(consent.role, flow)}</div>
      ))}
    </li>
  )
}

function PlanIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <circle cx="5" cy="5" r="2.5" />
      <circle cx="5" cy="19" r="2.5" />
      <circle cx="19" cy="12" r="2.5" />
      <path d="M7.5 5h4a4 4 0 0 1 4 4v.5M7.5 19h4a4 4 0 0 0 4-4v-.5" />
    </svg>
  )
}
