import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  matchesSearch,
  readSearch,
  searchPrefixes,
} from '../../../../subgraphs/photo/rules/searchFindsWordBeginnings.ts'
import { cases, seed } from '../../../support/long.ts'

const named = (username: string, displayName: string, isPrivate = false) => ({
  username,
  displayName,
  private: isPrivate,
})

describe('searchPrefixes', () => {
  it('has every beginning of every word once', () => {
    expect(searchPrefixes(named('al.bo', 'Al Bó'))).toEqual(['a', 'al', 'al.', 'al.b', 'al.bo', 'b', 'bo'])
  })

  it('has none for a private profile', () => {
    expect(searchPrefixes(named('al.bo', 'Al Bo', true))).toEqual([])
  })

  it('is bounded, whatever the name', () => {
    const prefixes = searchPrefixes(named('a'.repeat(30), 'word '.repeat(500) + 'x'.repeat(500)))
    expect(prefixes.length).toBeLessThan(200)
  })
})

describe('readSearch', () => {
  it('looks up the longest word and compares all of them', () => {
    expect(readSearch('  Ana  LIMA!')).toEqual({ words: ['ana', 'lima'], prefix: 'lima' })
  })

  it('is content with a long text', () => {
    expect(readSearch('x'.repeat(100_000))?.prefix).toHaveLength(16)
  })
})

it('what matches is found by its prefix', () => {
  const word = fc.stringMatching(/^[a-zé]{3,20}$/)
  fc.assert(
    fc.property(word, word, fc.nat({ max: 19 }), (username, name, length) => {
      const profile = named(username.replaceAll('é', 'e'), name)
      const search = readSearch(name.slice(0, length + 1))
      expect(search !== null && matchesSearch(profile, search)).toBe(true)
      expect(searchPrefixes(profile)).toContain(search?.prefix)
    }),
    { seed, numRuns: cases(200) },
  )
})
