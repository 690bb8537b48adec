import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { inheritedEnvironment, TSX } from '../../../support/child.ts'
import { isLong } from '../../../support/long.ts'
import { createDirectory } from './directory.ts'

/** A process of its own, since a limit is a process's. */
test.runIf(isLong)(
  'a disk without room refuses writes, and ends no process',
  () => {
    const { directory, remove } = createDirectory()
    const script = fileURLToPath(new URL('fullDisk.ts', import.meta.url))
    // In blocks of 512 bytes or of 1,024, as the shell has it.
    const limited = `ulimit -f 2000; exec "$0" --import "$1" "$2" "$3"`
    const arguments_ = ['-c', limited, process.execPath, TSX, script, directory]
    const { status, stdout } = spawnSync('sh', arguments_, { encoding: 'utf8', env: inheritedEnvironment() })
    remove()
    expect(stdout).toMatch(/Said: STORE_(FULL|UNAVAILABLE)\./)
    expect(status).toBe(0)
  },
  120_000,
)
