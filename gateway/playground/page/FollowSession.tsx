import { useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { OperationTypeNode, type OperationDefinitionNode } from 'graphql'
import { useEffect, useRef } from 'react'
import type { DemoPeople } from './demo.ts'
import { ownStatus } from './ownStatus.ts'
import { isSame, type Session } from './session.ts'
import { isShareAsWritten, shareVariables } from './tabs.ts'
import { sessionAt, stepOf } from './tour.ts'
import type { Who } from './who.ts'

/**
 * What is on screen belongs to whoever I am. Another person sees other answers: the query on screen is asked again at
 * once, one in another tab when that comes into sight. A mutation is never sent without ▶: its old answer goes away.
 */
export function FollowSession({ people, everybody, session, choose }: Who) {
  useFreshAnswers({ everybody, session, choose })
  useOwnStatus(people, session)
  return null
}

function useFreshAnswers({ everybody, session, choose }: Omit<Who, 'people'>): void {
  const actions = useGraphiQLActions()
  const tab = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex])
  const document = useGraphiQL((state) => state.documentAST)
  const operations = useGraphiQL((state) => state.operations)
  const responseEditor = useGraphiQL((state) => state.responseEditor)
  const shown = useRef<Shown | null>(null)
  const answeredTo = useRef(new Map<string, Session | null>())

  useEffect(() => {
    if (tab === undefined) return
    if (shown.current?.tab !== tab.id) {
      // A step of the tour is taken in an app of its own.
      const step = stepOf(tab.query)
      const due = step === undefined ? session : sessionAt(step, session, everybody)
      if (!isSame(due, session)) return choose(due)
      shown.current = {
        tab: tab.id,
        session,
        reads: shown.current === null ? { before: undefined } : { before: document },
      }
    }
    const { reads, session: before } = shown.current
    if (reads !== undefined && reads.before === document) return
    shown.current = { tab: tab.id, session }

    const becameAnother = !isSame(before, session)
    const wasAnswered = tab.response !== null && tab.response !== ''
    const answered = answeredTo.current.get(tab.id)
    const isStale = wasAnswered && answered !== undefined && !isSame(answered, session)
    answeredTo.current.set(tab.id, session)
    if (!becameAnother && !isStale) return
    if (operations?.every(isQuery) === true) {
      // While an answer is awaited, running would only stop that.
      actions.stop()
      actions.run()
    } else {
      responseEditor?.setValue('')
      actions.updateActiveTabValues({ response: '' })
    }
  }, [actions, choose, document, everybody, operations, responseEditor, session, tab])
}

interface Shown {
  /** The tab in sight. */
  readonly tab: string
  /** Who I was when it came into sight, or when I last became another in it. */
  readonly session: Session | null
  /** GraphiQL reads a tab's document a moment after showing it: until then it holds the one `before`. */
  readonly reads?: { readonly before: unknown }
}

function isQuery({ operation }: OperationDefinitionNode): boolean {
  return operation === OperationTypeNode.QUERY
}

/** Keeps the variables of the tab Share about a status of one's own, for as long as nobody changed them. */
function useOwnStatus(people: DemoPeople, session: Session | null): void {
  const tab = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.id)
  const editor = useGraphiQL((state) => state.variableEditor)
  useEffect(() => {
    if (editor === undefined || !isShareAsWritten(editor.getValue())) return
    let isWanted = true
    const fill = async (): Promise<void> => {
      const id = await ownStatus(people, session, (url, init) => fetch(url, init))
      if (isWanted && isShareAsWritten(editor.getValue())) editor.setValue(shareVariables(id))
    }
    void fill()
    return () => {
      isWanted = false
    }
  }, [editor, people, session, tab])
}
