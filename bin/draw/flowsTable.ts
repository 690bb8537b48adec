import type { GraphFlow } from './graphFlow.ts'

/** Flows for the terminal, three lines each: who gets what, by which notice, and what is made of it. */
export function flowsTable(flows: readonly GraphFlow[]): string {
  if (flows.length === 0) return 'No data of one app reaches another.'
  const blocks = flows.map(({ from, to, purpose, road, data, usedBy, noticeVersion }) =>
    [
      `${from} → ${to}  ${purpose}`,
      `  what      ${data.join(', ')}`,
      `  decided   at ${road}, by notice version ${noticeVersion}`,
      `  used by   ${usedBy.join(', ') || 'nothing yet'}`,
    ].join('\n'),
  )
  return [...blocks, 'Nothing of it flows for anybody who did not say so.'].join('\n\n')
}
