import { learn, type Answer, type Learned, type Progress } from './tour.ts'

/** What each person's tour has told so far. */
export interface TourBook {
  learned(person: string | undefined): Learned
  /** Learns from an answer that this person got. */
  read(person: string | undefined, answer: Answer): void
  /** Calls after every change; answers how to end that. */
  readonly subscribe: (changed: () => void) => () => void
}

interface Ports {
  readonly stored: Progress
  readonly store: (progress: Progress) => void
  /** An idempotency key that was never used. */
  readonly newKey: () => string
}

export function createTourBook({ stored, store, newKey }: Ports): TourBook {
  let progress = stored
  const listeners = new Set<() => void>()
  const nothing: Learned = { key: newKey() }
  const learned = (person = ''): Learned => progress[person] ?? nothing

  return {
    learned,
    read(person, answer) {
      if (person === undefined) return
      progress = { ...progress, [person]: learn(learned(person), answer, newKey) }
      store(progress)
      for (const changed of listeners) changed()
    },
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}
