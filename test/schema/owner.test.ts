import { describe, expect, test } from 'vitest'
import { ownerAmong, type Resolver } from '../../schema/owner.ts'

const partner: Resolver = {
  name: 'partner',
  app: undefined,
  defines: true,
  person: undefined,
  consentedFrom: undefined,
}
const keeper: Resolver = { ...partner, name: 'accounts' }
const photo: Resolver = { ...partner, name: 'photo', app: 'PHOTO' }
const social: Resolver = { ...partner, name: 'social', app: 'SOCIAL' }

const extending = (resolver: Resolver): Resolver => ({ ...resolver, defines: false })
const owner = (...resolvers: readonly Resolver[]) => ownerAmong(resolvers)?.name

describe('an entity is owned by', () => {
  test('an app before a keeper, and a keeper before a partner', () => {
    expect(owner(partner, keeper, photo)).toBe('photo')
    expect(owner(partner, keeper)).toBe('accounts')
  })

  test('who is registered first, of two apps', () => {
    expect([owner(photo, social), owner(social, photo)]).toEqual(['photo', 'social'])
  })

  test('who defines it, whoever extends it', () => {
    expect(owner(extending(photo), social)).toBe('social')
    expect(owner(extending(photo), partner)).toBe('partner')
  })

  test('the first who extends it, where nobody defines it by a key', () => {
    expect(owner(extending(partner), extending(photo))).toBe('photo')
  })

  test('the app whose people or whose data it is, whoever defines it', () => {
    const people = [photo, extending(social)].map((resolver) => ({ ...resolver, person: 'SOCIAL' }))
    const data = [photo, extending(social)].map((resolver) => ({ ...resolver, consentedFrom: 'social' }))
    expect([owner(...people), owner(...data)]).toEqual(['social', 'social'])
  })

  test('nobody, where nobody resolves it', () => {
    expect(owner()).toBeUndefined()
  })
})
