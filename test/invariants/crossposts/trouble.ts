import type { Target } from './acts.ts'

/** What made tries of deliveries come to nothing: only after enough of it may one be given up. */
export interface Trouble {
  /** A try was disturbed on its way to this target; null: to whichever it was. */
  readonly disturb: (target: Target | null) => void
  readonly mayGiveUp: (target: Target) => boolean
  /** All is quiet: what tries came to nothing is over. */
  readonly forgetDisturbances: () => void
}

/** After so many tries a delivery fails. */
const MOST_TRIES = 10

export function createTrouble(): Trouble {
  const disturbed: Record<Target | 'all', number> = { PHOTO: 0, SOCIAL: 0, all: 0 }
  return {
    disturb: (target) => void disturbed[target ?? 'all']++,
    mayGiveUp: (target) => disturbed[target] + disturbed.all >= MOST_TRIES,
    forgetDisturbances: () => void Object.assign(disturbed, { PHOTO: 0, SOCIAL: 0, all: 0 }),
  }
}
