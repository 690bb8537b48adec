import type { Log } from '../log/log.ts'
import type { ClockTrust } from './clockWatch.ts'
import { DELTA } from './constants.ts'

/** The header in which a subgraph says what its clock showed when it answered, in milliseconds since the epoch. */
export const TIME_HEADER = 'concord-time'

/** How many answers are looked back on, as `clockWatch.ts` looks back on headers. */
const WINDOW = 64

/** One answer of another process of the house. All in milliseconds since the epoch. */
export interface TimedAnswer {
  readonly subgraph: string
  /** By our wall clock, when its question was sent and when the answer came. */
  readonly sent: number
  readonly received: number
  /** By theirs, in between. */
  readonly theirs: number
}

/**
 * Judges by the answers of the subgraphs whether the gateway's clock agrees with theirs: the gateway gets no signed
 * headers. An answer shows that clocks differ when no moment between question and answer would explain what it says.
 */
export interface AnswerWatch extends ClockTrust {
  saw(answer: TimedAnswer): void
  /** False while one of the last 64 answers shows a difference of more than δ. True before any came. */
  isTrusted(): boolean
}

/** Raises an alarm in the log when trust ends, and says when it is back. */
export function createAnswerWatch(log: Log): AnswerWatch {
  let sinceDifference = Number.POSITIVE_INFINITY

  return {
    saw({ subgraph, sent, received, theirs }) {
      const before = sinceDifference >= WINDOW
      const differs = theirs < sent - DELTA || theirs > received + DELTA
      sinceDifference = differs ? 0 : sinceDifference + 1
      const after = sinceDifference >= WINDOW
      if (before && !after) {
        const aheadMs = theirs > received ? theirs - received : theirs - sent
        log.error({ subgraph, aheadMs }, 'clocks differ: the gateway passes on no consented data until they agree')
      }
      if (!before && after) log.info({}, 'clocks agree again: the gateway passes on consented data')
    },
    isTrusted: () => sinceDifference >= WINDOW,
  }
}
