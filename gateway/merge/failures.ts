import { clientName } from '../plan/reservedNames.ts'
import { type Place, type PlanPath } from './places.ts'
import type { SubgraphFailure } from './subgraphError.ts'

/** A failure, and where it is in the tree; without a place where it concerns the whole answer. */
export interface PlacedFailure extends SubgraphFailure {
  readonly place?: Place
  /** What is missing along with it: these names of the object at this place, all that the same fetch brings for it. */
  readonly tookAlong?: { readonly object: Place; readonly names: ReadonlySet<string> }
}

/** Names that are missing at a place, or at every place of a path, for a reason that has been reported. */
interface Gap {
  readonly at: PlanPath | Place
  readonly names: ReadonlySet<string>
}

/** What went wrong while fetching: the errors to be, and which gaps of the tree they explain. */
export class Failures {
  readonly placed: PlacedFailure[] = []
  private readonly gaps: Gap[] = []
  private readonly limit: number

  /** `limit`: how many failures are kept; what is more is dropped, as a hostile subgraph can report any number. */
  constructor(limit = 1000) {
    this.limit = limit
  }

  get any(): boolean {
    return this.placed.length > 0
  }

  report(failure: SubgraphFailure, place: Place | undefined, tookAlong?: PlacedFailure['tookAlong']): void {
    if (this.placed.length >= this.limit) return
    this.placed.push(place && place.length > 0 ? { ...failure, place, ...(tookAlong && { tookAlong }) } : failure)
  }

  /** From now on null at one of these names, at this place, needs no error of its own. */
  explainGap(at: PlanPath | Place, names: ReadonlySet<string>): void {
    if (names.size > 0 && this.gaps.length < this.limit) this.gaps.push({ at, names })
  }

  /** Whether a null at this place, in the client's names, follows from a failure that is reported already. */
  explains(place: Place): boolean {
    return this.gaps.some((gap) => isGap(gap, place)) || this.placed.some((failure) => isRelated(failure.place, place))
  }
}

function isGap({ at, names }: Gap, place: Place): boolean {
  if (place.length <= at.length) return false
  for (const [index, step] of at.entries()) {
    const here = place[index]
    const fits = step === '@' ? typeof here === 'number' : sameStep(step, here)
    if (!fits) return false
  }
  const name = place[at.length]
  for (const missing of names) if (clientName(missing) === name) return true
  return false
}

/** An error somewhere below nulls what is above it; one above explains what is missing below. */
function isRelated(failed: Place | undefined, place: Place): boolean {
  if (!failed) return false
  const shared = Math.min(failed.length, place.length)
  for (let index = 0; index < shared; index++) if (!sameStep(failed[index], place[index])) return false
  return true
}

function sameStep(planned: string | number | undefined, client: string | number | undefined): boolean {
  return typeof planned === 'string' ? clientName(planned) === client : planned === client
}
