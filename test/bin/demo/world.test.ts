import { describe, expect, test } from 'vitest'
import { createDice, zipf } from '../../../bin/demo/dice.ts'
import { personas } from '../../../bin/demo/personas.ts'
import { createWorld, type TimedTie } from '../../../bin/demo/world.ts'
import { PICTURES } from '../../../subgraphs/photo/pictures/catalogue.ts'
import { createSeededRandom } from '../../../subgraphs/runtime/random/seededRandom.ts'
import { isTopic } from '../../../subgraphs/runtime/scalars/topics.ts'

const worldOf = (seed: string) => createWorld(createSeededRandom(seed), personas, 200, PICTURES)
const world = worldOf('test')
const named = (name: string) => personas.find((persona) => persona.name === name)

describe('the demo world', () => {
  test('the same seed makes the same world, another seed another', () => {
    expect(worldOf('test')).toEqual(world)
    expect(worldOf('other')).not.toEqual(world)
  })

  test('about 20 personas with a story each, and 200 others; every name once, every handle once per app', () => {
    expect(personas.length).toBeGreaterThanOrEqual(20)
    expect(world.people.length).toBe(personas.length + 200)
    expect(new Set(world.people.map((person) => person.name)).size).toBe(world.people.length)
    for (const app of ['MESSENGER', 'PHOTO', 'SOCIAL'] as const) {
      const handles = world.people.flatMap((person) => person.profiles[app] ?? [])
      expect(new Set(handles).size).toBe(handles.length)
    }
  })

  test('the first persona has all apps; there are a minor, a business, a blocked pair and a private profile', () => {
    expect(Object.keys(personas[0]?.profiles ?? {})).toEqual(['MESSENGER', 'PHOTO', 'SOCIAL'])
    expect(personas.some((persona) => persona.birthYear > 2010)).toBe(true)
    expect(personas.some((persona) => persona.business !== undefined)).toBe(true)
    expect(personas.some((persona) => persona.private === true)).toBe(true)
    for (const persona of personas)
      for (const name of [...persona.knows, ...(persona.blocks ?? [])]) expect(named(name)).toBeDefined()
  })

  test('whoever has blocked somebody has no tie to them', () => {
    const ties = Object.values(world.ties).flat()
    const blocked = personas.flatMap((persona) => (persona.blocks ?? []).map((other) => [persona.name, other]))
    for (const [one, other] of blocked)
      expect(ties.filter(({ from, to }) => (from === one && to === other) || (from === other && to === one))).toEqual(
        [],
      )
  })

  test('fame follows Zipf: the first has many times the followers of the middle', () => {
    const followers = new Map<string, number>()
    for (const { to } of world.ties.PHOTO) followers.set(to, (followers.get(to) ?? 0) + 1)
    const counts = [...followers.values()].toSorted((a, b) => b - a)
    expect(counts[0]).toBeGreaterThan(5 * (counts[Math.floor(counts.length / 2)] ?? 0))
  })

  test('those who are popular lately are others than those who are known best', () => {
    const best = (ties: readonly TimedTie[]): string[] => {
      const counts = new Map<string, number>()
      for (const { to } of ties) counts.set(to, (counts.get(to) ?? 0) + 1)
      const ranked = [...counts].toSorted(([, a], [, b]) => b - a)
      return ranked.slice(0, 10).map(([name]) => name)
    }
    const lately = world.ties.PHOTO.filter(({ ago }) => ago < 60 * 86_400_000)
    const both = best(lately).filter((name) => best(world.ties.PHOTO).includes(name))
    expect(lately.length).toBeGreaterThan(100)
    expect(both.length).toBeGreaterThan(0)
    expect(both.length).toBeLessThan(10)
  })

  test('topics are of the published vocabulary', () => {
    expect(world.people.flatMap((person) => person.topics).filter((topic) => !isTopic(topic))).toEqual([])
  })
})

describe('dice', () => {
  test('sample never takes an element twice and is content with too few', () => {
    const dice = createDice(createSeededRandom('dice'))
    expect(new Set(dice.sample([1, 2, 3, 4, 5], 3)).size).toBe(3)
    expect(dice.sample([1, 2], 5).toSorted((a, b) => a - b)).toEqual([1, 2])
  })

  test('choosing from nothing is misuse', () => {
    const dice = createDice(createSeededRandom('dice'))
    expect(() => dice.pick([])).toThrow(/at least one element/)
    expect(() => zipf(dice, [])()).toThrow(/at least one element/)
  })
})
