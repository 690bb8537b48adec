import { hash } from 'node:crypto'

/**
 * A local id (22 characters of base64url) that is the same for the same parts. For documents that two attempts of one
 * act must both name: the second insert then finds the first. Not secret: do not derive from guessable parts alone what
 * nobody may guess.
 */
export function derivedId(...parts: readonly (string | number)[]): string {
  return hash('sha256', JSON.stringify(parts), 'buffer').toString('base64url', 0, 16)
}
