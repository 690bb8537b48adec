import { GraphiQL } from 'graphiql'
import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit'
import { HISTORY_PLUGIN } from '@graphiql/plugin-history'
import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { createAsk } from './ask.ts'
import type { Demo, DemoPeople } from './demo.ts'
import { FollowSession } from './FollowSession.tsx'
import { createLastAsked } from './lastAsked.ts'
import type { Persona } from './personas.ts'
import { planPlugin } from './PlanPanel.tsx'
import { firstSession, type Session } from './session.ts'
import { SessionBar } from './SessionBar.tsx'
import { storedSession, storeSession } from './stored.ts'
import { storiesPlugin } from './stories/StoriesPanel.tsx'
import { FIRST_TABS } from './tabs.ts'
import { Tour } from './Tour.tsx'
import { createTourAsk } from './tourAsk.ts'
import type { TourBook } from './tourBook.ts'
import { CopyCurl, ResetTabs } from './Toolbar.tsx'
import { WhoContext } from './who.ts'

const asked = createLastAsked()
// GraphiQL adds the documentation by itself.
const plugins = [HISTORY_PLUGIN]
/** Only the demo draws plans, and has people to be. */
const demoPlugins = [HISTORY_PLUGIN, planPlugin(asked), storiesPlugin(asked)]
const none: readonly Persona[] = []

interface PlaygroundProps {
  readonly people: DemoPeople
  readonly demo: Demo
  readonly book: TourBook
}

/** The page: who you are on top, GraphiQL below. Every request, introspection too, is sent as the chosen person. */
export function Playground({ people, demo: first, book }: PlaygroundProps) {
  const [demo, setDemo] = useState(first)
  const everybody = demo.kind === 'PEOPLE' ? demo.people : none
  const hasPeople = everybody.length > 0
  const { session, current, choose } = useSession(everybody)
  const learned = useSyncExternalStore(book.subscribe, () => book.learned(session?.person))
  const [place, setPlace] = useState<Element | null>(null)
  const fetcher = useMemo(() => {
    const relinked = (): void => void people.load().then((now) => now.kind === 'PEOPLE' && setDemo(now))
    return createFetcher({ people, session: current, book, relinked })
  }, [people, current, book])
  const who = useMemo(() => ({ people, everybody, session, choose }), [people, everybody, session, choose])
  return (
    <WhoContext value={who}>
      <div className="concord">
        <SessionBar demo={demo} session={session} choose={choose} />
        <div ref={setPlace} />
        <main className="concord-graphiql">
          <GraphiQL
            fetcher={fetcher}
            plugins={hasPeople ? demoPlugins : plugins}
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
            <FollowSession {...who} />
            {hasPeople && place !== null && <Tour place={place} learned={learned} />}
          </GraphiQL>
        </main>
      </div>
    </WhoContext>
  )
}

/** Who I am: `current` tells it outside of rendering, too. */
function useSession(everybody: readonly Persona[]) {
  const [session, setSession] = useState(() => firstSession(everybody, storedSession()))
  const latest = useRef(session)
  const current = useCallback(() => latest.current, [])
  const choose = useCallback((next: Session | null): void => {
    latest.current = next
    storeSession(next)
    setSession(next)
  }, [])
  return { session, current, choose }
}

interface FetcherOptions {
  readonly people: DemoPeople
  readonly session: () => Session | null
  readonly book: TourBook
  readonly relinked: () => void
}

function createFetcher({ people, session, ...tour }: FetcherOptions): Fetcher {
  const ask = createAsk({ people, session, fetch: (url, init) => fetch(url, init) })
  const watched = asked.watch(createTourAsk({ ask, people, session, ...tour }))
  return createGraphiQLFetcher({ url: '/graphql', fetch: watched as typeof fetch })
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
