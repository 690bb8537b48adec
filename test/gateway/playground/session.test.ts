import { describe, expect, test } from 'vitest'
import { becoming, firstSession } from '../../../gateway/playground/page/session.ts'
import { ada, hana, luca } from './people.ts'

const people = [ada, hana, luca]
const first = { person: 'Ada Okafor', client: 'ACCOUNTS' }

describe('the first session', () => {
  test.each([
    ['nothing', null, first],
    ['somebody who is there', { person: 'Hana Sato', client: 'PHOTO' }, { person: 'Hana Sato', client: 'PHOTO' }],
    ['nobody', 'null', null],
    ['somebody who is gone', { person: 'Zoe', client: 'PHOTO' }, first],
    ['an app that they left', { person: 'Hana Sato', client: 'MESSENGER' }, first],
    ['a client that does not exist', { person: 'Hana Sato', client: 'toString' }, first],
    ['something else', { name: 'Hana Sato' }, first],
    ['no JSON', '{"person":', first],
    ['a number', '7', first],
  ])('after %s was stored', (_name, stored, expected) => {
    expect(
      firstSession(people, typeof stored === 'object' && stored !== null ? JSON.stringify(stored) : stored),
    ).toEqual(expected)
  })

  test('is nobody’s where there are no people', () => {
    expect(firstSession([], JSON.stringify(first))).toBeNull()
  })
})

describe('becoming somebody', () => {
  test.each([
    ['stays in the app', hana, { person: 'Ada Okafor', client: 'PHOTO' }, 'PHOTO'],
    ['leaves an app that they do not use', luca, { person: 'Ada Okafor', client: 'SOCIAL' }, 'ACCOUNTS'],
    ['comes from nobody to the accounts center', luca, null, 'ACCOUNTS'],
  ] as const)('%s', (_name, person, session, client) => {
    expect(becoming(person, session)).toEqual({ person: person.name, client })
  })
})
