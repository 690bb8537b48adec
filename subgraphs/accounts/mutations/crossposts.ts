import type { CrosspostError, CrosspostStatusInput, SetAutoCrosspostInput } from '../generated/types.ts'
import { crosspostRefusal } from '../refusals.ts'
import { possibleTargets } from '../rules/whereStatusMayGo.ts'

/** What comes of sharing a status while nothing is linked. */
export interface CrosspostRefused {
  readonly crosspost: null
  readonly errors: CrosspostError[]
}

/** What comes of sharing without asking while nothing is linked. */
export interface AutoCrosspostRefused {
  readonly autoCrosspost: null
  readonly account: null
  readonly errors: CrosspostError[]
}

/** Each target is judged by itself; a link that is not active is reported before a feature that is off. */
export function crosspostStatus({ targets }: CrosspostStatusInput): CrosspostRefused {
  if (targets.length === 0) return { crosspost: null, errors: [crosspostRefusal('CROSSPOST_NO_TARGETS', 'targets')] }
  const errors = possibleTargets(targets.map(({ app }) => app)).map((possible, index) =>
    crosspostRefusal(possible ? 'CROSSPOST_LINK_NOT_ACTIVE' : 'CROSSPOST_TARGET_INVALID', 'targets', String(index)),
  )
  return { crosspost: null, errors }
}

/** `updateCrosspost`, `retractCrosspost` and `retryCrosspost`: nobody has shared anything. */
export function changeCrosspost(): CrosspostRefused {
  return { crosspost: null, errors: [crosspostRefusal('CROSSPOST_NOT_FOUND', 'crosspostId')] }
}

export function setAutoCrosspost({ target }: SetAutoCrosspostInput): AutoCrosspostRefused {
  const [possible] = possibleTargets([target.app])
  const code = possible ? 'CROSSPOST_LINK_NOT_ACTIVE' : 'CROSSPOST_TARGET_INVALID'
  return { autoCrosspost: null, account: null, errors: [crosspostRefusal(code, 'target')] }
}
