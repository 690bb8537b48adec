import type { Finding } from './finding.ts'

/** What was found, a line each under its area, with what to do below it; a sum at the end. */
export function findingsTable(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ what }) => what.length))
  const areas = [...new Set(findings.map(({ area }) => area))]
  const blocks = areas.map((area) => {
    const those = findings.filter((finding) => finding.area === area)
    return [area, ...those.map((finding) => lineOf(finding, width))].join('\n')
  })
  return [...blocks, sumOf(findings)].join('\n\n')
}

function lineOf({ status, what, found, todo }: Finding, width: number): string {
  const line = `  ${status.padEnd(4)}  ${what.padEnd(width)}  ${found}`
  return todo === undefined ? line : `${line}\n        ${' '.repeat(width)}  → ${todo}`
}

function sumOf(findings: readonly Finding[]): string {
  const count = (status: Finding['status']): number => findings.filter((finding) => finding.status === status).length
  const [warnings, failures] = [count('warn'), count('fail')]
  if (failures === 0 && warnings === 0) return 'Everything is in order.'
  return `${failures} to mend, ${warnings} to look at.`
}
