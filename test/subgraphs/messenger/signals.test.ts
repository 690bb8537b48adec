import { describe, expect, test } from 'vitest'
import { consented } from '../../support/consented.ts'
import { DAY, people, type Messenger } from './people.ts'

const topics = async (messenger: Messenger, type = 'MessengerAdSignals', name = 'anna') =>
  (await consented(messenger.tester, type, messenger.id(name), '{ topics validUntil }'))?.topics ?? null

const days = async (messenger: Messenger, name = 'anna') =>
  (await consented(messenger.tester, 'MessengerImprovementSignals', messenger.id(name), '{ activeDays }'))
    ?.activeDays ?? null

const business = (businessCategory: string) => ({ businessCategory })

describe.each(['MessengerAdSignals', 'MessengerPersonalizationSignals'])('%s', (type) => {
  test('has the categories of the businesses among the contacts, the most frequent first', async () => {
    const cast = { bakery: business('BAKING'), rail: business('TRAVEL'), ferry: business('TRAVEL'), ben: {} }
    const messenger = await people({ anna: {}, ...cast, unknown: business('CARS') })
    for (const other of Object.keys(cast)) await messenger.adds('anna', other)
    expect(await topics(messenger, type)).toEqual(['TRAVEL', 'BAKING'])
    await messenger.removes('anna', 'bakery')
    expect(await topics(messenger, type)).toEqual(['TRAVEL'])
  })

  test('is null without such a contact, as it is without any', async () => {
    const messenger = await people({ anna: {}, ben: {}, rail: business('TRAVEL') })
    expect(await topics(messenger, type)).toBeNull()
    await messenger.adds('anna', 'ben')
    await messenger.adds('rail', 'anna')
    expect(await topics(messenger, type)).toBeNull()
  })

  test.each([1, 40])('costs two store calls with %i contacts', async (size) => {
    const messenger = await people({ anna: {} })
    for (let index = 0; index < size; index++) {
      await messenger.join(`shop${index}`, business('BOOKS'))
      await messenger.adds('anna', `shop${index}`)
    }
    messenger.counted.reset()
    expect(await topics(messenger, type)).toEqual(['BOOKS'])
    expect(messenger.counted.calls()).toEqual({ 'messenger_contacts.page': 1, 'messenger_profiles.getMany': 1 })
  })
})

describe('MessengerImprovementSignals', () => {
  test('counts days, not what happened on them, for thirty days', async () => {
    const messenger = await people({ anna: {}, ben: {} })
    expect(await days(messenger)).toBeNull()
    await messenger.posts('anna')
    await messenger.posts('anna')
    await messenger.adds('anna', 'ben')
    expect(await days(messenger)).toBe(1)
    await messenger.tester.clock.advance(DAY)
    await messenger.posts('anna')
    expect(await days(messenger)).toBe(2)
    await messenger.tester.clock.advance(28 * DAY)
    expect(await days(messenger)).toBe(2)
    await messenger.tester.clock.advance(DAY)
    expect(await days(messenger)).toBe(1)
    await messenger.tester.clock.advance(DAY)
    expect(await days(messenger)).toBeNull()
  })

  test('is about the person alone', async () => {
    const messenger = await people({ anna: {}, ben: {} })
    await messenger.adds('ben', 'anna')
    await messenger.posts('ben')
    expect(await days(messenger)).toBeNull()
    expect(await days(messenger, 'ben')).toBe(1)
  })

  test('costs two store calls', async () => {
    const messenger = await people({ anna: {} })
    for (let index = 0; index < 5; index++) await messenger.posts('anna')
    messenger.counted.reset()
    expect(await days(messenger)).toBe(1)
    expect(messenger.counted.calls()).toEqual({ 'messenger_statuses.page': 1, 'messenger_contacts.page': 1 })
  })
})
