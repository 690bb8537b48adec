import { compactDecrypt, CompactEncrypt, decodeProtectedHeader } from 'jose'
import { describe, expect, test } from 'vitest'
import { openCompact as open, sealCompact } from '../../../../subgraphs/runtime/grants/compactJwe.ts'

const KEY = new Uint8Array(32).fill(3)
const IV = new Uint8Array(12).fill(9)
const KID = '2026-11-22'
const openCompact = (text: string) => open(text, [KID], () => KEY)

/** By jose, with whatever header. */
const byJose = (header: object, text = 'hello, frog') =>
  new CompactEncrypt(Buffer.from(text)).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', ...header }).encrypt(KEY)

describe('a compact JWE', () => {
  test('of ours is opened by jose', async () => {
    const text = sealCompact('hello, frög', { key: KEY, kid: KID, iv: IV })
    const { plaintext, protectedHeader } = await compactDecrypt(text, KEY)
    expect(Buffer.from(plaintext).toString('utf8')).toBe('hello, frög')
    expect(protectedHeader).toEqual({ alg: 'dir', enc: 'A256GCM', kid: KID })
  })

  test('of jose is opened by ours', async () => {
    expect(openCompact(await byJose({ kid: KID }))).toBe('hello, frog')
  })

  test.each([
    ['another key’s name', { kid: '2026-11-23' }],
    ['more in its header', { kid: KID, typ: 'JWE' }],
    ['no name of a key', {}],
  ])('with %s is not opened', async (_case, header) => {
    const text = await byJose(header)
    expect(decodeProtectedHeader(text)).toMatchObject(header)
    expect(openCompact(text)).toBeNull()
  })

  test('under an algorithm that the header chose is not opened', async () => {
    const [, ...rest] = (await byJose({ kid: KID })).split('.')
    for (const header of [
      { alg: 'none', enc: 'A256GCM', kid: KID },
      { alg: 'dir', enc: 'A128GCM', kid: KID },
      { alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', kid: KID, p2c: 1e9, p2s: 'AA' },
    ]) {
      const forged = [Buffer.from(JSON.stringify(header)).toString('base64url'), ...rest].join('.')
      expect(openCompact(forged)).toBeNull()
    }
  })

  test('is one text: spare bits and other alphabets are not opened', () => {
    const text = sealCompact('x', { key: KEY, kid: KID, iv: IV })
    const last = text.at(-1) ?? ''
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const twin = alphabet[alphabet.indexOf(last) + 1] ?? 'A'
    expect(openCompact(text)).toBe('x')
    for (const other of [text.slice(0, -1) + twin, `${text}=`, `${text} `, ` ${text}`, `${text}\n`]) {
      expect(openCompact(other)).toBeNull()
    }
  })

  test('needs a vector of its own length', () => {
    expect(() => sealCompact('x', { key: KEY, kid: KID, iv: new Uint8Array(8) })).toThrow('must have 12 bytes')
  })
})
