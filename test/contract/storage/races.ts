import { describe, expect, test } from 'vitest'
import { cases } from '../../support/long.ts'
import type { StorageAdapter } from './setting.ts'
import { idsOf, one, post, postIndexes, slugIndex, useStore } from './setting.ts'

const RACERS = 32

/** What must have one winner has one, however many try at once. */
export function raceContract(adapter: StorageAdapter): void {
  describe('races', () => {
    const setting = useStore(adapter)
    const rounds = Math.min(cases(10), 200)
    const racers = Array.from({ length: RACERS }, (_, n) => n)

    test('of guarded patches: one wins each round, and the document is the winner’s', async () => {
      const { posts } = setting()
      for (let round = 0; round < rounds; round++) {
        const id = `p${round}`
        await posts.insert(post(id, { owner: null }))
        const take = (n: number) => posts.patch(id, { owner: null }, { set: { owner: n, author: `racer${n}` } })
        const answers = await Promise.all(racers.map(take))
        const winners = racers.filter((n) => answers[n] !== null)
        expect(winners).toHaveLength(1)
        expect(await one(posts, id)).toMatchObject({ owner: winners[0], rev: 2 })
        expect(await posts.countMany('byAuthor', [{ author: `racer${winners[0]}` }], 9)).not.toEqual([0])
      }
    })

    test('of replacements of one rev: one wins each round', async () => {
      const { posts } = setting()
      await posts.insert(post('a'))
      for (let rev = 1; rev <= rounds; rev++) {
        const answers = await Promise.all(racers.map((n) => posts.replace(post('a', { by: n }), rev)))
        const winner = answers.indexOf('replaced')
        expect(answers.filter((answer) => answer === 'replaced')).toHaveLength(1)
        expect(await one(posts, 'a')).toMatchObject({ by: winner, rev: rev + 1 })
      }
    })

    test('of inserts of one _id: one wins each round', async () => {
      const { posts } = setting()
      for (let round = 0; round < rounds; round++) {
        const answers = await Promise.all(racers.map((n) => posts.insert(post(`p${round}`, { by: n }))))
        expect(answers.filter((answer) => answer === 'inserted')).toHaveLength(1)
        expect((await one(posts, `p${round}`))?.['by']).toBe(answers.indexOf('inserted'))
      }
    })

    test('of inserts of one unique value: one wins each round, and nothing of the others is left', async () => {
      const posts = setting().collection([...postIndexes, slugIndex])
      for (let round = 0; round < rounds; round++) {
        const insert = (n: number) => posts.insert(post(`p${round}-${n}`, { slug: `s${round}`, author: `a${round}` }))
        const answers = await Promise.all(racers.map(insert))
        expect(answers.filter((answer) => answer === 'inserted')).toHaveLength(1)
        const winner = `p${round}-${answers.indexOf('inserted')}`
        expect(idsOf(await posts.page('bySlug', { slug: `s${round}` }, { limit: 9 }))).toEqual([winner])
        expect(idsOf(await posts.page('byAuthor', { author: `a${round}` }, { limit: 9 }))).toEqual([winner])
      }
    })

    test('of deletes: one removes it', async () => {
      const { posts } = setting()
      await posts.insert(post('a'))
      const answers = await Promise.all(racers.map(() => posts.delete('a')))
      expect(answers.filter(Boolean)).toHaveLength(1)
    })

    test('of increments lose none', async () => {
      const { posts } = setting()
      await posts.insert(post('a'))
      const increments = Array.from({ length: RACERS * rounds }, (_, n) => posts.patch('a', {}, { inc: { n } }))
      const answers = await Promise.all(increments)
      const sum = ((RACERS * rounds - 1) * RACERS * rounds) / 2
      expect(await one(posts, 'a')).toMatchObject({ n: sum, rev: 1 + RACERS * rounds })
      expect(new Set(answers.map((answer) => answer?.rev)).size).toBe(RACERS * rounds)
    })

    test('of a delete and a patch leave either the patched document or none', async () => {
      const { posts } = setting()
      for (let round = 0; round < rounds; round++) {
        await posts.insert(post('a', { author: 'before' }))
        const [patched, deleted] = await Promise.all([
          posts.patch('a', {}, { set: { author: 'after' } }),
          posts.delete('a', 1),
        ])
        expect(deleted).toBe(patched === null)
        expect(await posts.countMany('byAuthor', [{ author: 'before' }, { author: 'after' }], 9)).toEqual([
          0,
          deleted ? 0 : 1,
        ])
        await posts.delete('a')
      }
    })

    test('are not seen by reads: an acknowledged write is there, a refused one is not', async () => {
      const { posts } = setting()
      const writes = racers.map(async (n) => {
        await posts.insert(post(`p${n}`))
        expect(await one(posts, `p${n}`)).not.toBeNull()
        expect(await posts.patch(`p${n}`, { rev: 2 }, { set: { half: true } })).toBeNull()
        expect((await one(posts, `p${n}`))?.['half']).toBeUndefined()
      })
      await Promise.all(writes)
    })
  })
}
