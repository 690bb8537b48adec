import { ToolbarButton, tryParseJSONC, useGraphiQL } from '@graphiql/react'
import { useState } from 'react'
import { asCurl } from './curl.ts'
import type { DemoPeople } from './demo.ts'
import type { Session } from './session.ts'
import { forgetTabs } from './stored.ts'

interface CopyCurlProps {
  readonly people: DemoPeople
  readonly session: Session | null
}

/** The request on screen as a command, with a token where somebody is chosen. What came of it stands beside it. */
export function CopyCurl({ people, session }: CopyCurlProps) {
  const [note, setNote] = useState('')
  const query = useGraphiQL((state) => state.queryEditor)
  const variables = useGraphiQL((state) => state.variableEditor)
  const headers = useGraphiQL((state) => state.headerEditor)
  const operationName = useGraphiQL((state) => state.operationName)

  const copy = async (): Promise<string> => {
    const asked = {
      origin: location.origin,
      query: query?.getValue() ?? '',
      operationName,
      variables: tryParseJSONC(variables?.getValue()),
      headers: tryParseJSONC(headers?.getValue()),
      token: await people.token(session),
    }
    await navigator.clipboard.writeText(asCurl(asked))
    return asked.token === null ? 'Copied' : 'Copied, with a token that lives ten minutes'
  }
  const forget = (): void => setNote('')
  return (
    <div className="concord-copy">
      <ToolbarButton
        label="Copy as curl"
        onClick={() => void copy().catch(whyNot).then(setNote)}
        onPointerLeave={forget}
        onBlur={forget}
      >
        <span className="concord-curl" aria-hidden="true">
          $_
        </span>
      </ToolbarButton>
      <span className="concord-note" role="status">
        {note}
      </span>
    </div>
  )
}

function whyNot(error: unknown): string {
  if (!window.isSecureContext) return 'Not copied: browsers let pages copy on localhost and over HTTPS only'
  return `Not copied: ${error instanceof Error ? error.message : String(error)}`
}

/** What was typed is kept in the browser and wins over the first tabs: this brings those back. */
export function ResetTabs() {
  const reset = (): void => {
    if (!confirm('Close all tabs and bring the first ones back?')) return
    forgetTabs()
    location.reload()
  }
  return (
    <ToolbarButton label="Bring the first tabs back" onClick={reset}>
      <svg className="graphiql-toolbar-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true">
        <path d="M4 4v6h6" strokeWidth="1.5" />
        <path d="M4.6 10A8 8 0 1 1 4 14.5" strokeWidth="1.5" />
      </svg>
    </ToolbarButton>
  )
}
