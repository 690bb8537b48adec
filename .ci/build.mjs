#!/usr/bin/env node
// `prepare`: compiles the server and the playground into dist/ (git-ignored) and copies what the code reads beside it.
// Content with an installation that left out the development packages: then a dist/ that came along is kept as it is.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'))
if (!existsSync('node_modules/typescript')) {
  if (!existsSync('dist')) console.warn('dist/ was not built: the development packages are not installed')
  process.exit(0)
}

/** Runs a development tool by its script and ends with its exit code when it fails. */
function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

/** Copies all files below `from` with one of these endings to the same place below dist/. */
function copy(from, endings) {
  for (const entry of readdirSync(from)) {
    const path = join(from, entry)
    if (statSync(path).isDirectory()) copy(path, endings)
    else if (endings.some((ending) => path.endsWith(ending))) cpSync(path, join('dist', path))
  }
}

rmSync('dist', { recursive: true, force: true }) // the compiler leaves the outputs of deleted sources behind
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json')
copy('schema', ['.graphql', '.yaml', '.json'])
copy('subgraphs', ['.webp', '.jpg', '.yaml'])
if (existsSync('gateway/playground/vite.config.ts'))
  run('node_modules/vite/bin/vite.js', 'build', '--config', 'gateway/playground/vite.config.ts', '--logLevel', 'warn')
