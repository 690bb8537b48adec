import { expect, test } from 'vitest'
import { silentLog } from '../../../../subgraphs/runtime/log/log.ts'
import { createOutbox } from '../../../../subgraphs/runtime/outbox/worker.ts'
import { createSeededRandom } from '../../../../subgraphs/runtime/random/seededRandom.ts'
import { postOffice } from './parcels.ts'

test.each(['concurrency', 'leaseMs', 'pollMs'])('%s must be a whole number from 1', (name) => {
  expect(() => postOffice({ [name]: 0 })).toThrow(`${name} must be a whole number from 1, but got: 0`)
})

test('a nudge names a collection that somebody handles', () => {
  const { outbox } = postOffice()
  expect(() => outbox.nudge('letters', 'a')).toThrow(
    'A nudge must name a collection with a handler, but got: "letters"',
  )
})

test('a collection has one handler', () => {
  const { parcels, clock } = postOffice()
  const handler = {
    collection: parcels,
    name: 'parcels',
    mostTries: 1,
    act: () => Promise.reject(),
    giveUp: () => never,
  }
  const made = () =>
    createOutbox({ handlers: [handler, handler], clock, random: createSeededRandom('a'), log: silentLog })
  expect(made).toThrow('A collection must have one handler, but "parcels" has two.')
})

const never = (): never => {
  throw new Error('never asked')
}
