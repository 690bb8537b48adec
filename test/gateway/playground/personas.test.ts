import { describe, expect, test } from 'vitest'
import { appsOf, shortNames, whereabouts } from '../../../gateway/playground/page/personas.ts'
import { ada, hana, luca, somebody } from './people.ts'

describe('a person', () => {
  test('is told by where they are, and by what is linked', () => {
    expect([ada, hana, luca].map(whereabouts)).toEqual([
      'In all three apps. Linked: Messenger and Photo.',
      'In Photo and Social only. Nothing linked.',
      'In Photo only. Nothing linked.',
    ])
    expect(appsOf(hana)).toEqual(['PHOTO', 'SOCIAL'])
  })

  test('is linked in apps that the page does not know yet', () => {
    expect(whereabouts(somebody('Ada', ['PHOTO'], ['PHOTO', 'SOCIAL', 'VIDEO']))).toContain('Photo, Social and VIDEO.')
  })

  test('is called by the first name, where that is clear', () => {
    const people = ['Ada Okafor', 'Ada Lovelace', 'Tomás', 'Café Nordlicht'].map((name) => somebody(name, []))
    expect([...shortNames(people).values()]).toEqual(['Ada Okafor', 'Ada Lovelace', 'Tomás', 'Café'])
  })
})
