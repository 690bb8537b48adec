/** An entry of a payload's `errors`: something that a person can do something about. */
export interface Refusal<Code extends string> {
  readonly code: Code
  /** What must hold, what came instead, what to do. */
  readonly message: string
  /** Where in the input, relative to it; null: the input as a whole. The array is mutable as generated types are. */
  readonly path: string[] | null
}

/** Makes the refusals of a domain from its table of messages. `path` leads to what was wrong, from the input on. */
export function refusalsOf<Code extends string>(
  messages: Readonly<Record<Code, string>>,
): (code: Code, ...path: readonly string[]) => Refusal<Code> {
  return (code, ...path) => ({ code, message: messages[code], path: path.length === 0 ? null : [...path] })
}
