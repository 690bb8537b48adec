import { fold } from '../../runtime/text/text.ts'
import type { ProfileRow } from '../rows.ts'

type Named = Pick<ProfileRow, 'username' | 'displayName' | 'private'>

/** A name has few words; more are not looked at. */
const MOST_WORDS = 12
/** Longer beginnings are found by this many characters and then compared. */
const LONGEST_PREFIX = 16
const LONGEST_SEARCH = 100

/**
 * The beginnings that find a profile: of its username as a whole, of the username's parts, and of the words of the
 * display name. A private profile is found by none.
 */
export function searchPrefixes(profile: Named): string[] {
  if (profile.private) return []
  const prefixes = new Set<string>()
  for (const word of wordsOfName(profile)) {
    const characters = Array.from(word).slice(0, LONGEST_PREFIX)
    characters.forEach((_, index) => prefixes.add(characters.slice(0, index + 1).join('')))
  }
  return [...prefixes]
}

/** What somebody types into a search field, as words in the form that profiles are found by. */
export interface Search {
  readonly words: readonly string[]
  /** The beginning to look up; the longest word finds the fewest. */
  readonly prefix: string
}

/** Null when there is nothing to look for. */
export function readSearch(text: string): Search | null {
  // A username as a whole is one word, dots and underscores included.
  const words = fold(firstCharacters(text, LONGEST_SEARCH))
    .split(/[^\p{L}\p{N}._]+/u)
    .map((word) => word.replace(/^[._]+/, ''))
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
  const [longest] = words.toSorted((a, b) => b.length - a.length)
  return longest === undefined ? null : { words, prefix: firstCharacters(longest, LONGEST_PREFIX) }
}

/** Whether each word of the search begins a word of the name. */
export function matchesSearch(profile: Named, { words }: Search): boolean {
  const names = wordsOfName(profile)
  return words.every((word) => names.some((name) => name.startsWith(word)))
}

function wordsOfName({ username, displayName }: Named): string[] {
  const words = fold(displayName).split(/[^\p{L}\p{N}]+/u)
  const all = [username, ...username.split(/[._]+/), ...words].filter((word) => word !== '')
  return [...new Set(all)].slice(0, MOST_WORDS)
}

function firstCharacters(text: string, count: number): string {
  return Array.from(text).slice(0, count).join('')
}
