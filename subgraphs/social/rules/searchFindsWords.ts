import { fold } from '../../runtime/text/text.ts'

/** How many code points of a name can be searched for, from the start of each of its words. */
const LONGEST_KEY = 24
/** Names have at most 80 characters; what has more words than this is found by its first ones. */
const MOST_WORDS = 8

/**
 * Everything that finds a profile when it is searched for: the beginnings of its username and, from each word on, of its
 * display name. Stored with the username, so that a search is one look-up in an index.
 */
export function searchKeysOf(username: string, displayName: string): readonly string[] {
  const name = plain(displayName)
  const keys = new Set<string>()
  for (const phrase of [username, ...fromEachWord(name)]) {
    for (const beginning of beginningsOf(phrase)) keys.add(beginning)
  }
  return [...keys]
}

/** The key that a search looks up, or null when there is nothing to look for. */
export function searchKeyOf(search: string): string | null {
  const key = plain(search.replace(/^\s*@/, ''))
  return key === '' ? null : Array.from(key).slice(0, LONGEST_KEY).join('').trimEnd()
}

/** Neither do kinds of white space make a difference. */
function plain(text: string): string {
  return fold(text).replace(/\s+/gu, ' ').trim()
}

function fromEachWord(name: string): string[] {
  const starts = [...name.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map((match) => match.index)
  return [name, ...starts.slice(0, MOST_WORDS).map((start) => name.slice(start))]
}

function* beginningsOf(phrase: string): Generator<string> {
  let beginning = ''
  for (const character of Array.from(phrase).slice(0, LONGEST_KEY)) {
    beginning += character
    // No search ends with a space.
    if (character !== ' ') yield beginning
  }
}
