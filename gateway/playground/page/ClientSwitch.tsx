import { Tooltip } from '@graphiql/react'
import { CLIENTS, CLIENT_NAMES, CLIENT_VIEWS, type Client } from './clients.ts'
import type { Persona } from './personas.ts'
import type { Session } from './session.ts'

interface ClientSwitchProps {
  /** Undefined: nobody, who is signed in nowhere. */
  readonly person: Persona | undefined
  readonly session: Session | null
  readonly choose: (session: Session) => void
}

/** In which app I am signed in. Apps without a profile stay in sight, so that nothing moves under the pointer. */
export function ClientSwitch({ person, session, choose }: ClientSwitchProps) {
  return (
    <fieldset className="concord-clients" disabled={person === undefined}>
      <legend className="concord-hidden">Signed in to</legend>
      <span className="concord-quiet" aria-hidden="true">
        Signed in to
      </span>
      <div className="concord-segments">
        {CLIENTS.map((client) => {
          const isThere = person?.tokens[client] !== undefined
          return (
            <Tooltip key={client} label={<div className="concord-card">{hint(client, person)}</div>}>
              <label className="concord-client">
                <input
                  type="radio"
                  name="client"
                  aria-label={`${CLIENT_NAMES[client]}: ${hint(client, person)}`}
                  checked={client === session?.client}
                  disabled={!isThere}
                  onChange={() => person !== undefined && choose({ person: person.name, client })}
                />
                <i className="concord-dot" data-client={isThere ? client : 'NONE'} aria-hidden="true" />
                {CLIENT_NAMES[client]}
              </label>
            </Tooltip>
          )
        })}
      </div>
    </fieldset>
  )
}

function hint(client: Client, person: Persona | undefined): string {
  if (person === undefined) return 'Nobody is signed in: be somebody first.'
  return person.tokens[client] === undefined ? `${person.name} has no profile there.` : CLIENT_VIEWS[client]
}
