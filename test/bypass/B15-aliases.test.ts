import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { changedContract } from '../support/changedContract.ts'
import { leaks } from './support/oracle.ts'
import { BEN, DEV, EVERYBODY, usingBoth } from './support/sideBySide.ts'

/**
 * B15: aliases, equal response keys, an alias onto a hidden input. A planner that knows fields by their response names
 * merges what the client called `messengerAdSignals` with the road of that name.
 */
const directory = changedContract({
  // A field as any app may have one: nullable, of a scalar that a gateway hands on as it is.
  'social.graphql': [
    ['  username: String!\n', '  username: String!\n  "When its owner was born; null."\n  bornAt: DateTime\n'],
  ],
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))
const both = usingBoth(() => ({ contract: directory }))

const ADS = 'ads(first: 2) { title basis }'
const PLAIN = `{ socialMe { ${ADS} } }`

describe('B15: stock', () => {
  test('an alias onto a road reads the grant and the topics', async () => {
    const read = await both().stock(`{ socialMe { messengerAdSignals: bornAt ${ADS} } }`, { by: DEV })
    expect(read.data.socialMe.messengerAdSignals).toMatchObject({
      grant: expect.stringMatching(/^eyJ/),
      topics: expect.arrayContaining(['COOKING']),
    })
    expect(leaks(both().graph, read)).not.toEqual([])
  })

  test('an alias onto a road tells who consented, whatever it is an alias of', async () => {
    const asked = (by: typeof DEV | typeof BEN) =>
      both().stock(`{ socialMe { messengerAdSignals: username ${ADS} } }`, { by })
    const [dev, ben] = [await asked(DEV), await asked(BEN)]
    expect([dev.data.socialMe === null, ben.data.socialMe === null]).toEqual([false, true])
  })
})

/** What the client must get where the alias stands, by the name of who asks. */
const ALIASES: readonly (readonly [string, (name: string) => unknown])[] = [
  ['messengerAdSignals: username', (name) => name],
  ['messengerAdSignals: bornAt', () => null],
  ['photoAdSignals: username messengerAdSignals: __typename', (name) => name],
  [
    'messengerAdSignals: settings { grant: __typename topics: __typename }',
    () => ({ grant: 'SocialSettings', topics: 'SocialSettings' }),
  ],
  ['id: username', (name) => name],
  ['__typename: username', (name) => name],
  ['c__messengerAdSignals: username', (name) => name],
]

describe.each(EVERYBODY)('B15: ours, %s', (...by) => {
  test.each(ALIASES)('%s neither reads the input nor feeds it', async (alias, must) => {
    const plain = await both().ours(PLAIN, { by })
    const { username } = (await both().ours('{ socialMe { username } }', { by })).data.socialMe
    const aliased = await both().ours(`{ socialMe { ${alias} ${ADS} } }`, { by })
    const [first = ''] = alias.split(':')
    expect(aliased.data.socialMe[first]).toEqual(must(username))
    expect(aliased.data.socialMe.ads).toEqual(plain.data.socialMe.ads)
    expect(aliased.errors).toEqual([])
    expect(aliased.to('social').at(-1)?.representations).toEqual(plain.to('social').at(-1)?.representations)
    expect(leaks(both().graph, aliased)).toEqual([])
  })

  test('equal response keys at several places keep their own objects', async () => {
    const { username } = (await both().ours('{ socialMe { username } }', { by })).data.socialMe
    const other = by[0] === 'Ada Okafor' ? 'devraman' : 'adaokafor'
    const query = `{ a: socialMe { ads: username } b: socialProfile(username: "${other}") { ads: username x: ads { title } } }`
    const { data } = await both().ours(query, { by })
    expect(data).toEqual({ a: { ads: username }, b: { ads: other, x: null } })
  })
})
