/** The clock port: everything that knows of time asks it, so that a test moves all of time at once. */
export interface Clock {
  /** Milliseconds since the Unix epoch, as the machine believes. May jump. */
  wall(): number
  /** Milliseconds since some start; never goes back. For durations and deadlines. */
  monotonic(): number
  /**
   * Resolves when at least `ms` of monotonic time have passed (a timer that fires early is waited for again); rejects
   * with the signal's reason when it is aborted first. Does not keep the process alive.
   */
  wait(ms: number, signal?: AbortSignal): Promise<void>
}
