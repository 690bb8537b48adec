import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ConfigurationError, readConfiguration } from '../../bin/configuration.ts'

const folder = mkdtempSync(join(tmpdir(), 'concord-configuration-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A file with this text. */
function written(text: string): string {
  const file = join(folder, 'concord.yaml')
  writeFileSync(file, text)
  return file
}

describe('configuration', () => {
  test('nothing given: the defaults', () => {
    const configuration = readConfiguration(undefined, {}, {})
    expect(configuration).toMatchObject({
      data: '.concord',
      host: '127.0.0.1',
      port: 4000,
      demo: false,
      development: false,
    })
  })

  test('flags win over the environment, and that over the file', () => {
    const file = written('port: 1\nhost: "::1"\ndata: file\nlog: { level: info }')
    const configuration = readConfiguration(
      file,
      { PORT: '2', HOST: '127.0.0.2', CONCORD_LOG_LEVEL: 'error' },
      { port: '3' },
    )
    expect(configuration).toMatchObject({ port: 3, host: '127.0.0.2', data: 'file', log: { level: 'error' } })
  })

  test('a MongoDB may hold the data; nothing else may', () => {
    const store = 'mongodb://one,two/concord?replicaSet=rs0'
    expect(readConfiguration(undefined, { CONCORD_STORE: store }, {})).toMatchObject({ store })
    expect(readConfiguration(undefined, {}, {}).store).toBeUndefined()
  })

  test('an empty file and an empty variable say nothing', () => {
    expect(readConfiguration(written(''), { PORT: '' }, {})).toMatchObject({ port: 4000 })
  })

  test.each([
    ['a key that is not known', 'prot: 1', /Unrecognized key: "prot"/],
    ['a nested key that is not known', 'limits: { dept: 3 }', /Unrecognized key: "dept"/],
    ['a port that is none', 'port: 70000', /port/],
    ['a list instead of keys', '- port', /must hold a mapping of keys to values/],
    ['no YAML', 'a: [', /must be YAML/],
    ['a root secret that is too short', 'keys: { rootSecret: abc }', /at least 32 bytes as base64url/],
    ['a store that is no MongoDB', 'store: "postgres://host/db"', /must be a URL of MongoDB/],
    ['an origin with a path', 'clients: { PHOTO: { origins: ["https://app.example/x"] } }', /must be an origin/],
  ])('%s is refused with what must hold', (_, text, message) => {
    expect(() => readConfiguration(written(text), {}, {})).toThrow(ConfigurationError)
    expect(() => readConfiguration(written(text), {}, {})).toThrow(message)
  })

  test('a file that is not there is named', () => {
    expect(() => readConfiguration(join(folder, 'missing.yaml'), {}, {})).toThrow(/missing\.yaml must be readable/)
  })

  test('a misspelt variable is not ignored', () => {
    expect(() => readConfiguration(undefined, { CONCORD_ROOT_SECERT: 'x' }, {})).toThrow(/CONCORD_ROOT_SECERT/)
  })
})
