import { expect, test } from 'vitest'
import { createLogs } from './logs.ts'

/* Each way to hold it wrong, with what it says. */

test.each([
  ['', /must have 1 to 64 characters, but got: 0/],
  ['x'.repeat(65), /must have 1 to 64 characters, but got: 65/],
])('the kind of an event is short: "%s"', async (kind, message) => {
  await expect(createLogs().process().append('ada', { kind })).rejects.toThrow(message)
})

test('an event is small: it says what to fetch', async () => {
  const log = createLogs().process()
  const text = 'é'.repeat(256)
  const message = /The data of "POSTED" must have at most 512 bytes, but got: 514. Tell ids and let followers fetch./
  await expect(log.append('ada', { kind: 'POSTED', data: text })).rejects.toThrow(message)
})

test('what is refused is not appended', async () => {
  const log = createLogs().process()
  const before = await log.end('ada')
  await log.append('ada', { kind: '' }).catch(() => {})
  expect(await log.end('ada')).toBe(before)
})

test.each([
  [{ pollMs: 0 }, 'pollMs must be a whole number from 1, but got: 0'],
  [{ lifetimeMs: 0.5 }, 'lifetimeMs must be a whole number from 1, but got: 0.5'],
  [{ mostEvents: 1 }, 'mostEvents must be a whole number from 2, but got: 1'],
])('an option is checked when the log is made: %o', (options, message) => {
  expect(() => createLogs().process(options)).toThrow(new RangeError(message))
})

test('a log is named as one, so that backups leave it out', () => {
  const message = 'The name of an event log must end in "_events", such as "photo_events", but got: "photo_news".'
  expect(() => createLogs().process({ collection: 'photo_news' })).toThrow(new TypeError(message))
})

test('two who ask one follower at once are answered one after the other', async () => {
  const log = createLogs().process()
  const told = log.follow('ada', await log.end('ada'))
  const both = Promise.all([told.next(), told.next()])
  await log.append('ada', { kind: 'one' })
  await log.append('ada', { kind: 'two' })
  expect((await both).map(({ value }) => value.kind)).toEqual(['one', 'two'])
})
