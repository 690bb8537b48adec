import { parse, print } from 'graphql'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { generateEntry } from '../../../schema/compose/entry.ts'
import { loadContract } from '../../../schema/contract.ts'
import { objectsOf } from '../../../schema/documents.ts'

const typesOf = (...texts: string[]) =>
  objectsOf(parse(generateEntry(texts.map((text) => parse(text)))))
    .map((node) => node.name.value)
    .filter((name) => name !== 'Query' && name !== 'Viewer')

describe('entry', () => {
  test('has the entities of the design, profiles first', () => {
    const texts = loadContract().subgraphs.map(({ sdlText }) => sdlText)
    expect(typesOf(...texts, 'type Video implements Node @key(fields: "id") { id: ID! }')).toEqual(
      (
        'MessengerProfile PhotoProfile SocialProfile Account Avatar Consent Conversation Crosspost DataUse ' +
        'EncryptedMessage Link LinkRequest Photo PhotoComment PhotoStory Post PostComment Session SettingConflict ' +
        'SocialStory Status Sticker Video'
      ).split(' '),
    )
  })

  test('has only what implements Node and is resolved by its id', () => {
    expect(typesOf('type A @key(fields: "id") { id: ID! }')).toEqual([])
    expect(typesOf('type A implements Node @key(fields: "code") { id: ID! code: ID! }')).toEqual([])
    expect(typesOf('type A implements Node @key(fields: "id", resolvable: false) { id: ID! }')).toEqual([])
    expect(typesOf('extend type A implements Node @key(fields: "code") @key(fields: " id ") { id: ID! }')).toEqual([
      'A',
    ])
  })

  test('names a type once, although several subgraphs resolve it', () => {
    const type = 'type A implements Node @key(fields: "id") { id: ID! }'
    expect(typesOf(type, type)).toEqual(['A'])
  })

  test('does not depend on the order of the subgraphs', () => {
    const [a, b] = ['A', 'B'].map((name) => parse(`type ${name} implements Node @key(fields: "id") { id: ID! }`))
    expect(a && b && generateEntry([a, b])).toBe(a && b && generateEntry([b, a]))
  })

  test('answers viewer, node and nodes', () => {
    const query = objectsOf(parse(generateEntry([]))).find((node) => node.name.value === 'Query')
    const fields = query?.fields?.map(({ name, arguments: args = [], type }) => {
      return `${name.value}(${args.map((each) => `${each.name.value}: ${print(each.type)}`).join()}): ${print(type)}`
    })
    expect(fields).toEqual(['viewer(): Viewer', 'node(id: ID!): Node', 'nodes(ids: [ID!]!): [Node]!'])
  })

  test('is committed as it is generated', () => {
    const texts = loadContract().subgraphs.map(({ sdlText }) => parse(sdlText))
    expect(readFileSync(new URL('../../../schema/entry.graphql', import.meta.url), 'utf8')).toBe(generateEntry(texts))
  })
})
