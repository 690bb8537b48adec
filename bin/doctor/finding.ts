/** One line of what `concord doctor` says. */
export interface Finding {
  readonly area: 'configuration' | 'contract' | 'keys' | 'store' | 'processes'
  readonly what: string
  readonly status: 'ok' | 'warn' | 'fail'
  /** What was found; never a secret. */
  readonly found: string
  /** What to do; absent where nothing is to be done. */
  readonly todo?: string
}

/** Told line by line: how the rest goes does not depend on what fails. */
export type Look = () => Promise<readonly Finding[]>

/** How far apart a clock surely is, in milliseconds, when it showed `theirs` between two moments of ours; 0 where it may agree. */
export function surelyAhead({
  theirs,
  sent,
  received,
}: Readonly<Record<'theirs' | 'sent' | 'received', number>>): number {
  if (theirs > received) return theirs - received
  return theirs < sent ? theirs - sent : 0
}

/** A failure in words: the message where it is meant for an operator, else the code. */
export function inWords(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code
  const message = error instanceof Error ? error.message : String(error)
  return typeof code === 'string' ? `${code}: ${message}` : message
}
