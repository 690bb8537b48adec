import { defineConfig } from 'vitest/config'

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
