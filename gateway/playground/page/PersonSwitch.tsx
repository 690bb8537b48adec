import { Tooltip } from '@graphiql/react'
import { APPS } from './clients.ts'
import { shortNames, whereabouts, type Persona } from './personas.ts'
import { becoming, type Session } from './session.ts'

interface PersonSwitchProps {
  readonly people: readonly Persona[]
  readonly session: Session | null
  readonly choose: (session: Session | null) => void
}

/** All people at a glance: a name and a dot for each app that they use; their story on hover and focus. */
export function PersonSwitch({ people, session, choose }: PersonSwitchProps) {
  const names = shortNames(people)
  return (
    <fieldset className="concord-people">
      <legend className="concord-hidden">Who you are</legend>
      <Tooltip label="Signed out everywhere: what strangers see">
        <label className="concord-person">
          <input
            type="radio"
            name="person"
            aria-label="Nobody: signed out everywhere"
            checked={session === null}
            onChange={() => choose(null)}
          />
          Nobody
        </label>
      </Tooltip>
      {people.map((person) => (
        <Tooltip key={person.name} label={<Card person={person} />}>
          <label className="concord-person">
            <input
              type="radio"
              name="person"
              aria-label={`${person.name}: ${person.story} ${whereabouts(person)}`}
              checked={person.name === session?.person}
              onChange={() => choose(becoming(person, session))}
            />
            {names.get(person.name)}
            <Dots person={person} />
          </label>
        </Tooltip>
      ))}
    </fieldset>
  )
}

/** Always in the same order; hollow where there is no profile. */
function Dots({ person }: { readonly person: Persona }) {
  return (
    <span className="concord-dots" aria-hidden="true">
      {APPS.map((app) => (
        <i key={app} className="concord-dot" data-client={person.tokens[app] === undefined ? 'NONE' : app} />
      ))}
    </span>
  )
}

function Card({ person }: { readonly person: Persona }) {
  return (
    <div className="concord-card">
      <strong>{person.name}</strong>
      <span>{person.story}</span>
      <span>{whereabouts(person)}</span>
    </div>
  )
}
