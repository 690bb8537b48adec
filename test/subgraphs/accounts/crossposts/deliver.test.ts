import { describe, expect, test } from 'vitest'
import { openAccountsStore } from '../../../../subgraphs/accounts/store.ts'
import { DAY_MS } from '../../../../subgraphs/runtime/clock/millis.ts'
import { L } from '../../../../subgraphs/runtime/grants/constants.ts'
import { createMemoryStorage } from '../../../../subgraphs/storage/memory/memory.ts'
import { createOldReads } from '../../../support/oldReads.ts'
import { createStage, type Stage, told } from './stage.ts'

const PHOTO = { to: [['PHOTO', 'EVERYONE']] } as const
/** Longer than ten tries take, with the longest waits between them. */
const TEN_TRIES_MS = 12 * 60_000

/** A status that is shared in the photo app only; the cross-post's id. */
async function sharedInPhoto({ post, share, settle }: Stage): Promise<string> {
  const { crosspost } = await share(post(), PHOTO)
  await settle()
  return crosspost.id
}

describe('an app that does not answer', () => {
  test('is tried again until it does, and has one copy', async () => {
    const stage = await createStage()
    stage.apps.moods.photo = 'DOWN'
    const id = await sharedInPhoto(stage)
    expect(told(await stage.look(id))).toBe('PENDING: PHOTO QUEUED')
    stage.apps.moods.photo = 'WELL'
    await stage.pass(10_000)
    expect(told(await stage.look(id))).toBe('LIVE: PHOTO LIVE')
    expect((await stage.look(id)).deliveries[0].attempts).toBe(2)
    expect(stage.apps.copies.photo.size).toBe(1)
  })

  test('fails after ten tries and says why; a retry brings another copy', async () => {
    const stage = await createStage()
    stage.apps.moods.photo = 'DOWN'
    const id = await sharedInPhoto(stage)
    await stage.pass(TEN_TRIES_MS, 30_000)
    expect(told(await stage.look(id))).toBe('FAILED: PHOTO FAILED TARGET_UNREACHABLE')
    expect((await stage.look(id)).deliveries[0].attempts).toBe(10)
    stage.apps.moods.photo = 'WELL'
    await stage.retry(id)
    await stage.pass(TEN_TRIES_MS, 30_000)
    expect(told(await stage.look(id))).toBe('LIVE: PHOTO LIVE')
    expect(stage.apps.seen('photo')).toEqual([{ text: 'Hi', audience: 'EVERYONE' }])
  })

  test('and acts nevertheless: what failed is gone, however late the app is heard again', async () => {
    const stage = await createStage()
    stage.apps.moods.photo = 'UNHEARD'
    const id = await sharedInPhoto(stage)
    expect(stage.apps.seen('photo')).toHaveLength(1)
    await stage.pass(TEN_TRIES_MS, 30_000)
    expect(told(await stage.look(id))).toBe('FAILED: PHOTO FAILED TARGET_UNREACHABLE')
    stage.apps.moods.photo = 'WELL'
    await stage.pass(TEN_TRIES_MS, 30_000)
    expect(stage.apps.seen('photo')).toEqual([])
  })

  test('does not keep the other from its copy', async () => {
    const stage = await createStage()
    stage.apps.moods.photo = 'DOWN'
    const { crosspost } = await stage.share(stage.post())
    await stage.settle()
    expect(told(await stage.look(crosspost.id))).toBe('PARTLY_LIVE: PHOTO QUEUED, SOCIAL LIVE')
  })

  test('to an edit: the copy of before does not stay', async () => {
    const stage = await createStage()
    const id = await sharedInPhoto(stage)
    stage.apps.moods.photo = 'DOWN'
    await stage.edit(id, 'Better')
    await stage.pass(TEN_TRIES_MS, 30_000)
    expect(told(await stage.look(id))).toBe('RETRACTING: PHOTO RETRACTING TARGET_UNREACHABLE')
    stage.apps.moods.photo = 'WELL'
    await stage.pass(TEN_TRIES_MS, 30_000)
    expect(told(await stage.look(id))).toBe('FAILED: PHOTO FAILED TARGET_UNREACHABLE')
    expect(stage.apps.seen('photo')).toEqual([])
    await stage.retry(id)
    await stage.settle()
    expect(stage.apps.seen('photo')).toEqual([{ text: 'Better', audience: 'EVERYONE' }])
  })
})

describe('an app that answers', () => {
  test.each([
    ['REFUSES', 'TARGET_REFUSED'],
    ['NO_MEDIA', 'MEDIA_REJECTED'],
  ] as const)('%s: failed at once, and not tried again by itself', async (mood, failure) => {
    const stage = await createStage()
    stage.apps.moods.photo = mood
    const id = await sharedInPhoto(stage)
    expect(told(await stage.look(id))).toBe(`FAILED: PHOTO FAILED ${failure}`)
    const { length } = stage.apps.calls
    await stage.pass(TEN_TRIES_MS, 60_000)
    expect(stage.apps.calls).toHaveLength(length)
  })

  test('that a put came too late is asked again, with a decision of now', async () => {
    const stage = await createStage()
    let late = 1
    stage.apps.hooks.onPut = async () => {
      if (late-- > 0) await stage.clock.advance(L + 1)
    }
    const { crosspost } = await stage.share(stage.post(), PHOTO)
    await stage.settle()
    expect(stage.apps.puts.map(({ outcome }) => outcome)).toEqual(['TOO_LATE', 'LIVE'])
    expect(told(await stage.look(crosspost.id))).toBe('LIVE: PHOTO LIVE')
  })

  test('that its author deleted the copy there: that is final for this copy, sharing again makes another', async () => {
    const stage = await createStage()
    const status = stage.post()
    const { crosspost } = await stage.share(status, PHOTO)
    await stage.settle()
    for (const copy of stage.apps.copies.photo.values()) copy.ended = true
    await stage.edit(crosspost.id, 'Better')
    await stage.settle()
    expect(told(await stage.look(crosspost.id))).toBe('ENDED: PHOTO RETRACTED')
    await stage.share(status, PHOTO)
    await stage.settle()
    expect(stage.apps.seen('photo')).toHaveLength(1)
    expect(stage.apps.copies.photo.size).toBe(2)
  })
})

describe('editing and retracting', () => {
  test('an edit reaches every copy, in the order of the edits', async () => {
    const stage = await createStage()
    const { crosspost } = await stage.share(stage.post())
    for (const text of ['Two', 'Three']) expect((await stage.edit(crosspost.id, text)).errors).toEqual([])
    await stage.settle()
    for (const app of ['photo', 'social'] as const) expect(stage.apps.seen(app)).toMatchObject([{ text: 'Three' }])
  })

  test('an edit that is repeated after a later one changes nothing', async () => {
    const stage = await createStage()
    const id = await sharedInPhoto(stage)
    await stage.edit(id, 'Two', 'second')
    await stage.edit(id, 'Three')
    expect((await stage.edit(id, 'Two', 'second')).errors).toEqual([])
    await stage.settle()
    expect(stage.apps.seen('photo')).toMatchObject([{ text: 'Three' }])
  })

  test('retracting ends every copy, also one that is on its way, and leaves nothing to retry or edit', async () => {
    const stage = await createStage()
    stage.apps.moods.social = 'UNHEARD'
    const { crosspost } = await stage.share(stage.post())
    await stage.settle()
    expect(told((await stage.retract(crosspost.id)).crosspost)).toBe('RETRACTING: PHOTO RETRACTING, SOCIAL RETRACTING')
    stage.apps.moods.social = 'WELL'
    await stage.pass(TEN_TRIES_MS, 30_000)
    expect(told(await stage.look(crosspost.id))).toBe('ENDED: PHOTO RETRACTED, SOCIAL RETRACTED')
    expect([...stage.apps.seen('photo'), ...stage.apps.seen('social')]).toEqual([])
    expect((await stage.edit(crosspost.id, 'Still?')).errors).toMatchObject([{ code: 'CROSSPOST_NOT_FOUND' }])
    expect((await stage.retry(crosspost.id)).errors).toEqual([])
    await stage.settle()
    expect(stage.apps.seen('photo')).toEqual([])
    expect((await stage.retract(crosspost.id)).errors).toEqual([])
  })

  test('retracting ends what was shared a moment ago, though a plain read knows of an earlier end only', async () => {
    const reads = createOldReads(createMemoryStorage())
    const stage = await createStage({ storage: reads.storage })
    const status = stage.post()
    const { crosspost } = await stage.share(status, PHOTO)
    await stage.retract(crosspost.id)
    await stage.settle()
    expect(told(await stage.look(crosspost.id))).toBe('ENDED: PHOTO RETRACTED')
    reads.keep()
    await stage.share(status, PHOTO)
    await stage.settle()
    expect(stage.apps.seen('photo')).toHaveLength(1)
    reads.turnBack()
    expect((await stage.retract(crosspost.id)).errors).toEqual([])
    await stage.settle()
    expect(stage.apps.seen('photo')).toEqual([])
  })

  test('what was retracted and is shared again is another copy, after the end of the one before', async () => {
    const stage = await createStage()
    const status = stage.post()
    const { crosspost } = await stage.share(status, PHOTO)
    await stage.settle()
    stage.apps.moods.photo = 'DOWN'
    await stage.retract(crosspost.id)
    await stage.share(status, PHOTO)
    stage.apps.moods.photo = 'WELL'
    await stage.pass(60_000)
    expect(stage.apps.seen('photo')).toHaveLength(1)
    const keys = stage.apps.puts.map(({ input }) => input.key)
    expect(new Set(keys).size).toBe(2)
    expect(stage.apps.calls.slice(-2)).toEqual(['photo endStory', 'photo putStory'])
  })
})

describe('the end of the status', () => {
  test('deletion ends every copy, and nothing is shared, edited or retried after it', async () => {
    const stage = await createStage()
    const status = stage.post()
    const { crosspost } = await stage.share(status)
    await stage.settle()
    const expiresAt = stage.apps.statuses.get(status)?.expiresAt ?? 0
    await stage.statusEnded(crosspost.id, expiresAt)
    await stage.statusEnded(crosspost.id, expiresAt)
    await stage.settle()
    expect(await stage.look(crosspost.id)).toMatchObject({ state: 'ENDED', status: null })
    expect([...stage.apps.seen('photo'), ...stage.apps.seen('social')]).toEqual([])
    expect((await stage.share(status)).errors).toMatchObject([{ code: 'CROSSPOST_STATUS_GONE', path: ['statusId'] }])
    expect((await stage.edit(crosspost.id, 'x')).errors).toMatchObject([{ code: 'CROSSPOST_NOT_FOUND' }])
  })

  test('a deletion that overtakes the sharing ends shared nowhere', async () => {
    const stage = await createStage()
    const status = stage.post()
    // The messenger has answered that the status is live, and it is deleted before the answer is read.
    stage.apps.hooks.onFacts = async (id) => void (await stage.statusEnded(id, stage.clock.wall() + DAY_MS))
    expect((await stage.share(status)).errors).toMatchObject([{ code: 'CROSSPOST_STATUS_GONE', path: ['statusId'] }])
    await stage.settle()
    expect(await stage.ofStatus(status)).toBeNull()
    expect(stage.apps.puts).toEqual([])
  })

  test('nobody but the messenger says so, and an id of nobody is heard without a trace', async () => {
    const stage = await createStage()
    const { accounts } = stage.town
    const input = { crosspostId: 'x', expiresAt: stage.clock.wall() }
    await expect(accounts.callInternal('statusEnded', 'photo', input)).rejects.toThrow('not among the callers')
    expect(await stage.statusEnded('x', stage.clock.wall())).toEqual({})
  })

  test('expiry ends everything to the millisecond, on reading', async () => {
    const stage = await createStage()
    const id = await sharedInPhoto(stage)
    await stage.clock.advance(DAY_MS - 1)
    expect(told(await stage.look(id))).toBe('LIVE: PHOTO LIVE')
    await stage.clock.advance(1)
    expect(await stage.look(id)).toMatchObject({
      state: 'ENDED',
      status: null,
      deliveries: [{ state: 'EXPIRED', story: null }],
    })
    expect((await stage.edit(id, 'x')).errors).toMatchObject([{ code: 'CROSSPOST_NOT_FOUND' }])
  })

  test('what was shown is forgotten then, and the cross-post itself a day later', async () => {
    const stage = await createStage()
    const id = await sharedInPhoto(stage)
    await stage.pass(DAY_MS)
    expect((await stage.rowOf(id))?.deliveries).toMatchObject([{ content: { text: null, media: null } }])
    await stage.pass(DAY_MS - 1)
    expect(await stage.rowOf(id)).not.toBeNull()
    await stage.pass(1)
    expect(await stage.rowOf(id)).toBeNull()
  })
})

describe('the ledger', () => {
  test('has a record of the feature before anything leaves, one for each put', async () => {
    const stage = await createStage()
    const { accounts } = openAccountsStore(stage.town.storage)
    const recorded = async () =>
      (await accounts.page('byProfile', { profiles: stage.apps.statuses.values().next().value!.author }, { limit: 1 }))
        .items[0]!.ledger
    const sizes: number[] = []
    stage.apps.hooks.onPut = async () => void sizes.push((await recorded()).size)
    stage.apps.moods.photo = 'UNHEARD'
    await sharedInPhoto(stage)
    stage.apps.moods.photo = 'WELL'
    await stage.pass(10_000)
    expect(sizes).toEqual([1, 2])
    const [{ body } = { body: '' }] = (await recorded()).tail
    expect(JSON.parse(body)).toMatchObject({ from: 'messenger', to: 'photo', feature: 'CROSSPOST' })
  })

  test('tells the person by day what was given, and what was withheld', async () => {
    const stage = await createStage()
    await stage.share(stage.post())
    await stage.turn('PHOTO', false)
    await stage.share(stage.post(), PHOTO)
    await stage.pass(5_000)
    const uses = '{ account { dataUses { nodes { from to feature basis count withheld } } } }'
    const { account } = await stage.town.viewer(stage.town.inCenter('anna'), uses)
    const of = { from: 'MESSENGER', feature: 'CROSSPOST', basis: 'FEATURE', count: 1 }
    expect(account.dataUses.nodes).toEqual([
      { ...of, to: 'photo', withheld: 1 },
      { ...of, to: 'social', withheld: 0 },
    ])
  })
})
