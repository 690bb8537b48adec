import { z } from 'zod'

/** What handles (or usernames) of an app are: the one way they are stored and looked up. */
export interface HandleRule {
  /** Without a leading @ and spaces around it, in lower case; null when it cannot be a handle. */
  readonly normalise: (written: string) => string | null
  /** The same as a part of an operation's input. */
  readonly input: z.ZodType<string, string>
}

/** `pattern`: of a handle in lower case, whole; `sentence` says it in words, for example `must be 3 to 30 of a-z`. */
export function handleRule(pattern: RegExp, sentence: string): HandleRule {
  function normalise(written: string): string | null {
    const handle = written.trim().replace(/^@/, '').toLowerCase()
    return pattern.test(handle) ? handle : null
  }

  const input = z.string().transform((written, context) => {
    const handle = normalise(written)
    if (handle !== null) return handle
    context.addIssue({ code: 'custom', message: `${sentence}, but got: ${written}` })
    return z.NEVER
  })
  return { normalise, input }
}
