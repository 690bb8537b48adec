import { createContext } from 'react'
import type { DemoPeople } from './demo.ts'
import type { Persona } from './personas.ts'
import type { Session } from './session.ts'

/** Who there is, and who I am, for what is drawn inside of GraphiQL. */
export interface Who {
  readonly people: DemoPeople
  readonly everybody: readonly Persona[]
  readonly session: Session | null
  readonly choose: (session: Session | null) => void
}

export const WhoContext = createContext<Who | null>(null)
