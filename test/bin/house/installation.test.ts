import { expect, test } from 'vitest'
import { refuseForeignStore } from '../../../bin/house/installation.ts'
import { openKeys } from '../../../subgraphs/runtime/keys/keys.ts'
import { createMemoryStorage } from '../../../subgraphs/storage/memory/memory.ts'

const [first = '', second = ''] = [7, 8].map((byte) => Buffer.alloc(32, byte).toString('base64url'))
const keysOf = (rootSecret: string, permanentSecret?: string) =>
  openKeys({ configured: { rootSecret, ...(permanentSecret !== undefined && { permanentSecret }) } })

test('a store is opened with the secret of its first day, rotated or not', async () => {
  const storage = createMemoryStorage()
  await Promise.all([refuseForeignStore(storage, keysOf(first)), refuseForeignStore(storage, keysOf(first))])
  await refuseForeignStore(storage, keysOf(first))
  await refuseForeignStore(storage, keysOf(second, first))
})

test('with another one nothing starts, and what to do is said', async () => {
  const storage = createMemoryStorage()
  await refuseForeignStore(storage, keysOf(first))
  await expect(refuseForeignStore(storage, keysOf(second))).rejects.toThrow('keys.permanentSecret')
})
