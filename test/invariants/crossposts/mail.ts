import type { ExecutionResult } from 'graphql'

/** `LOST`: the process died before it answered. */
export type Heard = ExecutionResult | 'LOST'

export type Hear = (heard: Heard) => Promise<void> | void

/** Answers on their way to clients, who hear them only when the stage has come to rest. */
export interface Mail {
  /** Somebody waits; answers what tells them. Only the first that they are told is heard. */
  readonly expect: (hear: Hear) => (heard: Heard) => void
  /** Hears what has come; answers whether anything had. */
  readonly hearAll: () => Promise<boolean>
  /** Sent and not yet answered. */
  readonly pending: () => number
}

export function createMail(): Mail {
  const waiting = new Set<object>()
  const come: (() => Promise<void> | void)[] = []
  return {
    expect(hear) {
      const token = {}
      waiting.add(token)
      return (answer) => {
        if (waiting.delete(token)) come.push(() => hear(answer))
      }
    },
    async hearAll() {
      const batch = come.splice(0)
      for (const hear of batch) await hear()
      return batch.length > 0
    },
    pending: () => waiting.size,
  }
}
