import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { importJWK, type JWK, jwtVerify, SignJWT, calculateJwkThumbprint } from 'jose'
import { afterEach, describe, expect, test } from 'vitest'
import { openKeys } from '../../../../subgraphs/runtime/keys/keys.ts'
import {
  acceptedCallKeys,
  acceptedGrantRoots,
  callKey,
  grantRoot,
  idKey,
  receiptKeys,
} from '../../../../subgraphs/runtime/keys/uses.ts'

const rootSecret = Buffer.alloc(32, 7).toString('base64url')
const directories: string[] = []
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true })
})

function emptyDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'concord-keys-'))
  directories.push(directory)
  return directory
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('the root secret', () => {
  test('is made at the first start, for the owner alone, and found at the second', () => {
    const directory = emptyDirectory()
    const first = openKeys({ directory }).derive('x', 32)
    expect(hex(openKeys({ directory }).derive('x', 32))).toBe(hex(first))
    expect(readdirSync(join(directory, 'keys'))).toEqual(['root.secret'])
    expect(statSync(join(directory, 'keys')).mode & 0o777).toBe(0o700)
    expect(statSync(join(directory, 'keys/root.secret')).mode & 0o777).toBe(0o600)
  })

  test('is another in another directory', () => {
    const [a, b] = [emptyDirectory(), emptyDirectory()].map((directory) => openKeys({ directory }).derive('x', 32))
    expect(a).not.toEqual(b)
  })

  test('is the same for all processes that start at once', async () => {
    const directory = emptyDirectory()
    const module = new URL('../../../../subgraphs/runtime/keys/keys.ts', import.meta.url).href
    const script = `const { openKeys } = await import(${JSON.stringify(module)})
      console.log(Buffer.from(openKeys({ directory: ${JSON.stringify(directory)} }).derive('x', 32)).toString('hex'))`
    const start = () =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script])
    const started = await Promise.all(Array.from({ length: 4 }, start))
    expect(new Set(started.map(({ stdout }) => stdout.trim())).size).toBe(1)
    expect(readdirSync(join(directory, 'keys'))).toEqual(['root.secret'])
  })

  test('that others can read is refused', () => {
    const directory = emptyDirectory()
    openKeys({ directory })
    const file = join(directory, 'keys/root.secret')
    chmodSync(file, 0o640)
    expect(() => openKeys({ directory })).toThrow(
      `The root secret must be readable by its owner alone. Run: chmod 600 ${file}`,
    )
  })

  test('that is cut short is refused and not replaced', () => {
    const directory = emptyDirectory()
    openKeys({ directory })
    const file = join(directory, 'keys/root.secret')
    writeFileSync(file, 'abcd')
    expect(() => openKeys({ directory })).toThrow('must be at least 32 bytes in base64url, but got: 3.')
    expect(readFileSync(file, 'utf8')).toBe('abcd')
  })

  test('may be configured, and then nothing is written', () => {
    const directory = emptyDirectory()
    const keys = openKeys({ directory, configured: { rootSecret } })
    expect(hex(keys.derive('x', 8))).toBe(hex(openKeys({ configured: { rootSecret } }).derive('x', 8)))
    expect(readdirSync(directory)).toEqual([])
  })
})

describe('derived keys', () => {
  const keys = openKeys({ configured: { rootSecret } })

  test('are stable: HKDF-SHA-256 of the root with the label', () => {
    expect(hex(keys.derive('a label', 32))).toBe('6dafb4f65942d92cd670df3e46a7af14b491c2d4189f62235c2bc612ab37ffaa')
    expect(keys.derive('a label', 16)).toHaveLength(16)
  })

  test('differ for each use', () => {
    const uses = [
      idKey(keys, 'photo'),
      idKey(keys, 'social'),
      callKey(keys, 'gateway', 'photo'),
      callKey(keys, 'gateway', 'social'),
      callKey(keys, 'photo', 'gateway'),
    ]
    expect(new Set(uses.map(hex)).size).toBe(5)
  })
})

describe('the token key', () => {
  test('signs what the published key checks, and only public members are published', async () => {
    const { signing, jwks } = openKeys({ configured: { rootSecret } }).tokenKeys()
    const token = await new SignJWT({ client: 'PHOTO' })
      .setProtectedHeader({ alg: 'EdDSA', kid: signing.kid as string })
      .sign(await importJWK(signing))
    const [published] = jwks.keys
    const { payload } = await jwtVerify(token, await importJWK(published as JWK))
    expect(payload).toEqual({ client: 'PHOTO' })
    expect(published).toEqual({ kty: 'OKP', crv: 'Ed25519', x: signing.x, kid: signing.kid, alg: 'EdDSA', use: 'sig' })
    expect(signing.kid).toBe(await calculateJwkThumbprint(published as JWK))
  })

  test('may be configured, with retired ones beside it', () => {
    const old = openKeys({ configured: { rootSecret } }).tokenKeys().signing
    const next = openKeys({ configured: { rootSecret: 'b'.repeat(43) } }).tokenKeys().signing
    const configured = { rootSecret, tokenKey: next, acceptedTokenKeys: [old] }
    const { signing, jwks } = openKeys({ configured }).tokenKeys()
    expect(signing).toEqual(next)
    expect(jwks.keys.map((key) => key.kid)).toEqual([next.kid, old.kid])
    expect(JSON.stringify(jwks)).not.toContain('"d"')
  })
})

describe('while keys are rotated', () => {
  const next = Buffer.alloc(32, 8).toString('base64url')
  const before = openKeys({ configured: { rootSecret, acceptedSecrets: [next] } })
  const after = openKeys({
    configured: { rootSecret: next, acceptedSecrets: [rootSecret], permanentSecret: rootSecret },
  })

  test('what either side makes, both accept', () => {
    for (const [one, other] of [
      [before, after],
      [after, before],
    ] as const) {
      expect(acceptedCallKeys(other, 'a', 'b').map(hex)).toContain(hex(callKey(one, 'a', 'b')))
      expect(acceptedGrantRoots(other, 'photo').map(hex)).toContain(hex(grantRoot(one, 'photo')))
      expect(other.tokenKeys().jwks.keys.map(({ kid }) => kid)).toContain(one.tokenKeys().signing.kid)
      expect(receiptKeys(other).jwks.keys.map(({ kid }) => kid)).toContain(receiptKeys(one).signing.kid)
    }
    expect(hex(callKey(before, 'a', 'b'))).not.toBe(hex(callKey(after, 'a', 'b')))
  })

  test('ids stay what they are', () => expect(idKey(after, 'photo')).toEqual(idKey(before, 'photo')))

  test('only the own key signs', () => {
    expect(before.tokenKeys().signing.kid).not.toBe(after.tokenKeys().signing.kid)
    expect(JSON.stringify([before.tokenKeys().jwks, receiptKeys(after).jwks])).not.toContain('"d"')
  })
})

describe('a configuration is refused', () => {
  const good = openKeys({ configured: { rootSecret } }).tokenKeys().signing
  test.each([
    [{}, 'Keys need a data directory or a configured root secret.'],
    [{ configured: { rootSecret: 'short' } }, 'must be at least 32 bytes in base64url, but got: 3. Make a new one.'],
    [{ configured: { rootSecret: '!'.repeat(99) } }, 'must be at least 32 bytes in base64url, but got: 0.'],
    [{ configured: { rootSecret, tokenKey: { kty: 'RSA' } } }, 'must be a private Ed25519 JWK, but got: kty RSA'],
    [{ configured: { rootSecret, tokenKey: { ...good, x: 'A'.repeat(43) } } }, 'must have the "x" that belongs'],
    [
      { configured: { rootSecret, tokenKey: { ...good, d: 'AAAA' } } },
      'An Ed25519 key must have 32 bytes, but got: 3.',
    ],
  ])('%o', (options, message) => {
    expect(() => openKeys(options as Parameters<typeof openKeys>[0])).toThrow(message)
  })
})
