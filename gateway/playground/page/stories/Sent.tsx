import { useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { use } from 'react'
import type { Session } from '../session.ts'
import { nameOf } from '../tour.ts'
import { WhoContext } from '../who.ts'
import { LOOKS } from './operations.ts'
import type { Authors } from './reader.ts'
import type { Pressed } from './stories.ts'
import { sessionWords } from './words.ts'

/** The GraphQL behind a button: nothing here that a tab could not do. */
export function Sent({ query, variables, session, answer, took }: Pressed) {
  return (
    <details className="concord-sent">
      <summary>
        <code>{nameOf(query)}</code> <span>{`${sessionWords(session)} · ${Math.round(took)} ms`}</span>
      </summary>
      <OpenInTab query={query} variables={variables} session={session} />
      <pre>{query.trim()}</pre>
      <h4>Variables</h4>
      <pre>{inJson(variables)}</pre>
      <h4>Answer</h4>
      <pre>{inJson(answer)}</pre>
    </details>
  )
}

/** What the panel asks to know how things stand. */
export function Looks({ person, authors }: { readonly person: string; readonly authors: Authors }) {
  return LOOKS.map(({ query, client }) => {
    const author = client === 'PHOTO' || client === 'SOCIAL' ? authors[client] : null
    return (
      <details className="concord-sent" key={query}>
        <summary>
          <code>{nameOf(query)}</code>
        </summary>
        <OpenInTab
          query={query}
          variables={author === null ? {} : { author: author.id }}
          session={{ person, client }}
        />
        <pre>{query.trim()}</pre>
      </details>
    )
  })
}

interface OpenInTabProps {
  readonly query: string
  readonly variables: object
  readonly session: Session | null
}

/** A new tab with the operation, signed in to where it was sent. A mutation waits there for ▶. */
function OpenInTab({ query, variables, session }: OpenInTabProps) {
  const who = use(WhoContext)
  const actions = useGraphiQLActions()
  const queryEditor = useGraphiQL((state) => state.queryEditor)
  const variableEditor = useGraphiQL((state) => state.variableEditor)
  const open = (): void => {
    actions.addTab()
    queryEditor?.setValue(query)
    variableEditor?.setValue(inJson(variables))
    who?.choose(session)
  }
  return (
    <button type="button" onClick={open}>
      Open in a tab
    </button>
  )
}

const inJson = (value: unknown): string => JSON.stringify(value, null, 2)
