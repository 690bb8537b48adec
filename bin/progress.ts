import { SingleBar } from 'cli-progress'

/** Where a command writes what people read. */
export type Output = Pick<NodeJS.WriteStream, 'write'> & Partial<Pick<NodeJS.WriteStream, 'isTTY'>>

export interface Progress {
  update(done: number, total: number): void
  stop(): void
}

/** A bar on a terminal; elsewhere one line when the work begins, so that logs stay readable. */
export function createProgress(output: Output, label: string): Progress {
  if (output.isTTY !== true) {
    let begun = false
    return {
      update() {
        if (!begun) output.write(`${label} …\n`)
        begun = true
      },
      stop() {},
    }
  }
  const bar = new SingleBar({
    format: `${label} [{bar}] {percentage} % · {eta} s left`,
    clearOnComplete: true,
    // It would take the first Ctrl-C for itself, and the command would go on.
    gracefulExit: false,
  })
  let begun = false
  return {
    update(done, total) {
      if (!begun) bar.start(total, done)
      begun = true
      bar.update(done)
    },
    stop: () => bar.stop(),
  }
}
