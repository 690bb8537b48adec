import { describe, expect, test } from 'vitest'
import { APP_NAMES, center, mutationOf, SESSION_NAMES, SESSIONS } from './center.ts'
import { entityTypes, everyField, fieldsOf } from './everyField.ts'

const accounts = center()
const { sdl } = accounts.subgraph
/** Of these accounts knows the id at least (resolvers/*.test.ts); all other entities are its own, and nobody here has one. */
const REFERENCES = ['Viewer', 'MessengerProfile', 'PhotoProfile', 'SocialProfile', 'Status']
const OWN = entityTypes(sdl).filter((type) => !REFERENCES.includes(type))

describe('the SDL, field by field', () => {
  test('has the entities that are tried', () => {
    expect(entityTypes(sdl)).toEqual(expect.arrayContaining(REFERENCES))
    expect(OWN).toEqual(expect.arrayContaining(['Account', 'Link', 'Consent', 'Crosspost', 'Avatar', 'Session']))
  })

  test.each(OWN)('%s by id is null, whoever asks and whatever the id', async (type) => {
    const forged = Buffer.from(`0123456789abcdef${type}:x`).toString('base64url')
    const ids = [accounts.ids.seal(type, 'any'), forged, '', 'x', null, 7, {}]
    const keys = ids.map((id) => ({ id }))
    for (const session of SESSION_NAMES) {
      const found = await accounts.entities(type, keys, everyField(sdl, type), SESSIONS[session])
      expect(found).toEqual(ids.map(() => null))
    }
    expect(accounts.logged).toEqual([])
  })

  test('nobody has counted an audience', async () => {
    expect(fieldsOf(sdl, 'Query')).toEqual(['audienceCount'])
    for (const session of SESSION_NAMES) {
      for (const app of APP_NAMES) {
        const answer = await accounts.ask(`{ audienceCount(app: ${app}) }`, SESSIONS[session])
        expect(answer).toEqual({ data: { audienceCount: null } })
      }
    }
  })

  // A request is what anybody can begin with.
  test.each(fieldsOf(sdl, 'Mutation').filter((name) => name !== 'requestLink'))(
    '%s answers with nothing but why',
    async (mutation) => {
      const { query, sample } = mutationOf(sdl, mutation)
      for (const session of SESSION_NAMES) {
        const { data } = await accounts.ask(query, { ...SESSIONS[session], variables: { input: sample } })
        const { __typename, errors = [], ...changed } = data?.[mutation] ?? {}
        expect(Object.values(changed).filter((value) => value !== null)).toEqual([])
        for (const { message } of errors) expect(message).toMatch(/^[A-Z].* .*\.$/)
      }
      expect(accounts.logged).toEqual([])
    },
  )

  test.each(fieldsOf(sdl, 'Subscription'))('the subscription %s is not served', async (field) => {
    const args = field === 'crosspostChanged' ? '(crosspostId: "x")' : ''
    const { errors } = await accounts.ask(`subscription { ${field}${args} { id } }`, SESSIONS.MESSENGER)
    expect(errors).toMatchObject([{ extensions: { code: 'SUBSCRIPTIONS_OFF' } }])
  })
})
