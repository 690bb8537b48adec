import { fault } from '../../../subgraphs/runtime/errors/fault.ts'
import type { InternalCalls } from '../../../subgraphs/runtime/internal/client.ts'

/**
 * What becomes of the calls between services. `answered`: they are. `twice`: they arrive twice. `unheard`: they arrive,
 * and the caller is told of a timeout. `lost`: they never arrive. `late`: they arrive when they are let go.
 */
export type Weather = 'answered' | 'twice' | 'unheard' | 'lost' | 'late'

export interface BrittleCalls {
  /** For `startedGraph({ internal })`. */
  readonly internal: (calls: InternalCalls) => InternalCalls
  /** Of these operations; the others are answered. */
  become(weather: Weather, ...operations: readonly string[]): void
  /** Names of the operations that were called since the last look, in order. */
  called(): readonly string[]
  /** What was late arrives, and nobody hears of it. */
  letGo(): Promise<void>
  /** Everything that was ever called arrives once more, in this order and then in the other. */
  replay(): Promise<void>
}

export function createBrittleCalls(): BrittleCalls {
  const all: { readonly name: string; readonly arrive: () => Promise<unknown> }[] = []
  const late: (() => Promise<unknown>)[] = []
  let weather: Weather = 'answered'
  let concerned: readonly string[] = []
  let looked = 0

  async function travel(name: string, arrive: () => Promise<unknown>): Promise<unknown> {
    all.push({ name, arrive })
    const here = concerned.includes(name) ? weather : 'answered'
    if (here === 'lost') throw fault('SUBGRAPH_UNREACHABLE')
    if (here === 'late') late.push(arrive)
    else if (here === 'twice') await arrive()
    else if (here === 'unheard') await arrive()
    if (here === 'late' || here === 'unheard') throw fault('SUBGRAPH_TIMEOUT')
    return arrive()
  }

  /** A refusal of what comes too late is as good as an answer. */
  const unheard = (arrive: () => Promise<unknown>): Promise<unknown> => arrive().catch(() => undefined)

  return {
    internal: (calls) => ({
      call: (to, operation, input) => travel(operation, () => calls.call(to, operation, input)),
    }),
    become(next, ...operations) {
      weather = next
      concerned = operations
    },
    called() {
      const since = all.slice(looked).map(({ name }) => name)
      looked = all.length
      return since
    },
    async letGo() {
      for (const arrive of late.splice(0)) await unheard(arrive)
    },
    async replay() {
      const each = all.map(({ arrive }) => arrive)
      for (const arrive of [...each, ...each.toReversed()]) await unheard(arrive)
    },
  }
}
