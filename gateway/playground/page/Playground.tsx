import { GraphiQL } from 'graphiql'
import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit'
import { HISTORY_PLUGIN } from '@graphiql/plugin-history'
import { useMemo, useRef, useState } from 'react'
import { createAsk } from './ask.ts'
import type { Demo, DemoPeople } from './demo.ts'
import { FollowSession } from './FollowSession.tsx'
import { firstSession, type Session } from './session.ts'
import { SessionBar } from './SessionBar.tsx'
import { storedSession, storeSession } from './stored.ts'
import { FIRST_TABS } from './tabs.ts'
import { CopyCurl, ResetTabs } from './Toolbar.tsx'

// GraphiQL adds the documentation by itself.
const plugins = [HISTORY_PLUGIN]

interface PlaygroundProps {
  readonly people: DemoPeople
  readonly demo: Demo
}

/** The page: who you are on top, GraphiQL below. Every request, introspection too, is sent as the chosen person. */
export function Playground({ people, demo }: PlaygroundProps) {
  const hasPeople = demo.kind === 'PEOPLE'
  const [session, setSession] = useState(() => firstSession(hasPeople ? demo.people : [], storedSession()))
  const current = useRef(session)
  const fetcher = useMemo(() => createFetcher(people, () => current.current), [people])
  const choose = (next: Session | null): void => {
    current.current = next
    storeSession(next)
    setSession(next)
  }
  return (
    <div className="concord">
      <SessionBar demo={demo} session={session} choose={choose} />
      <main className="concord-graphiql">
        <GraphiQL
          fetcher={fetcher}
          plugins={plugins}
          defaultTabs={[...FIRST_TABS]}
          defaultEditorToolsVisibility={hasPeople ? 'variables' : 'headers'}
          shouldPersistHeaders={false}
        >
          <GraphiQL.Logo>
            <Logo hasSchema={hasPeople} />
          </GraphiQL.Logo>
          <GraphiQL.Toolbar>
            {({ prettify, copy, merge }) => (
              <>
                {prettify}
                {merge}
                {copy}
                <CopyCurl people={people} session={session} />
                <ResetTabs />
              </>
            )}
          </GraphiQL.Toolbar>
          <FollowSession people={people} session={session} />
        </GraphiQL>
      </main>
    </div>
  )
}

function createFetcher(people: DemoPeople, session: () => Session | null): Fetcher {
  const ask = createAsk({ people, session, fetch: (url, init) => fetch(url, init) })
  return createGraphiQLFetcher({ url: '/graphql', fetch: ask as typeof fetch })
}

/** With demo people everybody may read the schema; elsewhere only whom the configuration names, with a token. */
function Logo({ hasSchema }: { readonly hasSchema: boolean }) {
  return (
    <span className="concord-logo">
      {hasSchema && (
        <a href="/schema.graphql" download="schema.graphql" title="Download the schema">
          schema.graphql
        </a>
      )}
      <strong>Concord</strong>
    </span>
  )
}
