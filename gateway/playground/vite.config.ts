import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** Builds the page into dist/playground. Everything is bundled: the page loads without internet. */
export default defineConfig({
  root: fileURLToPath(new URL('./page', import.meta.url)),
  base: '/playground/',
  build: {
    outDir: '../../../dist/playground',
    emptyOutDir: true,
    chunkSizeWarningLimit: 8_000,
    // GraphiQL's packages mark their modules 'use client', which means nothing to a bundle of one page.
    rolldownOptions: {
      // How long plugins take depends on what else the machine does: no warning.
      checks: { pluginTimings: false },
      onLog: (level, log, handle) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : handle(level, log)),
    },
  },
})
