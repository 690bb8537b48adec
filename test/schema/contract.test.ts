import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadContract, sdlOf } from '../../schema/contract.ts'

const SCHEMA = fileURLToPath(new URL('../../schema', import.meta.url))
let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'concord-contract-'))
  cpSync(SCHEMA, directory, { recursive: true, filter: (path) => !path.endsWith('.ts') })
})
afterEach(() => rmSync(directory, { recursive: true }))

/** Loads the copied contract after replacing something in one of its files; answers the message of the refusal. */
function refusal(file: string, from: string | RegExp, to: string): string {
  const path = join(directory, file)
  const before = readFileSync(path, 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${file} holds nothing like ${String(from)}`)
  writeFileSync(path, after)
  try {
    loadContract(directory)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('It was accepted')
}

describe('loadContract', () => {
  test('reads the contract that ships with the package', () => {
    const contract = loadContract()
    expect(contract.subgraphs.map(({ name, app }) => [name, app])).toEqual([
      ['messenger', 'MESSENGER'],
      ['photo', 'PHOTO'],
      ['social', 'SOCIAL'],
      ['accounts', undefined],
      ['grants', undefined],
    ])
    expect(sdlOf(contract, 'photo')).toContain('type PhotoProfile')
    expect(contract.supergraphSdl).toContain('join__Graph')
    expect(contract.flows).toHaveLength(5)
    expect(contract.notices).toHaveLength(5)
  })

  test('reads another directory', () => {
    expect(loadContract(directory)).toEqual({ ...loadContract(), directory })
  })

  test('says which subgraphs there are when asked for another', () => {
    expect(() => sdlOf(loadContract(), 'video')).toThrow(/must name the subgraph video, but it names only messenger, /)
  })
})

describe('a contract that cannot be read', () => {
  test.each([
    [
      'subgraphs.yaml',
      '- name: photo',
      '- nam: photo',
      /^subgraphs\.yaml:17:5 {2}REGISTRY_INVALID\nsubgraphs\[1\]\.name: /m,
    ],
    [
      'subgraphs.yaml',
      'app: PHOTO',
      'app: VIDEO',
      /REGISTRY_INVALID\nsubgraphs\[1\]\.app: .*MESSENGER.*, but got: VIDEO$/m,
    ],
    [
      'subgraphs.yaml',
      'purpose: IMPROVE',
      'purpose: SELL',
      /REGISTRY_INVALID\nsubgraphs\[1\]\.permits\[2\]\.purpose: /,
    ],
    ['subgraphs.yaml', 'http://localhost:4003/graphql', 'localhost', /REGISTRY_INVALID\nsubgraphs\[1\]\.url: /],
    [
      'subgraphs.yaml',
      'sdl: photo.graphql',
      'sdl: photos.graphql',
      /SDL_MISSING\nThe SDL of photo must be the file photos\.graphql/,
    ],
    ['subgraphs.yaml', 'permits: []', 'permits: [', /YAML_SYNTAX\nsubgraphs\.yaml must be YAML/],
    ['notices.yaml', 'version: 1', 'version: 0', /NOTICES_INVALID\nnotices\[0\]\.version: /],
    [
      'notices.yaml',
      /languages:\n {6}en:/,
      'languages:\n      fr:',
      /NOTICES_INVALID\nnotices\[0\]\.languages: must have the languages en and de/,
    ],
    ['notices.yaml', '- SocialProfile.messengerAdSignals', '- everything', /must be a coordinate like Type\.field/],
    ['flows.json', '"to"', '"two"', /ARTEFACT_INVALID\nflows\.json must be what the composer wrote/],
    ['flows.json', '[', '', /ARTEFACT_INVALID[\s\S]*npm run compose/],
  ])('%s: %s', (file, from, to, message) => {
    expect(refusal(file, from, to)).toMatch(message)
  })

  test('shows the line and how to mend it', () => {
    const text = refusal('subgraphs.yaml', 'app: PHOTO', 'app: VIDEO')
    expect(text).toMatch(/^> 18 \| {5}app: VIDEO$/m)
    expect(text).toMatch(/^To mend it: Each subgraph has name, url, /m)
  })

  test('tells all that is wrong in both files at once', () => {
    writeFileSync(join(directory, 'notices.yaml'), 'notices: 1\n')
    expect(refusal('subgraphs.yaml', 'app: PHOTO', 'app: VIDEO')).toMatch(
      /REGISTRY_INVALID[\s\S]*NOTICES_INVALID[\s\S]*2 problems$/,
    )
  })

  test.each([
    ['subgraphs.yaml', /FILE_MISSING/],
    ['notices.yaml', /FILE_MISSING/],
    ['supergraph.graphql', /ARTEFACT_MISSING[\s\S]*npm run compose/],
  ])('without %s', (file, message) => {
    rmSync(join(directory, file))
    expect(() => loadContract(directory)).toThrow(message)
  })
})
