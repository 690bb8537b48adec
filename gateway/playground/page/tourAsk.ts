import type { Fetch } from './ask.ts'
import type { DemoPeople } from './demo.ts'
import type { Session } from './session.ts'
import { stepOf, whyNotYet, type Answer } from './tour.ts'
import type { TourBook } from './tourBook.ts'

interface TourAskOptions {
  readonly ask: Fetch
  readonly people: Pick<DemoPeople, 'forget'>
  readonly session: () => Session | null
  readonly book: TourBook
  /** Called when what is linked may have changed. */
  readonly relinked: () => void
}

interface Body {
  readonly query?: string
  readonly variables?: unknown
}

/**
 * Asks, and follows the tour on the way: a step that comes too early is answered here with what to do first, one that
 * needs a fresh sign-in gets it, and the book reads the answers. Everything else passes.
 */
export function createTourAsk({ ask, people, session, book, relinked }: TourAskOptions): Fetch {
  return async (url, init) => {
    const { query, variables } = bodyOf(init)
    const step = stepOf(query)
    if (step === undefined) return ask(url, init)
    const person = session()?.person
    const message = whyNotYet(step, book.learned(person), variables)
    if (message !== null) return Response.json({ errors: [{ message }] })
    // Tokens say when one signed in, and are fetched anew.
    if (step.isFresh) people.forget()
    const response = await ask(url, init)
    book.read(person, await answerOf(response.clone()))
    if (step.relinks) {
      people.forget()
      relinked()
    }
    return response
  }
}

function bodyOf({ body }: RequestInit): Body {
  return typeof body === 'string' ? (JSON.parse(body) as Body) : {}
}

/** Nothing is learned from what is no answer. */
async function answerOf(response: Response): Promise<Answer> {
  try {
    return (await response.json()) as Answer
  } catch {
    return {}
  }
}
