/** What happened in a history, line by line, and how often; told when it fails, and in the closing figures. */
export interface Journal {
  readonly story: string[]
  /** What was let through, and what came to what. */
  readonly counts: Record<string, number>
  readonly count: (what: string) => void
  /** What happened below the acts of people: of the store, between services. */
  readonly note: (line: string) => void
}

export function createJournal(): Journal {
  const story: string[] = []
  const counts: Record<string, number> = {}
  return {
    story,
    counts,
    count: (what) => void (counts[what] = (counts[what] ?? 0) + 1),
    note: (line) => void story.push(`      ${line}`),
  }
}
