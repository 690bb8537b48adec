import { describe, expect, test } from 'vitest'
import { composedWithoutRules, onStock } from './support/attacked.ts'
import { attackedBy, refusals, writes } from './support/attacks.ts'
import { passesLabelGuard } from './support/labelGuard.ts'

/** B2: the label stands on the field of an interface, and the field is asked of the object, via `... on Impl`. */
const behindInterface = (field: string) =>
  attackedBy([
    ['messenger', 'type MessengerProfile @key', 'type MessengerProfile implements MessengerThing @key'],
    writes('messenger', `interface MessengerThing {\n  ${field}\n}\nextend type Query { thing: MessengerThing }`),
  ])

describe('B2', () => {
  test('stock, guarded by a label on MessengerThing.about, gives it to whoever asks the object', async () => {
    const stock = await onStock(behindInterface('about: String'))
    const query = '{ thing { ... on MessengerProfile { about } } }'
    const passes = (asked: string) => passesLabelGuard(stock.schema, asked, ['MessengerThing.about'])
    expect([passes('{ thing { about } }'), passes(query)]).toEqual([false, true])
    expect((await stock.ask(query)).data).toEqual({ thing: { about: 'messenger:MessengerProfile.about' } })
  })

  test.each(['about: String @open', 'about: String @sealed', 'about: String @uses(purpose: "ADS")'])(
    'the composer refuses a label on an interface: %s',
    (field) => {
      const told = refusals(behindInterface(field))
      expect(told[0]).toEqual(['LABEL_ON_INTERFACE', 'messenger.graphql', `  ${field}`])
    },
  )

  test.each(['@consented(from: "messenger", purpose: "ADS")', '@person(app: "MESSENGER")'])(
    'an interface itself cannot be %s',
    (label) => {
      const texts = attackedBy([writes('messenger', `interface MessengerThing ${label} { about: String }`)])
      expect(() => composedWithoutRules(texts)).toThrow('may not be used on INTERFACE')
      expect(refusals(texts)[0]?.slice(1)).toEqual(['messenger.graphql', expect.stringContaining(label)])
    },
  )
})
