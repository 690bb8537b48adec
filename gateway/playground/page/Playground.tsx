import { GraphiQL } from 'graphiql'
import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit'
import { DOC_EXPLORER_PLUGIN } from '@graphiql/plugin-doc-explorer'
import { HISTORY_PLUGIN } from '@graphiql/plugin-history'
import { ToolbarButton, useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { asCurl } from './curl.ts'
import { tokenFor, type Persona, type Session } from './personas.ts'
import { SessionBar } from './SessionBar.tsx'
import { firstTabs, type Tab } from './tabs.ts'

const remembered = 'concord:session'
const plugins = [DOC_EXPLORER_PLUGIN, HISTORY_PLUGIN]

/** The page: who you are on top, GraphiQL below. Every request, introspection too, is sent as the chosen person. */
export function Playground({ personas }: { readonly personas: readonly Persona[] }) {
  const [session, setSession] = useState<Session | null>(() => firstSession(personas))
  const [tabs, setTabs] = useState<readonly Tab[] | null>(null)
  const current = useRef(session)
  const fetcher = useMemo(() => createSessionFetcher(() => current.current), [])
  useEffect(() => {
    void firstTabs(current.current).then(setTabs)
  }, [])

  const choose = (next: Session | null): void => {
    current.current = next
    localStorage.setItem(remembered, JSON.stringify(next))
    setSession(next)
  }
  if (tabs === null) return null
  return (
    <div className="concord">
      <SessionBar personas={personas} session={session} choose={choose} />
      <div className="concord-graphiql">
        <GraphiQL
          fetcher={fetcher}
          plugins={plugins}
          referencePlugin={DOC_EXPLORER_PLUGIN}
          defaultTabs={[...tabs]}
          defaultEditorToolsVisibility="variables"
          shouldPersistHeaders={false}
        >
          <GraphiQL.Logo>
            <span className="concord-name">Concord</span>
          </GraphiQL.Logo>
          <GraphiQL.Toolbar>
            {({ prettify, copy, merge }) => (
              <>
                {prettify}
                {merge}
                {copy}
                <CopyCurl session={session} />
                <ResetTabs />
              </>
            )}
          </GraphiQL.Toolbar>
          <RunOnChange session={session} />
        </GraphiQL>
      </div>
    </div>
  )
}

/** Who was chosen last time, if still there; else the first persona in the accounts center. */
function firstSession(personas: readonly Persona[]): Session | null {
  const stored = localStorage.getItem(remembered)
  const session = stored === null ? undefined : (JSON.parse(stored) as Session | null)
  if (session === null) return null
  const known = personas.find((person) => person.name === session?.person)
  if (session !== undefined && known?.tokens[session.client] !== undefined) return session
  const first = personas[0]
  return first === undefined ? null : { person: first.name, client: 'ACCOUNTS' }
}

function createSessionFetcher(session: () => Session | null): Fetcher {
  const plain = createGraphiQLFetcher({ url: '/graphql' })
  return async (parameters, options) => {
    const token = await tokenFor(session())
    const headers = { ...options?.headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) }
    return plain(parameters, { ...options, headers })
  }
}

/** Another person sees another graph of answers: the operation on screen is asked again at once. */
function RunOnChange({ session }: { readonly session: Session | null }) {
  const actions = useGraphiQLActions()
  const ranFor = useRef(session)
  useEffect(() => {
    if (ranFor.current === session) return
    ranFor.current = session
    actions.run()
  }, [session, actions])
  return null
}

function CopyCurl({ session }: { readonly session: Session | null }) {
  const query = useGraphiQL((state) => state.queryEditor)
  const variables = useGraphiQL((state) => state.variableEditor)
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    const text = asCurl(location.origin, query?.getValue() ?? '', variables?.getValue(), await tokenFor(session))
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <ToolbarButton
      label={copied ? 'Copied, with a token that lives ten minutes' : 'Copy as curl'}
      onClick={() => void copy()}
    >
      <span className="concord-curl" aria-hidden="true">
        $_
      </span>
    </ToolbarButton>
  )
}

/** What was typed is kept in the browser and wins over the first tabs: this brings those back. */
function ResetTabs() {
  const reset = (): void => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('graphiql:')) localStorage.removeItem(key)
    location.reload()
  }
  return (
    <ToolbarButton label="Bring the first tabs back" onClick={reset}>
      <span className="concord-curl" aria-hidden="true">
        ↺
      </span>
    </ToolbarButton>
  )
}
