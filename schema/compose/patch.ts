import { getLocation, type Source } from 'graphql'
import type { Place } from './problem.ts'

/** Replaces `remove` characters (default: none; none of them a line break) after `at` by `insert`. */
export interface Edit {
  readonly at: Place
  readonly insert: string
  readonly remove?: number
}

const CONTEXT = 3

/** The edits as a unified diff, file by file, for `git apply` and `patch -p1`. */
export function unifiedDiff(edits: readonly Edit[]): string {
  const sources = [...new Set(edits.map((edit) => edit.at.source))]
  return sources
    .map((source) =>
      diffOfFile(
        source,
        edits.filter((edit) => edit.at.source === source),
      ),
    )
    .join('')
}

function diffOfFile(source: Source, edits: readonly Edit[]): string {
  const before = source.body.replace(/\n$/, '').split('\n')
  const changed = changedLines(source, edits)
  let shift = 0
  const hunks = hunkRanges([...changed.keys()].sort(ascending), before.length).map(([from, to]) => {
    const body: string[] = []
    const startAfter = from + shift
    let added = 0
    for (let index = from; index < to; index++) {
      const line = before[index] ?? ''
      const next = changed.get(index)?.split('\n')
      body.push(...(next === undefined ? [` ${line}`] : [`-${line}`, ...next.map((text) => `+${text}`)]))
      added += next === undefined ? 0 : next.length - 1
    }
    shift += added
    return [`@@ -${from + 1},${to - from} +${startAfter + 1},${to - from + added} @@`, ...body, ''].join('\n')
  })
  return `--- a/${source.name}\n+++ b/${source.name}\n${hunks.join('')}`
}

/** Line index → its new text, which may be several lines. */
function changedLines(source: Source, edits: readonly Edit[]): Map<number, string> {
  const lines = source.body.split('\n')
  const changed = new Map<number, string>()
  // From the end to the beginning, so that the columns before an edit stay what they were.
  for (const { at, insert, remove = 0 } of edits.toSorted((a, b) => b.at.offset - a.at.offset)) {
    const { line, column } = getLocation(source, at.offset)
    const text = changed.get(line - 1) ?? lines[line - 1] ?? ''
    changed.set(line - 1, text.slice(0, column - 1) + insert + text.slice(column - 1 + remove))
  }
  return changed
}

/** Ranges of lines with their context, end exclusive; ranges that touch are one. */
function hunkRanges(lines: readonly number[], count: number): [number, number][] {
  const ranges: [number, number][] = []
  for (const line of lines) {
    const from = Math.max(0, line - CONTEXT)
    const to = Math.min(count, line + CONTEXT + 1)
    const last = ranges.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = to
    else ranges.push([from, to])
  }
  return ranges
}

function ascending(a: number, b: number): number {
  return a - b
}
