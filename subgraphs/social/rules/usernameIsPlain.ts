const USERNAME = /^[a-z0-9._]{3,30}$/

/**
 * The one way a username is stored and looked up: without a leading @ and spaces around it, in lower case. Null when it
 * cannot be one: 3 to 30 of a-z, 0-9, dot and underscore.
 */
export function normaliseUsername(written: string): string | null {
  const username = written.trim().replace(/^@/, '').toLowerCase()
  return USERNAME.test(username) ? username : null
}
