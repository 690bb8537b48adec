const HANDLE = /^[a-z0-9][a-z0-9._-]{1,29}$/

/**
 * The one way a handle is stored and looked up: without a leading @ and spaces around it, in lower case. Null when it
 * cannot be a handle: 2 to 30 of a-z, 0-9, dot, hyphen and underscore, beginning with a letter or a digit.
 */
export function normaliseHandle(written: string): string | null {
  const handle = written.trim().replace(/^@/, '').toLowerCase()
  return HANDLE.test(handle) ? handle : null
}
