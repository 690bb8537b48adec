import { getLocation, type ASTNode, type Source } from 'graphql'

/** A place in a text: the character at `offset`, from 0. */
export interface Place {
  readonly source: Source
  readonly offset: number
}

/** What somebody has to mend before the graph composes. */
export interface Problem {
  /** An entry of `codes.ts`, or a code of Apollo's composition that we do not know yet. */
  readonly code: string
  /** One plain sentence: what must hold, or what is wrong. */
  readonly message: string
  /** The composition's own words, where they say more. */
  readonly detail?: string
  /** As in `subgraphs.yaml`, for example `photo.graphql`. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  /** The lines around it, with a mark below the column. */
  readonly frame: string
  /** What to do. */
  readonly hint: string
  /** A unified diff that does it, for `git apply` in the directory of the contract. */
  readonly patch?: string
  /** Other places that take part, for example the second definition. */
  readonly related: readonly ProblemPlace[]
}

export interface ProblemPlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A problem without the text around it; `problemAt` adds that. */
export interface Finding {
  readonly code: string
  readonly message: string
  readonly detail?: string
  readonly hint: string
  readonly patch?: string
  readonly at: Place
  readonly related?: readonly Place[]
  /** `Type` or `Type.field`: what composition says of the same type in the same file is then not told again. */
  readonly subject?: string
  /** A word by which later findings that follow from this one are left out. */
  readonly cause?: string
  /** The words of what this follows from: told only where none of them was told before. */
  readonly follows?: readonly string[]
}

const CONTEXT_LINES = 2
const LONGEST_LINE = 160

export function problemAt({ at, related = [], code, message, detail, hint, patch }: Finding): Problem {
  return {
    code,
    message,
    ...(detail === undefined ? {} : { detail }),
    ...toProblemPlace(at),
    frame: codeFrame(at),
    hint,
    ...(patch === undefined ? {} : { patch }),
    related: related.map(toProblemPlace),
  }
}

/** The place of a definition is its name (its node begins with the description), of anything else its first character. */
export function placeOf(node: ASTNode): Place {
  const named = 'name' in node && node.name !== undefined && 'loc' in node.name ? node.name : node
  const loc = named.loc ?? node.loc
  if (loc === undefined) throw new Error(`A node of kind ${node.kind} was parsed without its location`)
  return { source: loc.source, offset: loc.start }
}

/** `file:line`: equal for places that one would look up together. */
export function lineOf({ source, offset }: Place): string {
  return `${source.name}:${getLocation(source, offset).line}`
}

/** Two lines before and after, numbered, with a mark below the column. Of a long line, the part around the column. */
export function codeFrame({ source, offset }: Place): string {
  const lines = source.body.split('\n')
  const { line, column } = getLocation(source, offset)
  const from = Math.max(0, column - LONGEST_LINE / 2)
  const last = Math.min(lines.length, line + CONTEXT_LINES)
  const width = String(last).length
  const shown: string[] = []
  for (let number = Math.max(1, line - CONTEXT_LINES); number <= last; number++) {
    const text = lines[number - 1] ?? ''
    const cut = text.slice(number === line ? from : 0).slice(0, LONGEST_LINE)
    shown.push(`${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${cut}`.trimEnd())
    if (number === line) shown.push(`  ${' '.repeat(width)} | ${' '.repeat(column - 1 - from)}^`)
  }
  return shown.join('\n')
}

/** For the terminal: each problem with its frame and hint, and a last line that counts them. */
export function formatProblems(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  return [...problems.map(formatProblem), count].join('\n\n')
}

function formatProblem(problem: Problem): string {
  const lines = [`${problem.file}:${problem.line}:${problem.column}  ${problem.code}`, problem.message]
  if (problem.detail !== undefined) lines.push(indent(problem.detail, '  '))
  lines.push('', problem.frame, '')
  if (problem.related.length > 0) lines.push(`See also: ${problem.related.map(formatPlace).join(', ')}`)
  lines.push(`To mend it: ${problem.hint}`)
  if (problem.patch !== undefined) lines.push('', indent(problem.patch.trimEnd(), '  '))
  return lines.join('\n')
}

function formatPlace({ file, line, column }: ProblemPlace): string {
  return `${file}:${line}:${column}`
}

function indent(text: string, by: string): string {
  return text.replaceAll(/^/gm, by)
}

function toProblemPlace({ source, offset }: Place): ProblemPlace {
  return { file: source.name, ...getLocation(source, offset) }
}
