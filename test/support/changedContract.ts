import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compose } from '../../bin/commands/compose.ts'
import { temporaryDirectory } from './demoData.ts'

const SCHEMA = fileURLToPath(new URL('../../schema', import.meta.url))

/** By file: what is replaced by what, or the whole text of a new one. */
export type ContractChanges = Readonly<Record<string, string | readonly (readonly [before: string, after: string])[]>>

/** A folder with the contract of the package, changed and composed anew; whoever asks removes it. */
export function changedContract(changes: ContractChanges): string {
  const directory = temporaryDirectory()
  cpSync(SCHEMA, directory, { recursive: true, filter: (path) => !path.endsWith('.ts') })
  for (const [file, change] of Object.entries(changes)) {
    const path = join(directory, file)
    writeFileSync(path, typeof change === 'string' ? change : replaced(file, readFileSync(path, 'utf8'), change))
  }
  let told = ''
  const stdout = { write: (text: string) => ((told += text), true) }
  if (compose({ directory, against: SCHEMA, stdout }) !== 0) throw new Error(told)
  return directory
}

function replaced(file: string, text: string, replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`${file} must hold: ${from}`)
    return before.replace(from, to)
  }, text)
}
