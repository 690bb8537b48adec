import { describe, expect, test } from 'vitest'
import { appOfPersonType, personTypeOf } from '../../../../subgraphs/runtime/identity/personTypes.ts'

describe('the type that names a person', () => {
  test.each([
    ['MESSENGER', 'MessengerProfile'],
    ['PHOTO', 'PhotoProfile'],
    ['SOCIAL', 'SocialProfile'],
  ] as const)('in %s is %s', (app, type) => {
    expect(personTypeOf(app)).toBe(type)
    expect(appOfPersonType(type)).toBe(app)
  })

  test.each(['Photo', 'photoprofile', 'Viewer', 'Profile', ''])('%o names nobody', (type) => {
    expect(appOfPersonType(type)).toBeNull()
  })
})
