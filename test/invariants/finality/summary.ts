import { accepted, type History, ROLES } from './history.ts'

/** What a long run tells: how much was tried, and how close it came. */
export function summaryOf(history: History): string {
  const { reads, periods, tests } = history
  const used = reads.filter(({ personalized }) => personalized).length
  const uses = accepted(history)
  const lines = ROLES.map((role) => {
    const own = uses.filter((use) => use.role === role).map(({ afterMs }) => afterMs)
    const latest = own.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY)
    const refused = tests.filter((test) => test.role === role && !test.accepted).length
    return `${role}: ${own.length} accepted, the latest ${(-latest).toFixed(1)} ms before the answer, ${refused} refused`
  })
  return [`${periods.length} withdrawals, ${reads.length} reads, ${used} of them personalized`, ...lines].join('\n')
}
