import type { Persona, Session } from './personas.ts'

const clients: Readonly<Record<string, string>> = {
  ACCOUNTS: 'Accounts center',
  MESSENGER: 'Messenger',
  PHOTO: 'Photo',
  SOCIAL: 'Social',
}

interface SessionBarProps {
  readonly personas: readonly Persona[]
  readonly session: Session | null
  readonly choose: (session: Session | null) => void
}

/** One click each: who I am, and in which app I am signed in. */
export function SessionBar({ personas, session, choose }: SessionBarProps) {
  const person = personas.find((candidate) => candidate.name === session?.person)
  if (personas.length === 0)
    return (
      <header className="concord-bar">
        This server runs without demo people: put your token into the headers, as {'{ "authorization": "Bearer …" }'}.
      </header>
    )
  const be = (next: Persona): void => {
    const client = session !== null && next.tokens[session.client] !== undefined ? session.client : 'ACCOUNTS'
    choose({ person: next.name, client })
  }
  return (
    <header className="concord-bar">
      <div className="concord-people" role="radiogroup" aria-label="Who you are">
        <button
          type="button"
          role="radio"
          aria-checked={session === null}
          className="concord-person"
          title="Nobody: signed out everywhere"
          onClick={() => choose(null)}
        >
          –
        </button>
        {personas.map((candidate) => (
          <button
            key={candidate.name}
            type="button"
            role="radio"
            aria-checked={candidate.name === session?.person}
            aria-label={candidate.name}
            className="concord-person"
            style={{ backgroundColor: colour(candidate.name) }}
            title={`${candidate.name}: ${candidate.story}`}
            onClick={() => be(candidate)}
          >
            {initials(candidate.name)}
          </button>
        ))}
      </div>
      <div className="concord-who">
        <div>
          <strong>{person?.name ?? 'Nobody'}</strong>
          <span> {person?.story ?? 'Signed out everywhere: what strangers see.'}</span>
        </div>
        {person !== undefined && session !== null && (
          <div className="concord-clients" role="radiogroup" aria-label="Signed in to">
            {Object.entries(clients).map(([client, label]) => (
              <button
                key={client}
                type="button"
                role="radio"
                aria-checked={client === session.client}
                disabled={person.tokens[client] === undefined}
                title={
                  person.tokens[client] === undefined
                    ? `${person.name} has no profile there`
                    : `Ask as ${person.name} in: ${label}`
                }
                onClick={() => choose({ person: person.name, client })}
              >
                {label}
              </button>
            ))}
          </div>
        )}
      </div>
    </header>
  )
}

const initials = (name: string): string =>
  name
    .split(' ')
    .map((part) => part.slice(0, 1))
    .join('')

/** A quiet colour of one's own, the same each time. */
function colour(name: string): string {
  const hue = Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7)
  return `hsl(${hue} 45% 42%)`
}
