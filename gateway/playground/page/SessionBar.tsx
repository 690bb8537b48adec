import { Tooltip } from '@graphiql/react'
import { ClientSwitch } from './ClientSwitch.tsx'
import type { Demo } from './demo.ts'
import { PersonSwitch } from './PersonSwitch.tsx'
import { whereabouts, type Persona } from './personas.ts'
import type { Session } from './session.ts'
import './bar.css'

interface SessionBarProps {
  readonly demo: Demo
  readonly session: Session | null
  readonly choose: (session: Session | null) => void
}

/** Who I am, and in which app I am signed in: one click changes either. */
export function SessionBar({ demo, session, choose }: SessionBarProps) {
  if (demo.kind !== 'PEOPLE') return <header className="concord-bar">{withoutPeople[demo.kind]}</header>
  const person = demo.people.find(({ name }) => name === session?.person)
  return (
    <Tooltip.Provider delayDuration={250}>
      <header className="concord-bar">
        <div className="concord-who">
          <Who person={person} />
          <ClientSwitch person={person} session={session} choose={choose} />
        </div>
        <PersonSwitch people={demo.people} session={session} choose={choose} />
      </header>
    </Tooltip.Provider>
  )
}

function Who({ person }: { readonly person: Persona | undefined }) {
  const story = person?.story ?? 'Signed out everywhere: requests carry no token, and answers show what strangers see.'
  return (
    <p className="concord-story" role="status">
      <strong>{person?.name ?? 'Nobody'}</strong>
      <span>{story}</span>
      {person !== undefined && <span className="concord-quiet">{whereabouts(person)}</span>}
    </p>
  )
}

const example = <code>{'{ "authorization": "Bearer …" }'}</code>
const ownToken = (
  <>
    To be somebody, put a token into <b>Headers</b> below: {example}. <code>concord token --help</code> says how to make
    one.
  </>
)

const withoutPeople: Readonly<Record<Exclude<Demo['kind'], 'PEOPLE'>, React.ReactNode>> = {
  NONE: (
    <p className="concord-story">
      <strong>Nobody</strong>
      <span>This server runs without demo people. {ownToken}</span>
      <span className="concord-quiet">
        The docs need a client that may read the schema: once its token is there, press “Re-fetch GraphQL schema”.
      </span>
    </p>
  ),
  ELSEWHERE: (
    <p className="concord-story">
      <strong>Nobody</strong>
      <span>
        The demo people are for the server’s own machine: open this page there, as <code>http://localhost</code>.{' '}
        {ownToken}
      </span>
    </p>
  ),
  SILENT: (
    <p className="concord-story">
      <strong>Nobody</strong>
      <span>The server did not tell who its demo people are. Load this page again.</span>
    </p>
  ),
}
