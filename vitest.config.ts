import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, by the end of their paths: begun last, one of them would keep a core waiting. */
const LONGEST = [
  'gateway/playground/playground.test.ts',
  'schema/compose/flowCheck.test.ts',
  'invariants/I09-overProcesses.test.ts',
  'invariants/I04-nonInterference.test.ts',
  'bin/concord.test.ts',
  'journeys/resilience.test.ts',
  'r0/isolation.test.ts',
  'gateway/differential/differential.test.ts',
]

/** Vitest's own order, which knows how long files took on this machine, but nothing where they never ran. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.findIndex((end) => moduleId.endsWith(end))
      return found < 0 ? LONGEST.length : found
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  resolve: {
    // graphql ships CommonJS and ES modules; Apollo's packages require the CommonJS copy. Resolving `main` first keeps
    // one copy of graphql in a test process, where two would fail each other's instanceof checks.
    mainFields: ['main'],
    extensions: ['.js', '.ts', '.tsx', '.json', '.mjs'],
  },
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // The default leaves one core idle, which on two is half: much of what is tested waits for a disk or a browser.
    maxWorkers: '100%',
    // Files share a worker's module cache: tests keep no global state, and a started graph is shared.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    env: { APOLLO_TELEMETRY_DISABLED: '1', NODE_ENV: 'test' },
    coverage: {
      provider: 'v8',
      include: ['bin/**/*.ts', 'gateway/**/*.ts', 'schema/**/*.ts', 'subgraphs/**/*.ts'],
      reporter: ['text-summary', 'html'],
    },
  },
})
