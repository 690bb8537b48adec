/** What a log may hold of an error. Messages are left out: they may quote what a person wrote. */
export interface ErrorDescription {
  /** The class, for example `TypeError`. */
  readonly name: string
  /** `error.code` where there is one, for example `STORE_FULL` or `ECONNREFUSED`. */
  readonly code?: string
  /** The frames of the stack, innermost first. */
  readonly at: readonly string[]
  readonly cause?: ErrorDescription
}

export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, at: [] }
  const { code } = error as { code?: unknown }
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    at: framesOf(error),
    ...(error.cause !== undefined && depth < 3 ? { cause: describeError(error.cause, depth + 1) } : {}),
  }
}

function framesOf(error: Error): string[] {
  // The stack begins with the message, of which a line may look like a frame.
  const lines = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .map((line) => line.trim())
  return lines.filter((line) => line.startsWith('at ')).slice(0, 10)
}
