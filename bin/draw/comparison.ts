import type { Comparison, FlowChange } from '../../schema/compose/against.ts'

/** What a new graph changes, for the terminal: for people whose data flows, and for clients. */
export function comparisonText({ flows, breaking }: Pick<Comparison, 'flows' | 'breaking'>, directory: string): string {
  return [
    `Against ${directory}:`,
    '',
    'Flows of consented data',
    ...listed(flows.map(flowLine)),
    '',
    'Breaking changes of the API',
    ...listed(breaking),
  ].join('\n')
}

function listed(lines: readonly string[]): readonly string[] {
  return (lines.length === 0 ? ['none'] : lines).map((line) => `  ${line}`)
}

function flowLine({ kind, from, to, purpose, field, before, after, noticeBefore, noticeAfter }: FlowChange): string {
  const types = [before, after].filter((type) => type !== undefined).join(' → ')
  const what = types === '' ? field : `${field}: ${types}`
  return `${kind.padEnd(7)}  ${from} → ${to}  ${purpose}  ${what}  (${noticeText(noticeBefore, noticeAfter)})`
}

function noticeText(before: number | undefined, after: number | undefined): string {
  if (after === undefined) return `notice ${String(before)} is gone`
  if (before === undefined) return `notice ${after} is new`
  return before === after ? `notice ${after} as before` : `notice ${before} → ${after}, everybody is asked again`
}
