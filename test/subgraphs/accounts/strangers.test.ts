import { describe, expect, test } from 'vitest'
import { type AskOptions, proved } from '../../support/subgraphTester.ts'
import { ANNA, APP_NAMES, type AppName, BEN, center, PERSON_TYPES, type SessionName, SESSIONS } from './center.ts'

const accounts = center()
const everythingOf = async (session: SessionName | AskOptions, app: AppName, id: string) =>
  JSON.stringify(await accounts.fetch(session, PERSON_TYPES[app], id))

describe('R0: who is signed in to one app is a stranger in the others', () => {
  const pairs = APP_NAMES.flatMap((from) => APP_NAMES.filter((app) => app !== from).map((app) => [from, app] as const))

  test.each(pairs)('a token of %s sees of the same person in %s what nobody sees', async (from, app) => {
    expect(await everythingOf(from, app, ANNA[app])).toBe(await everythingOf('nobody', app, ANNA[app]))
  })

  test.each(pairs)('a token of %s cannot tell its person in %s from another', async (from, app) => {
    const own = await everythingOf(from, app, ANNA[app])
    const other = await everythingOf(from, app, BEN[app])
    expect(own.replace(ANNA[app], 'ID')).toBe(other.replace(BEN[app], 'ID'))
  })

  test('a client of one app with a profile of another is not the viewer there', async () => {
    const odd = { client: 'SOCIAL', profiles: [proved('PHOTO', ANNA.PHOTO), proved('SOCIAL', ANNA.SOCIAL)] }
    expect(await everythingOf(odd, 'PHOTO', ANNA.PHOTO)).toBe(await everythingOf('nobody', 'PHOTO', ANNA.PHOTO))
  })
})

describe('profiles that were never linked share nothing', () => {
  test('in the accounts center either, though one session has proved them all', async () => {
    for (const app of APP_NAMES) {
      const answer = await everythingOf('ACCOUNTS', app, ANNA[app])
      for (const other of APP_NAMES.filter((name) => name !== app)) expect(answer).not.toContain(ANNA[other])
    }
  })

  test('what is answered about one does not depend on the others in the session', async () => {
    for (const app of APP_NAMES) {
      const alone = { client: 'ACCOUNTS', profiles: [proved(app, ANNA[app])] }
      expect(await everythingOf(alone, app, ANNA[app])).toBe(await everythingOf('ACCOUNTS', app, ANNA[app]))
    }
  })

  test('somebody else’s profile with the same session is a stranger’s', async () => {
    const mixed = { client: 'ACCOUNTS', profiles: [...SESSIONS.PHOTO.profiles, proved('SOCIAL', BEN.SOCIAL)] }
    expect(await everythingOf(mixed, 'SOCIAL', ANNA.SOCIAL)).toBe(await everythingOf('nobody', 'SOCIAL', ANNA.SOCIAL))
  })

  test('an id of one app proved for another app opens nothing', async () => {
    const crossed = { client: 'ACCOUNTS', profiles: [{ ...proved('PHOTO', ANNA.SOCIAL) }] }
    expect(await everythingOf(crossed, 'SOCIAL', ANNA.SOCIAL)).toBe(await everythingOf('nobody', 'SOCIAL', ANNA.SOCIAL))
  })
})
