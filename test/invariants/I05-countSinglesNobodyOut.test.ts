import * as fc from 'fast-check'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openActivity } from '../../subgraphs/runtime/activity/activity.ts'
import { COUNTED_DAYS } from '../../subgraphs/runtime/activity/latelyActive.ts'
import { DAY_MS } from '../../subgraphs/runtime/clock/millis.ts'
import { APPS } from '../../subgraphs/runtime/identity/identity.ts'
import { createMemoryStorage } from '../../subgraphs/storage/memory/memory.ts'
import { link } from '../support/linking.ts'
import { cases, seed } from '../support/long.ts'
import { createRacingStorage } from '../support/racingStorage.ts'
import { startedGraph, type StartedGraph } from '../support/startedGraph.ts'
import { storedDocuments } from '../support/storedDocuments.ts'

/** A world: for each person, the days (0 to 70) on which they act. */
type World = readonly (readonly number[])[]
const LAST_DAY = 70
const MIDNIGHT = Date.parse('2026-01-01T00:00:00.000Z')

const person = fc.uniqueArray(fc.integer({ min: 0, max: LAST_DAY }), { maxLength: 4 })
const world = fc.array(person, { minLength: 5, maxLength: 35 })
const day = fc.integer({ min: 1, max: LAST_DAY })
const always = { numRuns: cases(60), seed }

/** Lets everything happen up to an hour of a day; answers what a process that begins then is told. */
async function figureOn(people: World, today: number, hour = 23, storage = createMemoryStorage()) {
  const now = MIDNIGHT + today * DAY_MS + hour * 3_600_000
  const acts = people.flatMap((days, index) => days.map((at) => ({ name: `p${index}`, at: MIDNIGHT + at * DAY_MS })))
  const activity = openActivity(storage, 'pond')
  for (const { name, at } of acts.sort((a, b) => a.at - b.at)) if (at <= now) await activity.note(name, at)
  return openActivity(storage, 'pond').figure(now)
}

/** Steps of ten; null is none. */
const steps = (figure: number | null) => (figure ?? 0) / 10

describe('I5: COUNT', () => {
  test('is who acted in the 30 days before today, in whole tens, and null below ten', async () => {
    const holds = fc.asyncProperty(world, day, async (people, today) => {
      const active = people.filter((days) => days.some((at) => at < today && at >= today - COUNTED_DAYS)).length
      expect(await figureOn(people, today)).toBe(active < 10 ? null : active - (active % 10))
    })
    await fc.assert(holds, always)
  })

  test('moves by one step at the most for one person, whether they are there, and whenever they act', async () => {
    const holds = fc.asyncProperty(world, person, person, day, async (people, one, other, today) => {
      const figures = [people, [...people, one], [...people, other]].map((each) => figureOn(each, today))
      const [without = 0, asOne = 0, asOther = 0] = (await Promise.all(figures)).map(steps)
      for (const figure of [asOne, asOther]) expect([without, without + 1]).toContain(figure)
    })
    await fc.assert(holds, always)
  })

  test('shows nothing today of what anybody does today', async () => {
    const holds = fc.asyncProperty(world, fc.array(fc.boolean()), day, async (people, acting, today) => {
      const before = people.map((days) => days.filter((at) => at !== today))
      const after = before.map((days, index) => (acting[index] === true ? [...days, today] : days))
      expect(await figureOn(after, today)).toBe(await figureOn(before, today))
    })
    await fc.assert(holds, always)
  })

  test('stays the same all day, in every process, and whatever happens meanwhile', async () => {
    const holds = fc.asyncProperty(world, day, fc.nat({ max: 23 }), async (people, today, hour) => {
      const storage = createMemoryStorage()
      const made = await figureOn(people, today, hour, storage)
      expect(await figureOn([...people, ...people], today, 23, storage)).toBe(made)
    })
    await fc.assert(holds, always)
  })

  test('counts everybody once who acts while the figure is made', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `p${index}`)
    const holds = fc.asyncProperty(fc.array(fc.nat({ max: 20 }), { maxLength: 40 }), async (choices) => {
      const racing = createRacingStorage(createMemoryStorage())
      const { storage } = racing
      for (const name of names) await openActivity(storage, 'pond').note(name, MIDNIGHT)
      const acts = names.map((name) => () => openActivity(storage, 'pond').note(name, MIDNIGHT + DAY_MS))
      const figure = () => openActivity(storage, 'pond').figure(MIDNIGHT + DAY_MS)
      const told = await racing.race<unknown>(choices, [figure, ...acts, figure])
      expect([told[0], told.at(-1), await figure()]).toEqual([10, 10, 10])
    })
    await fc.assert(holds, { ...always, numRuns: cases(15) })
  })
})

const FIGURES = `{ MESSENGER: audienceCount(app: MESSENGER) PHOTO: audienceCount(app: PHOTO) SOCIAL: audienceCount(app: SOCIAL) }`
const ADA = 'Ada Okafor'

/** What the apps keep of who was active. */
async function activityIn(graph: StartedGraph): Promise<unknown> {
  const all = await storedDocuments(join(graph.house.configuration.data, 'store'))
  return all.filter(({ collection }) => collection.endsWith('_activity'))
}

describe('I5: in the whole graph', { timeout: 60_000 }, () => {
  test('everybody is told the same, with whatever token and however often', async () => {
    await using graph = await startedGraph()
    const told = await graph.data(FIGURES)
    for (const app of APPS) expect(told[app]).toBeGreaterThanOrEqual(10)
    for (let turn = 0; turn < 3; turn++) {
      for (const client of [...APPS, 'ACCOUNTS'] as const) {
        expect(await graph.data(FIGURES, { by: [ADA, client], headers: { 'sec-gpc': '1' } })).toEqual(told)
      }
      await graph.clock.advance(3 * 3_600_000)
    }
  })

  test('looking, the accounts center, links, consents and refusals change nothing of it; an act does', async () => {
    await using graph = await startedGraph()
    const before = await activityIn(graph)
    await link(graph, ADA, { pair: ['MESSENGER', 'SOCIAL'], agrees: true })
    await link(graph, ADA, { pair: ['PHOTO', 'MESSENGER'], agrees: false })
    for (const client of [...APPS, 'ACCOUNTS'] as const) {
      const by = [ADA, client] as const
      await graph.data('{ messengerMe { id } photoMe { id } socialMe { id ads { id } } photoFeed { nodes { id } } }', {
        by,
      })
    }
    const like = 'mutation { likePhoto(input: { photoId: "none" }) { errors { code } } }'
    expect((await graph.ask(like, { by: [ADA, 'ACCOUNTS'] })).codes).toEqual(['NOT_SIGNED_IN_TO_APP'])
    expect(await activityIn(graph)).toEqual(before)
    await graph.clock.advance(DAY_MS)
    await graph.data(like, { by: [ADA, 'PHOTO'] })
    expect(await activityIn(graph)).not.toEqual(before)
  })
})
