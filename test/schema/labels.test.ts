import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { readLabels } from '../../schema/labels.ts'

const LINK =
  '@link(url: "https://concord.example/consent/v1.0", import: ["@person", "@consented", "@uses", "@sealed", "@open"])'
const LABELLED = `
  scalar Cipher @sealed
  type P @person(app: "PHOTO") { id: ID! road: S ads: [Int!] @uses(purpose: "ADS") text: Cipher @sealed }
  type S @consented(from: "messenger", purpose: "ADS") { topics: [Int!]! }
  type Post @open { id: ID! likes: Int @open }
`

describe('readLabels', () => {
  test('reads every label and the roads', () => {
    expect(readLabels(parse(`extend schema ${LINK} ${LABELLED}`))).toEqual({
      persons: new Map([['P', 'PHOTO']]),
      consented: new Map([['S', { from: 'messenger', purpose: 'ADS' }]]),
      roads: new Map([['P.road', 'S']]),
      uses: new Map([['P.ads', 'ADS']]),
      sealed: new Set(['Cipher', 'P.text']),
      open: new Set(['Post', 'Post.likes']),
    })
  })

  test('knows a label by its link, not by its name', () => {
    const none = readLabels(parse(LABELLED))
    expect([none.persons.size, none.uses.size, none.roads.size, none.open.size]).toEqual([0, 0, 0, 0])

    const renamed = '@link(url: "https://concord.example/consent/v1.3", import: [{ name: "@open", as: "@shared" }])'
    const labels = readLabels(parse(`schema ${renamed} { query: Q } type A @shared { a: Int } type B @open { b: Int }`))
    expect(labels.open).toEqual(new Set(['A']))
  })

  test('reads a directive that is not imported by its full name', () => {
    const labels = readLabels(
      parse(
        'extend schema @link(url: "https://concord.example/consent/v1.0", as: "c") type A @c__person(app: "PHOTO") { id: ID! }',
      ),
    )
    expect(labels.persons).toEqual(new Map([['A', 'PHOTO']]))
  })
})
