import type { Log } from './log.ts'

/**
 * Which call a line is about. It names nobody, and no two calls have the same: the gateway's log calls it so beside the
 * request that it was made for, where that tells nobody's choices. No subgraph is told the request itself (R0).
 */
export interface AboutCall {
  readonly callId: string
  /** Internal calls only. */
  readonly operation?: string
}

/** A log whose lines say which call they are about. */
export function callLog(log: Log, about: AboutCall): Log {
  return new CallLog(log, about)
}

/** One is made for each call, and hardly any of them writes: it holds two references, and nothing is made until then. */
class CallLog implements Log {
  private readonly log: Log
  private readonly about: AboutCall

  constructor(log: Log, about: AboutCall) {
    this.log = log
    this.about = about
  }

  debug(fields: object, message: string): void {
    this.log.debug({ ...this.about, ...fields }, message)
  }

  info(fields: object, message: string): void {
    this.log.info({ ...this.about, ...fields }, message)
  }

  warn(fields: object, message: string): void {
    this.log.warn({ ...this.about, ...fields }, message)
  }

  error(fields: object, message: string): void {
    this.log.error({ ...this.about, ...fields }, message)
  }
}
