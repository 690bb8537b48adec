/** What has to be let go of at the end of a test, last opened first; `AsyncDisposableStack` of later Nodes. */
export interface Cleanup {
  readonly add: (step: () => PromiseLike<unknown>) => void
  readonly run: () => Promise<void>
}

export function createCleanup(): Cleanup {
  const steps: (() => PromiseLike<unknown>)[] = []
  return {
    add: (step) => void steps.push(step),
    async run() {
      for (let step = steps.pop(); step !== undefined; step = steps.pop()) await step()
    },
  }
}
