import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type ErrorDefinition, ERRORS } from './registry.ts'

/** Where the page is. */
export const PAGE = new URL('./CODES.md', import.meta.url)

/** The registry as a page for people, sorted by code. */
export function errorPage(errors: Readonly<Record<string, ErrorDefinition>> = ERRORS): string {
  const codes = Object.keys(errors).sort()
  return `${HEAD}\n${codes.map((code) => `\n${entry(code, errors[code] as ErrorDefinition)}`).join('')}`
}

const HEAD = `# Error codes

Generated from \`registry.ts\` by \`node --import tsx subgraphs/runtime/errors/page.ts\`. Do not edit.

An error in \`errors\` of a GraphQL answer has its code in \`extensions.code\`. The HTTP status is that of an answer that is
nothing but this error. The message is the one where the place that raises it has nothing more precise to say. Refusals
that a person can do something about are not here: they stand in a payload's \`errors\`, with a code of the enum beside it.`

function entry(code: string, { status, retry, message, since }: ErrorDefinition): string {
  const again = retry ? ' Ask again: the same request may succeed.' : ''
  return `## \`${code}\`\n\nHTTP ${status}, since ${since}.${again}\n\n\`\`\`text\n${message}\n\`\`\`\n`
}

/** Writes the page, or with `check` only says whether it is current. */
export function updatePage(check: boolean): boolean {
  const page = errorPage()
  if (check) return existsSync(PAGE) && readFileSync(PAGE, 'utf8') === page
  writeFileSync(PAGE, page)
  return true
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href && !updatePage(process.argv.includes('--check'))) {
  console.error('CODES.md is not current: run `node --import tsx subgraphs/runtime/errors/page.ts` and commit it.')
  process.exitCode = 1
}
